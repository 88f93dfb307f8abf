public import Libpq

/// Why the store did not do what was asked, for reasons other than the fund's rules.
public enum StoreError: Error, Hashable, Sendable {
  /// The database cannot be reached, or was lost and did not come back in time.
  ///
  /// A write may have been done all the same: repeating it with the same request id tells.
  case unavailable(reason: String)
  /// PostgreSQL has no room on its disk; none of the call was done.
  case full
  /// Another session of the database holds what the call is about, and did not let go in time.
  case held
  /// Only a standby may answer, and none is near enough to the primary.
  case standbyTooFarBehind(limitSeconds: Int64)
  /// As many calls wait as may wait; none of this one was done.
  case overloaded
  /// The deadline passed: the call was not begun, or was stopped and undone.
  ///
  /// A write that was at its commit may have been done all the same: repeating it with the same
  /// request id tells.
  case deadlineExceeded
  /// The store was closed; none of the call was done.
  case closed
  /// The database does not have the schema that this program knows.
  case schema(SchemaProblem)
  /// Names and NIK are not sealed with the keys that were given.
  case keys(KeyMismatch)
  /// Something stored breaks a rule that it was stored under: whoever finds it must be told.
  case corrupted(String)
  /// PostgreSQL refused a statement: a mistake of the program, or of the server's set-up.
  case database(PostgresError)

  /// Whether the same call may succeed when it is made again.
  public var isRetryable: Bool {
    switch self {
    case .unavailable, .full, .held, .standbyTooFarBehind, .overloaded: true
    case .deadlineExceeded, .closed, .schema, .keys, .corrupted, .database: false
    }
  }
}

extension StoreError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unavailable(let reason):
      "the database cannot be reached: \(reason); repeat the call with the same request id"
    case .full:
      "the database has no room on its disk; make room, and repeat the call"
    case .held:
      "another session of the database holds what the call is about; end it or try again later"
    case .standbyTooFarBehind(let limit):
      "no standby is within \(limit) seconds of the primary; try again later"
    case .overloaded:
      "too many calls wait for the database; try again later"
    case .deadlineExceeded:
      "the deadline passed; repeat the call with the same request id and more time"
    case .closed:
      "the store is closed"
    case .schema(let problem):
      problem.description
    case .keys(let mismatch):
      mismatch.description
    case .corrupted(let what):
      "stored data break a rule: \(what); stop writing and verify the books"
    case .database(let error):
      "PostgreSQL refused a statement: \(error)"
    }
  }
}

extension StoreError {
  /// What an error of the database means to those who call the store.
  init(_ error: PostgresError) {
    switch error {
    case .connection(let reason): self = .unavailable(reason: reason)
    case .server(let error) where error.sqlState == .lockNotAvailable:
      self = .held
    case .server(let error) where error.sqlState == .diskFull:
      self = .full
    // A statement that was stopped by its time limit or by an administrator was no mistake.
    case .server(let error) where error.sqlState.isRetryable || error.sqlState == .queryCanceled:
      self = .unavailable(reason: error.description)
    case .server(let error) where error.constraint == KeyMismatch.constraint:
      self = .keys(.replaced)
    case .server, .misuse: self = .database(error)
    case .decoding: self = .corrupted(error.description)
    case .queueFull: self = .overloaded
    case .deadlineExceeded: self = .deadlineExceeded
    case .closed: self = .closed
    }
  }

  /// Gives errors of the database their meaning; others pass as they are.
  static func translating<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
      return try await body()
    } catch let error as PostgresError {
      throw StoreError(error)
    }
  }
}

/// What must be there when the schema's own keys and checks hold.
///
/// - Throws: `StoreError.corrupted` naming the row, if it is not.
func stored<Value>(
  _ value: Value?, _ row: @autoclosure () -> String
) throws(StoreError) -> Value {
  guard let value else { throw .corrupted(row()) }
  return value
}
