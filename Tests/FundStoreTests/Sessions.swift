import FundTesting
import Libpq
import Testing

extension FundFixture {
  /// Waits until no session of the database but the asking one has a transaction.
  func awaitNoTransaction() async throws {
    try await superuser { connection in
      let clear = Statement(
        "test.clear",
        """
        select 1 where not exists (
          select from pg_stat_activity where datname = current_database()
            and pid <> pg_backend_pid() and xact_start is not null)
        """)
      _ = try Outsider.asked { try connection.run(clear).first }
    }
  }
}
