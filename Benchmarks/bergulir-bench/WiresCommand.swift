import ArgumentParser
import Foundation
import Glibc

/// `bergulir-bench wires`.
struct WiresCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wires",
    abstract: "Calls a second, latency and processor time of a unary call, by wire.",
    discussion: """
      An echo of 150 bytes over one connection, with the daemon's gate and log on the server. Client
      and server are two processes, but for in-process, where the processor time is of both.
      """)

  @Option(help: "How many callers at once.") var inFlight: [Int] = [1, 16, 64, 256]
  @Option(help: "How often all of it; the table has medians.") var rounds = 5
  @Option(help: "How long each measurement takes.") var seconds = 2.0
  @Option(help: "How long is called before it.") var warmUp = 0.5
  @Option(help: "What calls pass through on the server: all, unlogged or none.")
  var interceptors = Interceptors.all
  @Option(help: "What the programs were built with, for the record.") var toolchain = "unknown"
  @Option(help: ArgumentHelp("Where to write all measurements.", valueName: "file"))
  var json: String?

  func validate() throws {
    guard rounds > 0, seconds > 0, warmUp > 0, inFlight.allSatisfy({ $0 > 0 }) else {
      throw ValidationError("Rounds, seconds and callers are more than zero.")
    }
  }

  func run() async throws {
    say("starting a PostgreSQL for this run")
    let database = try await BenchDatabase.start()
    let result: Result<WireReport, any Error>
    do {
      result = .success(
        try await measure(
          FundOptions(database: database.connectionString, interceptors: interceptors)))
    } catch {
      result = .failure(error)
    }
    try await database.stop()
    let report = try result.get()
    print(report.table)
    if let json { try report.write(to: json) }
  }

  private func measure(_ fund: FundOptions) async throws -> WireReport {
    var report = WireReport(
      machine: try Machine.current(), toolchain: toolchain, interceptors: interceptors,
      rounds: rounds, seconds: seconds)
    try await ServerProcess.run(.http2, fund) { http2 in
      try await ServerProcess.run(.frames, fund) { frames in
        let servers: [Wire: ServerProcess.Address] = [.http2: http2, .frames: frames]
        for round in 0..<rounds {
          for count in inFlight {
            let load = Load(inFlight: count, warmUpSeconds: warmUp, seconds: seconds)
            // Each round begins with another wire, so that none is always the first.
            for wire in Wire.allCases.rotated(by: round) {
              say("round \(round + 1) of \(rounds), \(count) in flight, \(wire.rawValue)")
              report.samples.append(
                WireReport.Sample(
                  wire: wire, inFlight: count, round: round,
                  measurement: try await run(load, on: wire, servers[wire], fund)))
            }
          }
        }
      }
    }
    return report
  }

  private func run(
    _ load: Load, on wire: Wire, _ server: ServerProcess.Address?, _ fund: FundOptions
  ) async throws -> Measurement {
    guard let server else {
      return try await ServerProcess.measureInProcess(load, fund)
    }
    let clocks = Clocks(server: try ProcessorTime(of: server.process))
    return try await wire.run(load, port: server.port, clocks: clocks)
  }

  private func say(_ text: String) {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
  }
}

extension Array {
  /// The same elements, beginning with another one.
  func rotated(by count: Int) -> [Element] {
    guard !isEmpty else { return [] }
    let at = count % self.count
    return Array(self[at...] + self[..<at])
  }
}
