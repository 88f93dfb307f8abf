import FundAPI

/// One field's content, before it is a cell of a table, a JSON value or a CSV field.
enum Value: Hashable, Sendable {
  /// Nothing to show; not zero and not an empty text.
  case absent
  case text(String)
  /// A code of the programme; programs read it, people its words.
  case code(String, Sentence)
  /// Whole rupiah, or another count that may be large; a string in JSON.
  case amount(Int64)
  /// A small count.
  case count(Int64)
  case flag(Bool)
  /// Percent with a decimal point, such as `61.65`.
  case percent(String)
  /// Codes with their words.
  case list([String], [Sentence])
  case record(Record)
  case records([Record])

  /// A text of the wire, where the empty one means nothing.
  static func filled(_ text: String) -> Value { text.isEmpty ? .absent : .text(text) }

  /// A code of the wire with the catalogue's words; the code itself where they are not known.
  static func code<Term: RawRepresentable<String> & Worded>(
    _ code: String, _ term: Term.Type
  ) -> Value {
    guard !code.isEmpty else { return .absent }
    return .code(
      code, term.init(rawValue: code)?.words ?? Sentence(english: code, indonesian: code))
  }

  /// Codes of the wire with the catalogue's words.
  static func codes<Term: RawRepresentable<String> & Worded>(
    _ codes: [String], _ term: Term.Type
  ) -> Value {
    .list(
      codes,
      codes.map { term.init(rawValue: $0)?.words ?? Sentence(english: $0, indonesian: $0) })
  }

  /// Names that are the same in every language.
  static func names(_ names: [String]) -> Value {
    .list(names, names.map { Sentence(english: $0, indonesian: $0) })
  }

  /// Percent of the wire, where the empty text means not rated.
  static func filledPercent(_ text: String) -> Value { text.isEmpty ? .absent : .percent(text) }

  /// Whether a table shows it flush right.
  var isNumeric: Bool {
    switch self {
    case .amount, .count, .percent: true
    case .absent, .text, .code, .flag, .list, .record, .records: false
    }
  }

  /// Whether it holds fields of its own and so cannot be a cell.
  var isNested: Bool {
    switch self {
    case .record, .records: true
    case .absent, .text, .code, .amount, .count, .flag, .percent, .list: false
    }
  }
}
