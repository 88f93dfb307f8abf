import ArgumentParser
import Foundation
import FundStore
import Logging
import ProvinceSeed
import RevolvingFund

/// Makes a province to measure on.
struct SeedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seed",
    abstract: "Fills an empty migrated deployment with a province that follows from a seed.",
    discussion: """
      EXAMPLES
        bergulir-bench seed --upk 400 --loans-per-upk 50 --months 12 --seed 1 \\
          --database 'dbname=bergulir user=bergulir_writer' --key-file keys

      Stopped, it goes on when it is run again with the same numbers and keys; with more --upk
      it adds to what is there. Keep everything else away from the database meanwhile.
      """)

  @Option(name: .customLong("upk"), help: "How many UPK.")
  var upks: Int
  @Option(help: "Loans of each UPK, 1 to 500.")
  var loansPerUpk: Int = 50
  @Option(help: "Months from the first loan on, 1 to 60.")
  var months: Int = 12
  @Option(help: "The month of the first loan.")
  var since: String = "2025-01"
  @Option(help: "The same seed gives the same province.")
  var seed: UInt64 = 1
  @Option(help: "The database, as the daemon's --database.")
  var database: String
  @Option(help: "The deployment's key file, which names and NIK are sealed with.")
  var keyFile: String
  @Option(help: "UPK at a time; as many as there are processors unless given.")
  var workers: Int = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard (1...SeedPlan.mostUPKs).contains(upks) else {
      throw ValidationError("--upk is 1 to \(SeedPlan.mostUPKs)")
    }
    guard (1...500).contains(loansPerUpk) else {
      throw ValidationError("--loans-per-upk is 1 to 500")
    }
    guard (1...60).contains(months) else { throw ValidationError("--months is 1 to 60") }
    guard Month(parsing: since) != nil else {
      throw ValidationError("--since is a month, such as 2025-01")
    }
    guard (1...64).contains(workers) else { throw ValidationError("--workers is 1 to 64") }
  }

  func run() async throws {
    guard let first = Month(parsing: since) else { return }
    let plan = SeedPlan(
      upks: upks, loansPerUPK: loansPerUpk, months: months, since: first, seed: seed)
    let (made, seconds) = try await ProvinceSeed.Progress.filling(
      plan, in: database, keys: try BenchKeys.read(keyFile), workers: workers)
    tell(made, seconds)
  }

  private func tell(_ made: ProvinceSeed.Progress, _ seconds: Double) {
    print("upk         \(made.upks), of which \(made.found) were there")
    print("loans       \(made.loans)")
    print("events      \(made.events) of UPK")
    print("seconds     \(String(format: "%.1f", seconds))")
    for (code, count) in made.refusals.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      print("refused     \(count) \(code.rawValue)")
    }
  }
}

extension ProvinceSeed.Progress {
  /// Fills a database, and shows how far it is.
  static func filling(
    _ plan: SeedPlan, in database: String, keys: PersonalDataKeys,
    workers: Int = ProcessInfo.processInfo.activeProcessorCount
  ) async throws -> (made: ProvinceSeed.Progress, seconds: Double) {
    let store = try await FundStore.open(
      .init(connectionString: database, writers: workers, readers: 1), keys: keys,
      logger: Logger(label: "seed") { StreamLogHandler.standardError(label: $0) })
    let bar = ProgressBar(total: plan.upks)
    let result: Result<ProvinceSeed.Progress, any Error>
    do {
      let province = ProvinceSeed(plan, into: store, workers: workers)
      result = .success(try await province.fill { bar.show($0.upks, found: $0.found) })
    } catch {
      result = .failure(error)
    }
    bar.end()
    await store.close()
    return (try result.get(), bar.seconds)
  }
}
