import ArgumentParser
import Foundation
import FundStore
import ProvinceSeed
import RevolvingFund

/// `bergulir-bench reads`.
struct ReadsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reads",
    abstract: "Reads of one UPK and of a province beside plain SQL by pgbench.",
    discussion: """
      EXAMPLES
        bergulir-bench reads --upk 400 --bergulir .build/release/bergulir
        bergulir-bench seed --upk 8000 --database DATABASE --key-file FILE
        bergulir-bench reads --database DATABASE --key-file FILE

      Makes a province in a PostgreSQL of its own, or reads one that seed has made: DATABASE is \
      then a connection string of a superuser, and a token and some repayments are added to it. \
      The daemon's services run with gate and log in another process. Times are of whole answers, \
      read to the end.
      """)

  @Option(help: "A province that seed has made; with a superuser's login.") var database: String?
  @Option(help: "The key file that names of that province are sealed with.") var keyFile: String?
  @Option(name: .customLong("upk"), help: "How many UPK a province of its own has.")
  var upks = 800
  @Option(help: "The program of the command line, to measure one call of it.") var bergulir: String?
  @Option(help: "How often all of it; the table has medians.") var rounds = 5
  @Option(help: "Calls about one UPK or one loan in each measurement.") var calls = 300
  @Option(help: "A closed month of the province.") var month = "2025-11"
  @Option(help: "A past day that ends no month.") var day = "2025-09-17"
  @Option(help: "Where the scripts of pgbench are.") var scripts = "Benchmarks/pgbench"
  @Option(help: "What the programs were built with, for the record.") var toolchain = "unknown"
  @Option(help: ArgumentHelp("Where to write all measurements.", valueName: "file"))
  var json: String?

  func validate() throws {
    guard rounds > 0, calls > 0, (1...SeedPlan.mostUPKs).contains(upks) else {
      throw ValidationError("All numbers are more than zero.")
    }
    guard Month(parsing: month) != nil, Day(parsing: day) != nil else {
      throw ValidationError("--month is a month and --day a day, such as 2025-11 and 2025-09-17")
    }
  }

  func run() async throws {
    if let database { return try await run(on: database) }
    FileHandle.standardError.write(Data("making a province of \(upks) UPK\n".utf8))
    try await TunedDatabase.run { database in
      _ = try await ProvinceSeed.Progress.filling(
        SeedPlan(
          upks: upks, loansPerUPK: 50, months: 12, since: Month(year: 2025, month: 1), seed: 1),
        in: database.administration,
        keys: try BenchKeys.read(keyFile))
      try await database.settle()
      try await run(on: database.administration)
    }
  }

  private func run(on database: String) async throws {
    guard let month = Month(parsing: month), let day = Day(parsing: day) else { return }
    let fund = FundOptions(database: database, keyFile: keyFile, interceptors: .all)
    let plain = PlainSQL(database: database, directory: scripts)
    let settings = try await plain.settings()
    let report = try await ServerProcess.run(.frames, fund) { server in
      try await ProvinceReads.run(plain, server) { reads in
        try await measure(
          Contest.all(
            reads, plain, month: month, day: day, calls: calls, program: bergulir),
          ReadReport(
            machine: try .current(), toolchain: toolchain, upks: reads.upks.count,
            settings: settings, rounds: rounds), server)
      }
    }
    print(report.table)
    if let json { try report.write(to: json) }
  }

  /// Each contest's two sides in turn, the other one first in every second round.
  private func measure(
    _ contests: [Contest], _ report: ReadReport, _ server: ServerProcess.Address
  ) async throws -> ReadReport {
    var report = report
    report.memoryIdle = try Memory(of: server.process).resident
    for round in -1..<rounds {
      for contest in contests {
        FileHandle.standardError.write(
          Data("round \(round + 1) of \(rounds), \(contest.name)\n".utf8))
        let sample = try await contest.sample(round)
        if round >= 0 { report.samples.append(sample) }
      }
    }
    report.memoryMost = try Memory(of: server.process).most
    return report
  }
}

/// The memory of a process, in MiB.
struct Memory {
  let resident: Double
  /// The most that it ever had.
  let most: Double

  /// - Throws: what reading `/proc` throws.
  init(of process: Int32) throws {
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    func kibibytes(_ name: String) -> Double {
      let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
      return line.flatMap { Double($0.filter(\.isNumber)) } ?? 0
    }
    resident = kibibytes("VmRSS") / 1024
    most = kibibytes("VmHWM") / 1024
  }
}
