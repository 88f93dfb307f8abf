/// The five characters by which the server says what kind of error happened.
public struct SQLState: Hashable, Sendable, CustomStringConvertible {
  public let code: String

  public init(_ code: String) {
    self.code = code
  }

  public var description: String { code }

  /// The first two characters: the class that the kind belongs to.
  public var classCode: String {
    String(code.prefix(2))
  }
}

extension SQLState {
  public static let featureNotSupported = SQLState("0A000")
  public static let numericValueOutOfRange = SQLState("22003")
  public static let datetimeFieldOverflow = SQLState("22008")
  public static let divisionByZero = SQLState("22012")
  public static let integrityConstraintViolation = SQLState("23000")
  public static let notNullViolation = SQLState("23502")
  public static let foreignKeyViolation = SQLState("23503")
  public static let uniqueViolation = SQLState("23505")
  public static let checkViolation = SQLState("23514")
  public static let exclusionViolation = SQLState("23P01")
  public static let readOnlyTransaction = SQLState("25006")
  public static let inFailedTransaction = SQLState("25P02")
  public static let invalidPassword = SQLState("28P01")
  public static let invalidCatalogName = SQLState("3D000")
  public static let serializationFailure = SQLState("40001")
  public static let deadlockDetected = SQLState("40P01")
  public static let insufficientPrivilege = SQLState("42501")
  public static let syntaxError = SQLState("42601")
  public static let undefinedColumn = SQLState("42703")
  public static let undefinedObject = SQLState("42704")
  public static let undefinedTable = SQLState("42P01")
  public static let duplicateTable = SQLState("42P07")
  public static let duplicateDatabase = SQLState("42P04")
  public static let diskFull = SQLState("53100")
  public static let outOfMemory = SQLState("53200")
  public static let tooManyConnections = SQLState("53300")
  public static let lockNotAvailable = SQLState("55P03")
  public static let queryCanceled = SQLState("57014")
  public static let adminShutdown = SQLState("57P01")
  public static let crashShutdown = SQLState("57P02")
  public static let cannotConnectNow = SQLState("57P03")
}

extension SQLState {
  /// Whether the same statements may succeed when sent again as they are.
  ///
  /// True of serialization failures, deadlocks, locks not had in time, a server that stops or
  /// starts, and every connection exception.
  public var isRetryable: Bool {
    switch self {
    case .serializationFailure, .deadlockDetected, .lockNotAvailable, .adminShutdown,
      .crashShutdown, .cannotConnectNow, .tooManyConnections:
      true
    default:
      classCode == "08"
    }
  }

  /// Whether the data sent are at fault: class 22 (data exception) or 23 (integrity constraint).
  public var blamesData: Bool {
    classCode == "22" || classCode == "23"
  }
}
