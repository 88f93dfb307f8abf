import ArgumentParser
import FundAPI

// The argument parser hands on nothing of an error but its text, so both languages go in it.

extension ValidationError {
  /// A mistake for the parser to hand on in both languages.
  init(_ mistake: some Worded) {
    self.init(mistake.words.inOneText)
  }
}

extension Sentence {
  /// No keyboard types it: the unit separator of ASCII.
  private static let separator: Character = "\u{1F}"

  /// Both languages in one text.
  fileprivate var inOneText: String {
    english + String(Sentence.separator) + indonesian
  }

  /// Takes apart what `inOneText` put together; `nil` where a text is in one language.
  init?(oneText: some StringProtocol) {
    guard let end = oneText.lastIndex(of: Sentence.separator) else { return nil }
    self.init(
      english: String(oneText[..<end]), indonesian: String(oneText[end...].dropFirst()))
  }
}
