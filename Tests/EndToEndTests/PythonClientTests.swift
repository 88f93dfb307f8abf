import Foundation
import FrameTransport
import FundAPI
import FundTesting
import GRPCCore
import Testing

/// The second implementation of the wire, `Examples/python`, before the daemon.
@Suite(.serialized, .timeLimit(.minutes(10))) struct PythonClientTests {
  @Test func `both implementations agree on the bytes of docs_wire_md`() async throws {
    try await pass("tests.test_document", "tests.test_peer")
  }

  @Test
  func `a client written from docs_wire_md makes calls of all shapes, up to the daemon's end`()
    async throws
  {
    try await withConformingDaemon { daemon, token in
      let address = try #require(daemon.address, "\(daemon.words)")
      let environment = [
        "BERGULIR_ADDRESS": address, "BERGULIR_PID": "\(daemon.processID)",
        "BERGULIR_TOKEN": try String(contentsOf: token, encoding: .utf8),
      ]
      try await pass("tests.test_daemon", environment: environment)
      try await pass("tests.test_shutdown", environment: environment)
      await daemon.ended()
      #expect(daemon.status == 0, "\(daemon.words)")
    }
  }

  @Test func `the example writes once and explains what is refused`() async throws {
    try await withConformingDaemon { daemon, token in
      let address = try #require(daemon.address, "\(daemon.words)")
      let arguments = ["Examples/python/example.py", address, token.path, "92", "Papua Barat"]
      let first = try await Python.run(arguments)
      #expect(first.status == 0, "\(first.words)")
      #expect(first.output.contains("regions/92: registered\n"))
      #expect(first.output.contains("regions/92: registered, as it was before\n"))
      let second = try await Python.run(arguments)
      #expect(second.status == 0, "\(second.words)")
      #expect(second.output.contains("refused: ALREADY_EXISTS"))
      #expect(second.output.contains("Use the one that is there"))
      #expect(second.output.contains("regions/92  Papua Barat\n"))
    }
  }

  @Test func `without the flag the calls for conformance are not there`() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try await withDaemon(dataDirectory: scratch.url.appendingPathComponent("data")) { daemon in
      let address = try #require(daemon.address, "\(daemon.words)").split(separator: ":")
      let transport = FrameClientTransport(
        target: ListenAddress(
          host: String(address[0]), port: try #require(Int(address[1]))))
      try await withGRPCClient(transport: transport) { client in
        await #expect { () async throws in
          _ = try await Bergulir_V1_ConformanceService.Client(wrapping: client).echo(.init())
        } throws: {
          ($0 as? RPCError)?.code == .unimplemented
        }
        return
      }
    }
  }

  @Test func `the calls for conformance are not served beyond the machine`() async throws {
    let ended = try await finish(
      Programs.url("bergulird"),
      ["serve", "--conformance", "--insecure", "--listen", "0.0.0.0:0"])
    #expect(ended.status == 1)
    #expect(ended.words.contains("--conformance"), "\(ended.words)")
  }

  private func pass(_ modules: String..., environment: [String: String] = [:]) async throws {
    let ended = try await Python.run(["-m", "unittest"] + modules, environment: environment)
    #expect(ended.status == 0, "\(ended.words)")
    #expect(ended.words.contains(/Ran [1-9]/), "\(ended.words)")
  }

  /// Gives `body` a daemon on an empty fund, and the file with its administrator's token.
  private func withConformingDaemon(_ body: (DaemonProcess, URL) async throws -> Void) async throws
  {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let data = scratch.url.appendingPathComponent("data")
    let made = try await finish(
      Programs.url("bergulird"), ["principal", "bootstrap", "--data-directory", data.path])
    try #require(made.status == 0, "\(made.words)")
    let token = try scratch.file(
      "token", holding: made.output.trimmingCharacters(in: .newlines))
    try await withDaemon(dataDirectory: data, options: ["--conformance"]) { daemon in
      try await body(daemon, token)
    }
  }
}

/// Python 3 with protobuf, as Debian has them.
enum Python {
  /// Runs it to its end with the client's modules at hand, writing nothing beside them.
  static func run(
    _ arguments: [String], environment: [String: String] = [:]
  ) async throws -> Finished {
    let modules =
      [Programs.root.appendingPathComponent("Examples/python").path]
      + [environment["PYTHONPATH"]].compactMap(\.self)
    let ours = ["PYTHONPATH": modules.joined(separator: ":"), "PYTHONDONTWRITEBYTECODE": "1"]
    return try await finish(
      try await interpreter(), arguments, environment: environment.merging(ours) { $1 })
  }

  /// Debian's own, or whichever is called by its name and has protobuf.
  private static func interpreter() async throws -> URL {
    let folders =
      ["/usr/bin"]
      + (ProcessInfo.processInfo.environment["PATH"] ?? "").split(
        separator: ":"
      ).map(String.init)
    for folder in folders {
      let python = URL(fileURLWithPath: folder).appendingPathComponent("python3")
      guard FileManager.default.isExecutableFile(atPath: python.path) else { continue }
      if try await finish(python, ["-c", "import google.protobuf"]).status == 0 { return python }
    }
    throw PythonMissing()
  }
}

/// There is no Python that the client can run with.
private struct PythonMissing: Error, CustomStringConvertible {
  let description = """
    no python3 with google.protobuf here: run make setup, or install Debian's python3, \
    python3-protobuf, protobuf-compiler and libprotobuf-dev
    """
}
