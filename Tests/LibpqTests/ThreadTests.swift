import FundTesting
import Glibc
import Testing

@testable import Libpq

@Suite struct ThreadTests {
  @Test func `a request to stop that gets no thread costs a connection, and not the process`()
    async throws
  {
    try await PrivatePostgres.withDatabase { connectionString in
      _ = await #expect(processExitsWith: .success) {
        [connectionString = connectionString as String] in
        let connection = try Connection(
          ConnectionConfiguration(
            connectionString: connectionString, applicationName: "tests", session: [],
            access: .any, dialect: .postgres),
          bell: Bell())
        refuseThreads()
        #expect(throws: Thread.Refused.self) { try Thread.detach(named: "refused") {} }
        connection.begin(Unit(deadline: .now + .milliseconds(100)))
        let error = #expect(throws: PostgresError.self) {
          try connection.run(Statement("sleep", "select pg_sleep(60)"))
        }
        #expect(error?.isRetryable == true)
        connection.end()
        #expect(connection.whyItIsUnfit != nil)
      }
    }
  }
}

/// Sees to it that the system starts no more threads for this process.
private func refuseThreads() {
  // The limit does not hold for root.
  if getuid() == 0 { setuid(65_534) }
  var none = rlimit(rlim_cur: 0, rlim_max: 0)
  setrlimit(__rlimit_resource_t(__RLIMIT_NPROC.rawValue), &none)
}
