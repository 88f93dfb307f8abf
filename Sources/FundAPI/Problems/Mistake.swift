/// What a client finds wrong by itself, before it asks the daemon.
///
/// Something typed, a file, or the configuration.
public enum Mistake: Error, Hashable, Sendable {
  /// A command line that is not written as its command wants it.
  case commandLine(Sentence)
  case sharesTooLarge
  case homeMissing
  case addressInvalid(String)
  case contextUnknown(String, known: [String])
  case contextNameInvalid(String)
  case contextsUnreadable(path: String)
  case tokenFileEmpty(String)
  case fileUnreadable(path: String, FileTrouble)
  case fileUnwritable(path: String, FileTrouble)
  case fileTooLarge(path: String, limitBytes: Int)
  case fileNotText(path: String)
  case fileEmpty(path: String)
  case headerWrong(path: String, expected: [String])
  case lineMalformed(line: Int, LineMistake)
  case fieldWrong(line: Int, field: String, value: String, expected: FieldKind)
  /// A wrong field whose value is not shown.
  case fieldSecretWrong(line: Int, field: String, expected: FieldKind)
  case tooManyLines(path: String, limit: Int)
  /// The month that a file of published figures lacks; nothing where it has none at all.
  case monthNotPublished(String?)
  /// A line of a file of heads that is none.
  case headLineMalformed(path: String, line: Int)
  /// A line of a file of heads that the key did not sign.
  case headNotSigned(path: String, line: Int)
  case security(SecurityMistake)

  /// How a line breaks the rules of CSV.
  public enum LineMistake: Hashable, Sendable {
    case quoteOpen, quoteInside, fieldCount(found: Int, expected: Int)
    /// The file ends before the line does, so that the rest of it may be missing.
    case endMissing
  }

  /// What a field of a file should hold.
  public enum FieldKind: String, Hashable, Sendable, CaseIterable {
    case day, month, amount, account, percent, gender, nik, text, loan, member, memberPayments
    case newMember, score
  }

  /// Why the system does not read or write a file.
  public enum FileTrouble: Hashable, Sendable {
    case missing, forbidden, isFolder, notFolder, exists, full, readOnly
    /// In the system's own words.
    case other(String)
  }
}

/// The stable codes of mistakes, for programs.
public enum MistakeCode: String, Hashable, Sendable, CaseIterable {
  case commandLine = "USAGE"
  case sharesTooLarge = "SHARES_TOO_LARGE"
  case homeMissing = "HOME_MISSING"
  case addressInvalid = "ADDRESS_INVALID"
  case contextUnknown = "CONTEXT_UNKNOWN"
  case contextNameInvalid = "CONTEXT_NAME_INVALID"
  case contextsUnreadable = "CONTEXTS_UNREADABLE"
  case tokenFileEmpty = "TOKEN_FILE_EMPTY"
  case fileUnreadable = "FILE_UNREADABLE"
  case fileUnwritable = "FILE_UNWRITABLE"
  case fileTooLarge = "FILE_TOO_LARGE"
  case fileNotText = "FILE_NOT_TEXT"
  case fileEmpty = "FILE_EMPTY"
  case headerWrong = "HEADER_WRONG"
  case lineMalformed = "LINE_MALFORMED"
  case fieldWrong = "FIELD_WRONG"
  case tooManyLines = "TOO_MANY_LINES"
  case monthNotPublished = "MONTH_NOT_PUBLISHED"
  case headLineMalformed = "HEAD_LINE_MALFORMED"
  case headNotSigned = "HEAD_NOT_SIGNED"
  case insecureOnce = "INSECURE_ONCE"
  case certificateIncomplete = "CERTIFICATE_INCOMPLETE"
  case certificateUnusable = "CERTIFICATE_UNUSABLE"
  case notSecured = "NOT_SECURED"
}

extension Mistake {
  public var code: MistakeCode {
    switch self {
    case .commandLine: .commandLine
    case .sharesTooLarge: .sharesTooLarge
    case .homeMissing: .homeMissing
    case .addressInvalid: .addressInvalid
    case .contextUnknown: .contextUnknown
    case .contextNameInvalid: .contextNameInvalid
    case .contextsUnreadable: .contextsUnreadable
    case .tokenFileEmpty: .tokenFileEmpty
    case .fileUnreadable: .fileUnreadable
    case .fileUnwritable: .fileUnwritable
    case .fileTooLarge: .fileTooLarge
    case .fileNotText: .fileNotText
    case .fileEmpty: .fileEmpty
    case .headerWrong: .headerWrong
    case .lineMalformed: .lineMalformed
    case .fieldWrong, .fieldSecretWrong: .fieldWrong
    case .tooManyLines: .tooManyLines
    case .monthNotPublished: .monthNotPublished
    case .headLineMalformed: .headLineMalformed
    case .headNotSigned: .headNotSigned
    case .security(let mistake): mistake.code
    }
  }

  /// The line it stands on; nothing for a mistake of no line.
  public var facts: [Problem.Fact] {
    switch self {
    case .lineMalformed(let line, _), .headLineMalformed(_, let line), .headNotSigned(_, let line):
      [Problem.Fact("line", "\(line)")]
    case .fieldWrong(let line, let field, _, _), .fieldSecretWrong(let line, let field, _):
      [Problem.Fact("line", "\(line)"), Problem.Fact("field", field)]
    case .security(let mistake):
      mistake.facts
    case .commandLine, .sharesTooLarge, .homeMissing, .addressInvalid, .contextUnknown,
      .contextNameInvalid, .contextsUnreadable, .tokenFileEmpty, .fileUnreadable, .fileUnwritable,
      .fileTooLarge, .fileNotText, .fileEmpty, .headerWrong, .tooManyLines, .monthNotPublished:
      []
    }
  }
}

extension Problem.Violation {
  /// A mistake as a reason, with the catalogue's sentences.
  public init(_ mistake: Mistake) {
    let explanation = mistake.explanation
    self.init(
      reason: mistake.code.rawValue, facts: mistake.facts, message: explanation.message,
      remedy: explanation.remedy)
  }
}
