import ArgumentParser
import FrameTransport
import Foundation
import FundAPI
import GRPCCore

/// Measures what clerks notice of a province's month close.
struct CloseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "Latency of repayments without and with the close of a month beside them.",
    discussion: """
      EXAMPLES
        bergulir-bench close --server 127.0.0.1:7710 --cashier cashier.token \\
          --bookkeeper bookkeeper.token --bergulir .build/release/bergulir \\
          --month 2026-01 --month 2026-02

      On a running daemon without TLS, with UPK that have loans; both have their role in the whole \
      province. For each month: repayments alone, then repayments while \
      `bergulir period close --province` closes it.
      """)

  @Option(help: "The daemon's address, HOST:PORT.") var server: String
  @Option(help: "A file with the token of who records repayments.") var cashier: String
  @Option(help: "A file with the token of who closes months.") var bookkeeper: String
  @Option(help: "The program that closes.") var bergulir: String
  @Option(name: .customLong("month"), help: "A month that no UPK has closed; in order.")
  var months: [String]
  @Option(help: "How many clerks, each of whom records one repayment after the other.")
  var clerks: Int = 4
  @Option(help: "How long a clerk takes between an answer and the next repayment.")
  var thinkingMilliseconds: Int = 0
  @Option(help: "UPK that are closed at a time.") var atOnce: Int = 1
  @Option(help: "How long repayments alone are measured.") var seconds: Double = 10
  @Option(help: "Where to write all measurements.") var json: String?

  func run() async throws {
    let parts = server.split(separator: ":")
    guard parts.count == 2, let port = Int(parts[1]) else {
      throw ValidationError("--server is HOST:PORT")
    }
    let token = try String(contentsOfFile: cashier, encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let transport = FrameClientTransport(
      target: ListenAddress(host: String(parts[0]), port: port))
    try await withGRPCClient(transport: transport) { client in
      let counter = try await Counter(client: client, token: token)
      _ = try await counter.record(clerks, thinking, until: deadline(after: seconds / 2))
      var rounds: [CloseRound] = []
      for month in months {
        let round = try await round(month, counter)
        print(round.line)
        rounds.append(round)
      }
      try tell(rounds)
    }
  }

  private var thinking: Duration { .milliseconds(thinkingMilliseconds) }

  /// What says that so many seconds are over.
  private func deadline(after seconds: Double) -> @Sendable () -> Bool {
    let end = ContinuousClock.now + .seconds(seconds)
    return { ContinuousClock.now >= end }
  }

  private func round(_ month: String, _ counter: Counter) async throws -> CloseRound {
    let alone = try await counter.record(clerks, thinking, until: deadline(after: seconds))
    let close = try ClosingProcess(
      bergulir,
      [
        "period", "close", "--province", "--month", month, "--at-once", "\(atOnce)", "-o", "json",
        "--server", server, "--token-file", bookkeeper,
      ])
    let beside = try await counter.record(clerks, thinking) { !close.isRunning }
    return CloseRound(month: month, alone: alone, beside: beside, closed: try close.closed())
  }

  private func tell(_ rounds: [CloseRound]) throws {
    func ratio(_ figure: KeyPath<Measurement, Double>) -> String {
      let spread = Spread(rounds.map { $0.beside[keyPath: figure] / $0.alone[keyPath: figure] })
      return spread.map {
        String(format: "%.2f (%.2f to %.2f)", $0.median, $0.least, $0.most)
      } ?? "-"
    }
    print("beside / alone: p50 \(ratio(\.p50)), p99 \(ratio(\.p99))")
    guard let json else { return }
    let record = CloseRecord(
      machine: try .current(), clerks: clerks, atOnce: atOnce, rounds: rounds)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(record).write(to: URL(filePath: json))
  }
}

/// All that a run measured.
struct CloseRecord: Codable, Sendable {
  let machine: Machine
  let clerks: Int
  let atOnce: Int
  let rounds: [CloseRound]
}

/// Repayments alone and beside the close of one month.
struct CloseRound: Codable, Sendable {
  let month: String
  let alone: Measurement
  let beside: Measurement
  let closed: Int

  /// Latencies in milliseconds.
  var line: String {
    func figures(_ measured: Measurement) -> String {
      String(
        format: "%6.0f/s p50 %6.2f p99 %7.2f ms", measured.callsPerSecond,
        measured.p50 / 1000, measured.p99 / 1000)
    }
    let seconds = Double(beside.calls) / beside.callsPerSecond
    return "\(month)  alone \(figures(alone))  beside \(figures(beside))  "
      + String(format: "%d UPK in %.1f s, %.1f/s", closed, seconds, Double(closed) / seconds)
  }
}
