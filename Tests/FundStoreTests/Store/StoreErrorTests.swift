import Libpq
import Testing

@testable import FundStore

private func refused(_ code: String) -> PostgresError {
  .server(ServerError(sqlState: SQLState(code), statement: "any", message: "any"))
}

@Test(arguments: [
  PostgresError.connection(reason: "gone"), refused("57P01"), refused("40001"),
  // Stopped by its time limit, or by an administrator.
  refused("57014"),
])
func `what may pass leaves the database unavailable, and the call to be made again`(
  error: PostgresError
) {
  guard case .unavailable = StoreError(error) else {
    Issue.record("\(StoreError(error))")
    return
  }
  #expect(StoreError(error).isRetryable)
}

@Test func `what another session holds is told so, and the call may be made again`() {
  #expect(StoreError(refused("55P03")) == .held && StoreError.held.isRetryable)
}

@Test(arguments: [
  (refused("23505"), StoreError.database(refused("23505"))), (.queueFull, .overloaded),
  (.deadlineExceeded, .deadlineExceeded), (.closed, .closed),
])
func `what does not pass is told as what it is`(error: PostgresError, told: StoreError) {
  #expect(StoreError(error) == told)
}
