import Foundation
import Subprocess
import SystemPackage

/// This program again, as another process.
enum ServerProcess {
  private static let program = "/proc/self/exe"

  /// Where a server listens, and which process it is.
  struct Address: Sendable {
    let port: Int
    let process: pid_t
  }

  /// Gives the body a server, which is killed after it.
  static func run<Result: Sendable>(
    _ wire: Wire, _ fund: FundOptions,
    _ body: (Address) async throws -> Result
  ) async throws -> Result {
    let path = try FileManager.default.destinationOfSymbolicLink(atPath: program)
    return try await Subprocess.run(
      .path(.init(path)),
      arguments: .init(["serve", "--wire", wire.rawValue] + fund.arguments),
      input: .none, output: .sequence, error: .discarded
    ) { execution in
      var lines = execution.standardOutput.strings().makeAsyncIterator()
      let line = try await lines.next() ?? ""
      guard let port = Int(line.filter(\.isNumber)) else { throw BenchError.noServer(wire, line) }
      let process = execution.processIdentifier.value
      let result: Swift.Result<Result, any Error>
      do {
        result = .success(try await body(Address(port: port, process: process)))
      } catch {
        result = .failure(error)
      }
      kill(process, SIGKILL)
      return try result.get()
    }.closureResult
  }

  /// Measures a load on both ends in one process.
  static func measureInProcess(
    _ load: Load, _ fund: FundOptions
  ) async throws -> Measurement {
    let path = try FileManager.default.destinationOfSymbolicLink(atPath: program)
    let result = try await Subprocess.run(
      .path(.init(path)),
      arguments: .init(
        [
          "in-process", "--in-flight", "\(load.inFlight)", "--warm-up", "\(load.warmUpSeconds)",
          "--seconds", "\(load.seconds)",
        ] + fund.arguments), output: .string(limit: 65_536), error: .discarded)
    return try JSONDecoder().decode(Measurement.self, from: Data(result.standardOutput.utf8))
  }
}
