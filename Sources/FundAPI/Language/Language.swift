/// The languages that people of the programme read.
///
/// Programs read codes, which have no language.
public enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case indonesian = "id"
}
