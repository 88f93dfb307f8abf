import FundAPI

/// What the program finds wrong by itself, before it asks the daemon; exit code 2.
struct Complaint: Error, Hashable, Sendable {
  /// Never empty.
  let mistakes: [Mistake]

  init(_ mistake: Mistake) {
    mistakes = [mistake]
  }

  /// Several mistakes of one file; there must be at least one.
  init(_ mistakes: [Mistake]) {
    precondition(!mistakes.isEmpty, "a complaint has a reason")
    self.mistakes = mistakes
  }

  var violations: [Problem.Violation] {
    mistakes.map { mistake in
      Problem.Violation(
        reason: mistake.reason, facts: mistake.facts, message: mistake.message,
        remedy: mistake.remedy)
    }
  }
}

/// One mistake in what was typed, in a file or in the configuration.
enum Mistake: Hashable, Sendable {
  case commandLine(String)
  case sharesTooLarge
  case homeMissing
  case addressInvalid(String)
  case contextUnknown(String, known: [String])
  case contextNameInvalid(String)
  case contextsUnreadable(path: String)
  case tokenFileEmpty(String)
  case fileUnreadable(path: String, reason: String)
  case fileUnwritable(path: String, reason: String)
  case fileTooLarge(path: String, limitBytes: Int)
  case fileNotText(path: String)
  case fileEmpty(path: String)
  case headerWrong(path: String, expected: [String])
  case lineMalformed(line: Int, LineMistake)
  case fieldWrong(line: Int, field: String, value: String, expected: FieldKind)
  case fieldSecretWrong(line: Int, field: String, expected: FieldKind)
  case tooManyLines(path: String, limit: Int)
  case monthNotPublished(String)

  /// How a line breaks the rules of CSV.
  enum LineMistake: Hashable, Sendable {
    case quoteOpen, quoteInside, fieldCount(found: Int, expected: Int)
  }

  /// What a field of a file should hold.
  enum FieldKind: String, Hashable, Sendable, CaseIterable {
    case day, month, amount, account, percent, gender, nik, text
  }

  /// The stable code of the mistake.
  var reason: String {
    switch self {
    case .commandLine: "USAGE"
    case .sharesTooLarge: "SHARES_TOO_LARGE"
    case .homeMissing: "HOME_MISSING"
    case .addressInvalid: "ADDRESS_INVALID"
    case .contextUnknown: "CONTEXT_UNKNOWN"
    case .contextNameInvalid: "CONTEXT_NAME_INVALID"
    case .contextsUnreadable: "CONTEXTS_UNREADABLE"
    case .tokenFileEmpty: "TOKEN_FILE_EMPTY"
    case .fileUnreadable: "FILE_UNREADABLE"
    case .fileUnwritable: "FILE_UNWRITABLE"
    case .fileTooLarge: "FILE_TOO_LARGE"
    case .fileNotText: "FILE_NOT_TEXT"
    case .fileEmpty: "FILE_EMPTY"
    case .headerWrong: "HEADER_WRONG"
    case .lineMalformed: "LINE_MALFORMED"
    case .fieldWrong, .fieldSecretWrong: "FIELD_WRONG"
    case .tooManyLines: "TOO_MANY_LINES"
    case .monthNotPublished: "MONTH_NOT_PUBLISHED"
    }
  }

  /// The line it stands on; nothing for a mistake of no line.
  var facts: [Problem.Fact] {
    switch self {
    case .lineMalformed(let line, _):
      [Problem.Fact("line", "\(line)")]
    case .fieldWrong(let line, let field, _, _), .fieldSecretWrong(let line, let field, _):
      [Problem.Fact("line", "\(line)"), Problem.Fact("field", field)]
    case .commandLine, .sharesTooLarge, .homeMissing, .addressInvalid, .contextUnknown,
      .contextNameInvalid,
      .contextsUnreadable,
      .tokenFileEmpty, .fileUnreadable, .fileUnwritable, .fileTooLarge,
      .fileNotText, .fileEmpty, .headerWrong, .tooManyLines, .monthNotPublished:
      []
    }
  }
}
