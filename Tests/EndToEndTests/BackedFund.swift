import Foundation
import FundStore
import FundTesting
import Libpq
import RevolvingFund
import Synchronization
import Testing

/// A fund with a loan in a daemon's private PostgreSQL, whose log is archived.
struct BackedFund: Sendable {
  let home: URL
  let daemon: DaemonProcess
  let world: FundWorld
  let loan: LoanID
  private let receipts = Atomic64()

  /// Where the daemon keeps the database, the backups are, and a copy of the key is.
  var data: URL { home.appendingPathComponent("data") }
  var backups: URL { home.appendingPathComponent("backups") }
  var key: URL { home.appendingPathComponent("key-copy") }

  static func with(_ body: (BackedFund) async throws -> Void) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let home = scratch.url
    let data = home.appendingPathComponent("data")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: false)
    for name in ["data/person.key", "key-copy"] {
      let file = try scratch.file(name, holding: FundFixture.keysFile)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: file.path)
    }
    let archive = home.appendingPathComponent("backups").path
    try await withDaemon(dataDirectory: data, options: ["--archive", archive]) { daemon in
      try #require(daemon.address != nil, "\(daemon.words)")
      try await FundWorld.make(in: DaemonPostgres(dataDirectory: data).connectionString) { world in
        let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
        try await body(BackedFund(home: home, daemon: daemon, world: world, loan: loan))
      }
    }
  }

  /// Records a repayment of its own and counts it once it was answered.
  func repay() async throws {
    try await world.fixture.run(
      world.repayment(loan, Rupiah(1000), on: day("2016-03-01")), by: world.cashier)
    receipts.add()
  }

  /// How many repayments were answered.
  var answered: Int { receipts.value }

  /// The server's time.
  func now() async throws -> String {
    try await world.fixture.superuser { connection in
      try connection.run(
        Statement(
          "now",
          """
          select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
          """))[0].text(0)
    }
  }

  /// How many events there are, or were brought back.
  func events() async throws -> Int {
    try await world.fixture.superuser { connection in
      Int(try connection.run(Statement("events", "select count(*) from fund.event"))[0].int8(0))
    }
  }

  func bergulird(_ arguments: String...) async throws -> Finished {
    try await finish(
      Programs.url("bergulird"), arguments, environment: ["BERGULIR_ARCHIVE": backups.path])
  }

  func drill(_ arguments: String...) async throws -> Finished {
    try await finish(
      Programs.url("bergulird"),
      ["drill", "--scratch", home.path, "--key-file", key.path] + arguments,
      environment: ["BERGULIR_ARCHIVE": backups.path])
  }

  func backup() async throws -> Finished {
    try await bergulird("backup", "--data-directory", data.path)
  }

  /// Restores into a directory of its own and answers how many events came back.
  func restored(_ name: String, _ arguments: String...) async throws -> (events: Int, Finished) {
    let target = home.appendingPathComponent(name).path
    let done = try await finish(
      Programs.url("bergulird"), ["restore", "--data-directory", target] + arguments,
      environment: ["BERGULIR_ARCHIVE": backups.path])
    let events = done.words.firstMatch(of: /, (\d+) events/).flatMap { Int($0.1) }
    return (events ?? -1, done)
  }
}

/// A number that is counted up from several tasks.
private final class Atomic64: Sendable {
  private let count = Mutex(0)

  func add() { count.withLock { $0 += 1 } }
  var value: Int { count.withLock { $0 } }
}
