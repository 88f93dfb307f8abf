import Foundation
import Subprocess
import SystemPackage

/// The other side: pgbench on the unix socket, calling a procedure that does the same.
struct StoredProcedure {
  let books: RepaymentBooks
  let database: TunedDatabase
  /// Where `repayment.sql` and `repayment.pgbench` are.
  let directory: String

  /// As the daemon's sessions: a plan is made once.
  private static let options = "-c plan_cache_mode=force_generic_plan -c jit=off"

  /// What so many clients came to, after a second that does not count.
  struct Outcome {
    /// All that were done, the first second's too.
    let transactions: Int
    let perSecond: Double
    /// Microseconds.
    let meanLatency: Double
  }

  func install() async throws {
    let path = "\(directory)/repayment.sql"
    try await database.sql(try String(contentsOfFile: path, encoding: .utf8))
  }

  func run(clients: Int, seconds: Int, day: String, seed: UInt64) async throws -> Outcome {
    let variables = [
      "upks=\(books.upks)", "loans=\(books.loansPerUPK)",
      "steps=\(RepaymentBooks.steps.upperBound)", "step=\(RepaymentBooks.step)",
      "cashier=\(RepaymentBooks.firstCashier)", "day=\(day)",
    ]
    let result = try await Subprocess.run(
      .name("pgbench"),
      arguments: .init(
        [
          "-n", "-M", "prepared", "-c", "\(clients)", "-j", "\(min(clients, 2))",
          "-T", "\(seconds + 1)", "-P", "1", "--random-seed=\(seed)",
          "-f", "\(directory)/repayment.pgbench",
        ] + variables.flatMap { ["-D", $0] } + [database.connectionString]),
      environment: .inherit.updating(["PGOPTIONS": Self.options]),
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    guard result.terminationStatus.isSuccess,
      let outcome = Outcome(result.standardOutput, progress: result.standardError)
    else {
      throw RepaymentsError.program("pgbench", result.standardError + result.standardOutput)
    }
    return outcome
  }
}

extension StoredProcedure.Outcome {
  /// What pgbench printed: `progress: 2.0 s, 5423.9 tps, lat 0.184 ms stddev 0.031, 0 failed`
  /// each second, and the count at the end.
  fileprivate init?(_ output: String, progress: String) {
    let lines = progress.split(separator: "\n").filter { $0.hasPrefix("progress: ") }.dropFirst()
    let rates = lines.compactMap { Self.number(before: " tps", in: $0) }
    let latencies = lines.compactMap { Self.number(before: " ms", in: $0) }
    let done = output.split(separator: "\n").first {
      $0.hasPrefix("number of transactions actually processed: ")
    }.flatMap { $0.split(separator: " ").last }.flatMap { Int($0) }
    guard !rates.isEmpty, rates.count == latencies.count, let done, output.contains("(0.000%)")
    else { return nil }
    transactions = done
    perSecond = rates.reduce(0, +) / Double(rates.count)
    meanLatency = 1000 * latencies.reduce(0, +) / Double(latencies.count)
  }

  private static func number(before unit: String, in line: Substring) -> Double? {
    guard let end = line.range(of: unit)?.lowerBound else { return nil }
    return line[..<end].split(separator: " ").last.flatMap { Double($0) }
  }
}
