import FundStore
import FundTesting
import Libpq
import RevolvingFund
import Testing

/// What ends the wait of a commit for a standby that never comes.
private enum CommitEnd: CaseIterable {
  case sessionEnded, cancelled
}

/// The server commits and then waits for a standby; its session is ended in that wait, or asked to
/// stop, so that the commit stands and nobody was told.
@Suite(.serialized, .onOneServer("the proxy stands before a server of its own"))
struct LostAnswerTests {
  private func register(_ world: FundWorld) -> RegisterKSM {
    RegisterKSM(
      upk: world.upk.id, name: "KSM", formedOn: day("2016-01-01"), day: day("2016-01-01"))
  }

  @Test(arguments: CommitEnd.allCases)
  fileprivate func `an answer that is lost after the commit is never said to be undone`(
    end: CommitEnd
  ) async throws {
    try await FundFixture.withWorld { world in
      try await awaitingStandby(in: world.fixture) { store in
        let request = world.fixture.request(by: world.manager)
        let running = Task { try await store.run(register(world), request) }
        try await world.fixture.superuser { connection in
          switch end {
          case .sessionEnded:
            _ = try Outsider.asked { try connection.run(terminate, [.text(writer)]).first }
            try forgetStandby(connection)
          case .cancelled:
            _ = try Outsider.asked { try connection.run(waiting, [.text(writer)]).first }
            running.cancel()
          }
        }
        switch end {
        case .sessionEnded:
          let recorded = try await running.value
          #expect(recorded.subject == "ksms/1" && !recorded.isReplay)
        case .cancelled:
          await #expect(throws: CancellationError.self) { try await running.value }
          try await world.fixture.superuser { try forgetStandby($0) }
        }
        #expect(try await world.fixture.count("fund.ksm") == 1)
        #expect(try await store.run(register(world), request).isReplay)
      }
    }
  }

  /// Gives `body` a store whose commits wait for a standby that there is not.
  private func awaitingStandby(
    in fixture: FundFixture, _ body: (FundStore) async throws -> Void
  ) async throws {
    try await fixture.script(
      """
      do $$ begin
        execute format('alter database %I set synchronous_commit = on', current_database());
      end $$
      """)
    try await fixture.script("alter system set synchronous_standby_names = 'nobody'")
    try await fixture.script("select pg_reload_conf()")
    let result: Result<Void, any Error>
    do {
      try await awaitStandbyIsMissed(fixture)
      // Opened only now, since a session keeps the setting that it began with.
      let store = try await FundFixture.openStore(fixture.connectionString, writers: 1)
      do {
        result = .success(try await body(store))
      } catch {
        result = .failure(error)
      }
      await store.close()
    } catch {
      result = .failure(error)
    }
    try await fixture.superuser { try forgetStandby($0) }
    try result.get()
  }

  /// Commits until one waits for the standby, as all do from then on.
  private func awaitStandbyIsMissed(_ fixture: FundFixture) async throws {
    let commits = Task {
      try await fixture.superuser { connection in
        while true { try connection.script("create table probe (); drop table probe") }
      }
    }
    defer { commits.cancel() }
    try await fixture.superuser { connection in
      _ = try Outsider.asked { try connection.run(terminate, [.text("tests")]).first }
    }
    await #expect(throws: PostgresError.self) { try await commits.value }
  }
}

private func forgetStandby(_ connection: Connection) throws {
  try connection.script("alter system reset synchronous_standby_names")
  try connection.script("select pg_reload_conf()")
}

private let writer = "bergulird-writer"

/// The session of a program that waits for a standby.
private let waiting = Statement(
  "test.waiting-for-standby",
  """
  select 1 from pg_stat_activity
  where datname = current_database() and wait_event = 'SyncRep' and application_name = $1::text
  """)

private let terminate = Statement(
  "test.terminate-waiting-for-standby",
  """
  select pg_terminate_backend(pid, 10000) from pg_stat_activity
  where datname = current_database() and wait_event = 'SyncRep' and application_name = $1::text
  """)
