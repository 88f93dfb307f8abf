internal import Libpq

/// Sessions of its own on the database of the books, for verifications one after the other.
///
/// A session is opened when the first verification asks for it, and only reads. Of several servers
/// it is the primary: a finding freezes the books, and a standby's are a copy of them.
public final class VerificationSessions: Sendable {
  private let pool: WorkerPool

  /// Sessions on the database that a connection string of libpq names.
  public init(connectionString: String) {
    pool = WorkerPool(
      configuration: .init(
        connectionString: connectionString, workers: 1, queueLimit: 100,
        session: BooksVerifier.session, applicationName: "bergulird-verifier", access: .primary,
        dialect: .anyServer))
  }

  /// Verifies one UPK, or the province's stream under 0, in one state of the database.
  ///
  /// - Throws: `VerificationFailure`, `CancellationError`.
  public func verify(
    _ upk: Int64, deadline: ContinuousClock.Instant?
  ) async throws -> Verification {
    do {
      return try await pool.run(deadline: deadline) { try BooksVerifier.verify(upk, on: $0) }
    } catch let error as PostgresError {
      throw VerificationFailure(error)
    }
  }

  /// The numbers of all UPK with a stream, in order.
  ///
  /// - Throws: `VerificationFailure`, `CancellationError`.
  public func upks() async throws -> [Int64] {
    do {
      return try await pool.run { try BooksVerifier.upks(on: $0) }
    } catch let error as PostgresError {
      throw VerificationFailure(error)
    }
  }

  /// Lets the verifications that wait be run, and closes the sessions.
  public func close() async {
    await pool.shutdown()
  }
}

/// Why books could not be verified: nothing is said of them.
public enum VerificationFailure: Error, Hashable, Sendable {
  /// The database cannot be reached, or stopped the reading.
  case unavailable(reason: String)
  /// As many verifications wait as may wait.
  case overloaded
  case deadlineExceeded
  /// What is stored cannot be read as the schema says.
  case unreadable(String)

  init(_ error: PostgresError) {
    switch error {
    case .connection(let reason): self = .unavailable(reason: reason)
    case .server(let error): self = .unavailable(reason: error.description)
    case .queueFull: self = .overloaded
    case .deadlineExceeded: self = .deadlineExceeded
    case .closed: self = .unavailable(reason: "the daemon is stopping")
    case .misuse, .decoding: self = .unreadable(error.description)
    }
  }
}
