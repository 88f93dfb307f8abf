import Foundation
import FundTesting
import Testing

/// Other systems of the province, which speak standard gRPC.
@Suite(.serialized, .timeLimit(.minutes(10))) struct IntegrationTests {
  @Test func `a program in Python works with the books by the published protos`() async throws {
    try await withDemo { demo, home in
      #expect(demo.status == 0, "\(demo.words)")
      let stubs = home.appendingPathComponent("stubs")
      let made = try await finish(
        Programs.root.appendingPathComponent("Examples/integration/stubs"), [stubs.path])
      #expect(made.status == 0, "\(made.words)")
      try await withDaemon(
        dataDirectory: home.appendingPathComponent("data"),
        environment: ["BERGULIR_GRPC_LISTEN": "127.0.0.1:0"]
      ) { daemon in
        let token = home.appendingPathComponent("config/bergulir/tokens/officer")
        let ran = try await Python.run(
          [
            "Examples/integration/scenario.py", try await grpcAddress(daemon), token.path,
            "upks/malabutor", "2018-02-28",
          ], environment: ["PYTHONPATH": stubs.path])
        #expect(ran.status == 0, "\(ran.words)")
        let lines = ran.output.split(separator: "\n").map(String.init)
        #expect(lines.starts(with: ["health SERVING"]), "\(ran.output)")
        #expect(lines.contains("account officer"))
        #expect(lines.contains("pages [2, 2, 2, 1]"), "\(ran.output)")
        #expect(lines.contains { $0.hasPrefix("recorded KW-2018-") && $0.hasSuffix("once True") })
        // What the loan owes less afterwards is what the receipt says, once.
        #expect(lines.contains { $0.wholeMatch(of: /principal ([1-9]\d*) of \1/) != nil })
        #expect(lines.contains("PAR 12330000/20000000 SUSPENDED"), "\(ran.output)")
        #expect(lines.contains { $0.hasPrefix("refused FAILED_PRECONDITION ") }, "\(ran.output)")
      }
    }
  }

  @Test func `with a certificate a program needs no token, and without one it is not let in`()
    async throws
  {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let data = scratch.url.appendingPathComponent("data")
    let tls = data.appendingPathComponent("tls").path
    let made = try await finish(
      Programs.url("bergulird"),
      ["certificate", "create", "--data-directory", data.path, "--client", "reports"])
    #expect(made.status == 0, "\(made.words)")
    let stubs = scratch.url.appendingPathComponent("stubs")
    _ = try await finish(
      Programs.root.appendingPathComponent("Examples/integration/stubs"), [stubs.path])
    try await withDaemon(
      dataDirectory: data,
      options: [
        "--tls-certificate", tls + "/server.pem", "--tls-key", tls + "/server.key",
        "--tls-client-ca", tls + "/ca.pem",
      ], environment: ["BERGULIR_GRPC_LISTEN": "127.0.0.1:0"]
    ) { daemon in
      func run(_ options: [String]) async throws -> Finished {
        try await Python.run(
          [
            "Examples/integration/scenario.py", try await grpcAddress(daemon), "-",
            "upks/malabutor", "2018-02-28", "--ca", tls + "/ca.pem",
          ] + options, environment: ["PYTHONPATH": stubs.path])
      }
      let stranger = try await run([])
      #expect(stranger.status != 0 && stranger.words.contains("UNAVAILABLE"), "\(stranger.words)")
      let shown = try await run([
        "--certificate", tls + "/client-reports.pem", "--key", tls + "/client-reports.key",
      ])
      // Well connected, and nobody's account yet.
      #expect(shown.output.contains("health SERVING"), "\(shown.words)")
      #expect(shown.words.contains("certificate of the connection"), "\(shown.words)")
    }
  }

  @Test func `an address of gRPC that is taken is named, with what to do`() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let data = scratch.url.appendingPathComponent("data")
    try await withDaemon(
      dataDirectory: data, environment: ["BERGULIR_GRPC_LISTEN": "127.0.0.1:0"]
    ) { daemon in
      let taken = try await grpcAddress(daemon)
      let second = try await finish(
        Programs.url("bergulird"),
        [
          "serve", "--data-directory", scratch.url.appendingPathComponent("other").path,
          "--listen", "127.0.0.1:0", "--grpc-listen", taken,
        ])
      #expect(second.status == 1 && second.words.contains("--grpc-listen"), "\(second.words)")
      let named = try await finish(
        Programs.url("bergulird"),
        ["serve", "--data-directory", data.path, "--grpc-listen", "fund.example.org:7711"])
      #expect(named.status == 1 && named.words.contains("in numbers"), "\(named.words)")
    }
  }

  /// Where a daemon serves gRPC.
  private func grpcAddress(_ daemon: DaemonProcess) async throws -> String {
    try await eventually { daemon.words.contains("gRPC on ") }
    let line = try #require(daemon.words.firstMatch(of: /gRPC on ([0-9.:]+)\n/))
    return String(line.1)
  }
}
