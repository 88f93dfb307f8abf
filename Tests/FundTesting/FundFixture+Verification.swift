public import BooksVerification
import Libpq
public import RevolvingFund

extension FundFixture {
  /// What the verification of a UPK's books finds, in words.
  public func findings(of upk: UPKID) async throws -> [String] {
    try await verify(upk).findings.map { "\($0)" }
  }

  /// What the verification of every UPK's books finds.
  public func findings() async throws -> [String] {
    try await reading { connection in
      try BooksVerifier.upks(on: connection).flatMap {
        try BooksVerifier.verify($0, on: connection).findings.map { "\($0)" }
      }
    }
  }

  /// Verifies the books of a UPK, or the province's stream, in a session as the daemon's.
  public func verify(_ upk: UPKID) async throws -> Verification {
    try await reading { try BooksVerifier.verify(upk.value, on: $0) }
  }

  private func reading<Value: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Value
  ) async throws -> Value {
    let pool = WorkerPool(
      configuration: .init(
        connectionString: connectionString, workers: 1, queueLimit: 1,
        session: BooksVerifier.session, applicationName: "tests", dialect: .anyServer))
    let result: Result<Value, any Error>
    do {
      result = .success(try await pool.run { try body($0) })
    } catch {
      result = .failure(error)
    }
    await pool.shutdown()
    return try result.get()
  }
}
