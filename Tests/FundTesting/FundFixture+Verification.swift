public import BooksVerification
import Libpq
public import RevolvingFund

extension FundFixture {
  /// What the verification of a UPK's books finds, in words.
  public func findings(of upk: UPKID) async throws -> [String] {
    try await verify(upk).findings.map { "\($0)" }
  }

  /// Verifies the books of a UPK, or the province's stream, in a session as the daemon's.
  public func verify(_ upk: UPKID) async throws -> Verification {
    let pool = WorkerPool(
      configuration: .init(
        connectionString: connectionString, workers: 1, queueLimit: 1,
        session: BooksVerifier.session, applicationName: "tests"))
    let result: Result<Verification, any Error>
    do {
      result = .success(try await pool.run { try BooksVerifier.verify(upk.value, on: $0) })
    } catch {
      result = .failure(error)
    }
    await pool.shutdown()
    return try result.get()
  }
}
