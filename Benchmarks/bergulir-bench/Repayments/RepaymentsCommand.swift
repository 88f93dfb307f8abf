import ArgumentParser
import EmbeddedPostgres
import Foundation
import FundServer
import RevolvingFund

/// `bergulir-bench repayments`.
struct RepaymentsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repayments",
    abstract: "Repayments over the frame wire beside pgbench calling a stored procedure.",
    discussion: """
      A PostgreSQL of its own that keeps every commit; the daemon's services with gate and log in \
      another process; a client of one thread. The procedure leaves the same rows. Afterwards the \
      rows are counted and books verified; a call that was refused fails the run.
      """)

  @Option(name: .customLong("upk"), help: "How many UPK.") var upks = 1000
  @Option(help: "Loans of each UPK.") var loansPerUpk = 50
  @Option(help: "How many repayments at once over the frame wire.") var inFlight = [1, 128, 512]
  @Option(help: "How many clients of pgbench.") var clients = [1, 8, 16, 32]
  @Option(help: "How often all of it; the table has medians.") var rounds = 5
  @Option(help: "How long each measurement takes, after a second that does not count.")
  var seconds = 3
  @Option(help: "Of loans and amounts.") var seed: UInt64 = 1
  @Option(help: "Where the procedure and the script of pgbench are.")
  var procedure = "Benchmarks/pgbench"
  @Option(help: "What the programs were built with, for the record.") var toolchain = "unknown"
  @Option(
    help: ArgumentHelp(
      "An empty migrated database instead of one of its own, and without pgbench.",
      valueName: "connection string"))
  var database: String?
  @Option(help: ArgumentHelp("Where to write all measurements.", valueName: "file"))
  var json: String?

  func validate() throws {
    guard upks > 0, loansPerUpk > 0, rounds > 0, seconds > 0, clients.allSatisfy({ $0 > 0 }),
      inFlight.allSatisfy({ $0 > 0 })
    else { throw ValidationError("All numbers are more than zero.") }
  }

  func run() async throws {
    let report =
      if let database {
        try await measure(TunedDatabase(given: database), clients: [])
      } else {
        try await TunedDatabase.run { try await measure($0, clients: clients) }
      }
    print(report.table)
    if let json { try report.write(to: json) }
  }

  private func measure(
    _ database: TunedDatabase, clients: [Int]
  ) async throws -> RepaymentReport {
    let today = Clock(minutesEastOfUTC: 7 * 60).today
    let books = RepaymentBooks(upks: upks, loansPerUPK: loansPerUpk, today: today)
    say("\(upks) UPK with \(loansPerUpk) loans each")
    try await books.make(in: database, today: today)
    let opponent = StoredProcedure(books: books, database: database, directory: procedure)
    if !clients.isEmpty { try await opponent.install() }
    try await database.settle()
    let fund = FundOptions(database: database.connectionString, interceptors: .all)
    return try await ServerProcess.run(.frames, fund) { server in
      try await measure(
        RepaymentRun(
          books: books, database: database, opponent: opponent, server: server,
          seconds: seconds), clients: clients)
    }
  }

  private func measure(_ run: RepaymentRun, clients: [Int]) async throws -> RepaymentReport {
    var run = run
    var report = RepaymentReport(
      machine: try Machine.current(), toolchain: toolchain,
      settings: try await run.database.settingsInForce(), books: run.books, seed: seed,
      rounds: rounds, seconds: seconds)
    let ways =
      inFlight.map { RepaymentReport.Way.frames(inFlight: $0) }
      + clients.map { .procedure(clients: $0) }
    // The round before the first fills caches and writes the full pages after the checkpoint.
    for round in -1..<rounds {
      for way in ways.rotated(by: round + 1) {
        say("round \(round + 1) of \(rounds), \(way.words)")
        let sample = try await run.sample(way, round: round, seed: seed)
        if round >= 0 { report.samples.append(sample) }
      }
    }
    report.memoryMost = try Memory(of: run.server.process).most
    say("checking rows and books")
    try await run.books.check(run.database, repayments: run.recorded)
    return report
  }

  private func say(_ text: String) {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
  }
}

/// One server and one database, and what was recorded on them.
struct RepaymentRun {
  let books: RepaymentBooks
  let database: TunedDatabase
  let opponent: StoredProcedure
  let server: ServerProcess.Address
  let seconds: Int
  /// How many were recorded, counted or not.
  private(set) var recorded = 0
  private var measured = 0

  init(
    books: RepaymentBooks, database: TunedDatabase, opponent: StoredProcedure,
    server: ServerProcess.Address, seconds: Int
  ) {
    self.books = books
    self.database = database
    self.opponent = opponent
    self.server = server
    self.seconds = seconds
  }

  /// Measures one way; each measurement is of a later day than the one before, up to today, and has
  /// random numbers of its own.
  mutating func sample(
    _ way: RepaymentReport.Way, round: Int, seed: UInt64
  ) async throws -> RepaymentReport.Sample {
    measured += 1
    let day = "\(books.since.addingDays(Int32(min(measured, 100))))"
    let seed = seed &+ UInt64(measured) << 32
    return switch way {
    case .frames(let count): try frames(count, way, round, day, seed)
    case .procedure(let count): try await procedure(count, way, round, day, seed)
    }
  }

  private mutating func frames(
    _ inFlight: Int, _ way: RepaymentReport.Way, _ round: Int, _ day: String, _ seed: UInt64
  ) throws -> RepaymentReport.Sample {
    var calls = RepaymentCalls(books, seed: seed)
    calls.day = Array(day.utf8)
    let load = try RepaymentLoad(inFlight: inFlight, port: server.port, calls: calls)
    _ = try load.run(seconds: 1)
    let daemon = try ProcessorTime(of: server.process)
    let cluster = database.postmaster.map { ClusterTime(postmaster: $0) }
    let before = (daemon.nanoseconds, try cluster?.nanoseconds())
    let own = ProcessorTime.own.nanoseconds
    let began = ContinuousClock.now
    let latencies = try load.run(seconds: Double(seconds))
    let measurement = Measurement(
      latencies: latencies, took: ContinuousClock.now - began,
      serverNanoseconds: daemon.nanoseconds - before.0,
      clientNanoseconds: ProcessorTime.own.nanoseconds - own)
    let count = Double(latencies.count)
    recorded += load.recorded
    return RepaymentReport.Sample(
      way: way, round: round, perSecond: measurement.callsPerSecond,
      meanLatency: latencies.reduce(0) { $0 + Double($1) } / count / 1000, p50: measurement.p50,
      p99: measurement.p99, clientTime: measurement.clientMicroseconds,
      daemonTime: measurement.serverMicroseconds,
      databaseTime: try databaseTime(since: before.1, cluster, count))
  }

  private mutating func procedure(
    _ clients: Int, _ way: RepaymentReport.Way, _ round: Int, _ day: String, _ seed: UInt64
  ) async throws -> RepaymentReport.Sample {
    let cluster = database.postmaster.map { ClusterTime(postmaster: $0) }
    let before = (ProcessorTime.endedChildren, try cluster?.nanoseconds())
    let outcome = try await opponent.run(
      clients: clients, seconds: seconds, day: day, seed: seed % 1_000_000_007)
    let count = Double(outcome.transactions)
    recorded += outcome.transactions
    return RepaymentReport.Sample(
      way: way, round: round, perSecond: outcome.perSecond, meanLatency: outcome.meanLatency,
      clientTime: Double(ProcessorTime.endedChildren - before.0) / count / 1000,
      databaseTime: try databaseTime(since: before.1, cluster, count))
  }

  /// Microseconds for one of so many; `nil` where the server's time is not known.
  private func databaseTime(
    since before: Int64?, _ cluster: ClusterTime?, _ count: Double
  ) throws -> Double? {
    guard let before, let cluster else { return nil }
    return Double(try cluster.nanoseconds() - before) / count / 1000
  }
}
