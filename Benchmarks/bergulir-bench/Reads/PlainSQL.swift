import Foundation
import Subprocess
import SystemPackage

/// The other side of reads: statements that somebody who knows SQL would write, by pgbench.
struct PlainSQL: Sendable {
  let database: String
  /// Where the scripts are.
  let directory: String

  /// Seconds of one run of a script, the mean of so many on one connection.
  func seconds(
    _ script: String, _ variables: [String: String], times: Int, seed: Int
  ) async throws -> Double {
    let values = variables.flatMap { ["-D", "\($0.key)=\($0.value)"] }
    let result = try await Subprocess.run(
      .name("pgbench"),
      arguments: .init(
        [
          "-n", "-M", "prepared", "-t", "\(times)", "--random-seed=\(seed)",
          "-f", "\(directory)/\(script).pgbench",
        ] + values + [database]),
      environment: .inherit.updating(["PGOPTIONS": "-c jit=off"]),
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    let latency = result.standardOutput.split(separator: "\n")
      .first { $0.hasPrefix("latency average = ") }?
      .split(separator: " ").dropLast().last.flatMap { Double($0) }
    guard result.terminationStatus.isSuccess, let latency else {
      throw RepaymentsError.program("pgbench", result.standardError + result.standardOutput)
    }
    return latency / 1000
  }

  /// Runs SQL, and gives what it printed: a line a row, `|` between columns.
  @discardableResult
  func sql(_ text: String) async throws -> String {
    let result = try await Subprocess.run(
      .name("psql"),
      arguments: ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", database],
      input: .string(text), output: .string(limit: 1 << 20), error: .string(limit: 65_536))
    guard result.terminationStatus.isSuccess else {
      throw RepaymentsError.program("psql", result.standardError)
    }
    return result.standardOutput.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// What was set, by name.
  func settings() async throws -> [String: String] {
    let names = ["server_version", "shared_buffers", "work_mem", "max_parallel_workers_per_gather"]
    let rows = try await sql(names.map { "select '\($0)', current_setting('\($0)');" }.joined())
    return rows.split(separator: "\n").reduce(into: [:]) { settings, row in
      let parts = row.split(separator: "|", maxSplits: 1)
      if parts.count == 2 { settings[String(parts[0])] = String(parts[1]) }
    }
  }
}
