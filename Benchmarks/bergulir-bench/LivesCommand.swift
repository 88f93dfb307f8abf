import ArgumentParser
import BooksVerification
import Foundation
import FundStore
import Logging
import ProvinceSeed
import RevolvingFund

/// Lives so many random operations by the rules, and verifies what they left.
struct LivesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lives",
    abstract: "Lives random operations in a province of its own, and verifies all of its books.",
    discussion: """
      EXAMPLES
        bergulir-bench lives
        bergulir-bench lives --operations 20000 --seed 7

      Ends with 10 if anything is found, and says what and where.
      """)

  @Option(help: "How many operations are recorded at least.")
  var operations: Int = 1_000_000
  @Option(help: "The seed of the first; printed, for a repetition.")
  var seed: UInt64 = .random(in: 0...UInt64(UInt32.max))
  @Option(help: "UPK at a time; as many as there are processors unless given.")
  var workers: Int = ProcessInfo.processInfo.activeProcessorCount

  /// UPK that are lived between two looks at how many operations there are.
  private static let batch = 20
  private static let shownFindings = 10

  func validate() throws {
    guard (1...10_000_000).contains(operations) else {
      throw ValidationError("--operations is 1 to 10000000")
    }
    guard (1...64).contains(workers) else { throw ValidationError("--workers is 1 to 64") }
  }

  func run() async throws {
    print("seed \(seed)")
    let database = try await BenchDatabase.start()
    let result: Result<[String], any Error>
    do {
      let upks = try await live(in: database.connectionString)
      result = .success(try await findings(in: database.connectionString, upks: upks))
    } catch {
      result = .failure(error)
    }
    try await database.stop()
    let findings = try result.get()
    print("\(findings.count) findings")
    for finding in findings.prefix(Self.shownFindings) { print(finding) }
    if !findings.isEmpty { throw ExitCode(10) }
  }

  /// Lives UPK until enough was done, and says how many there are.
  private func live(in database: String) async throws -> Int {
    let store = try await FundStore.open(
      .init(connectionString: database, writers: workers, readers: 1),
      keys: try BenchKeys.read(),
      logger: Logger(label: "lives") { StreamLogHandler.standardError(label: $0) })
    var upks = 0
    var events = 0
    let began = ContinuousClock.now
    while events < operations {
      upks += Self.batch
      let plan = SeedPlan(
        upks: upks, loansPerUPK: 50, months: 12, since: Month(year: 2025, month: 1), seed: seed)
      events += try await ProvinceSeed(plan, into: store, workers: workers).fill { _ in }.events
      tell("\(events) of \(operations) operations, \(upks) UPK")
    }
    await store.close()
    let seconds = Int((ContinuousClock.now - began) / .seconds(1))
    print("\(events) operations of \(upks) UPK in \(seconds) s")
    return upks
  }

  /// What the verification of every UPK's books, and of the province's stream, finds.
  private func findings(in database: String, upks: Int) async throws -> [String] {
    let began = ContinuousClock.now
    let streams = Array(0...Int64(upks))
    var findings: [String] = []
    try await withThrowingTaskGroup(of: [String].self) { group in
      for worker in 0..<workers {
        group.addTask {
          let sessions = VerificationSessions(connectionString: database)
          var found: [String] = []
          for stream in streams[worker...] where (Int(stream) - worker).isMultiple(of: workers) {
            let verification = try await sessions.verify(stream, deadline: nil)
            found += verification.findings.map { "UPK \(stream): \($0)" }
            if stream.isMultiple(of: 50) { tell("verified UPK \(stream) of \(upks)") }
          }
          await sessions.close()
          return found
        }
      }
      for try await found in group { findings += found }
    }
    let seconds = Int((ContinuousClock.now - began) / .seconds(1))
    print("\(upks) UPK and the province verified in \(seconds) s")
    return findings
  }

  private func tell(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
