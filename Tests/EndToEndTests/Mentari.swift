import Foundation
import FundTesting
import Testing

/// The demo's data behind a real daemon, shared by the tests of a suite.
struct Mentari: Sendable {
  let daemon: DaemonProcess
  /// What `tools/demo` left: data, contexts and tokens.
  let home: URL
  /// What `tools/demo` printed.
  let transcript: String

  @TaskLocal static var current: Mentari?

  /// Runs `bergulir` as one of the demo's people.
  func bergulir(
    _ arguments: String..., context: String = "manager", input: String = ""
  ) async throws -> Finished {
    try await bergulir(arguments, context: context, input: input)
  }

  func bergulir(
    _ arguments: [String], context: String = "manager", input: String = ""
  ) async throws -> Finished {
    let address = try #require(daemon.address)
    return try await finish(
      Programs.url("bergulir"), arguments,
      environment: [
        "XDG_CONFIG_HOME": home.appendingPathComponent("config").path,
        "BERGULIR_CONTEXT": context, "BERGULIR_SERVER": address, "BERGULIR_LANG": "en",
      ], input: input)
  }
}

/// Serves what the demo left to a suite.
struct MentariTrait: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withDemo { demo, home in
      guard demo.status == 0 else {
        Issue.record("the demo failed: \(demo.output.suffix(2000)) \(demo.words)")
        return
      }
      try await withDaemon(dataDirectory: home.appendingPathComponent("data")) { daemon in
        let mentari = Mentari(daemon: daemon, home: home, transcript: demo.output)
        try await Mentari.$current.withValue(mentari) { try await function() }
      }
    }
  }
}

extension Trait where Self == MentariTrait {
  static var mentari: Self { MentariTrait() }
}

/// Gives `body` what `tools/demo` printed and a copy of what it left.
func withDemo<Value>(_ body: (Finished, URL) async throws -> Value) async throws -> Value {
  let first = try await DemoRun.shared.value
  let scratch = try Scratch()
  defer { scratch.remove() }
  let home = scratch.url.appendingPathComponent("demo")
  let copied = try await finish(
    URL(fileURLWithPath: "/bin/cp"), ["-a", first.home.path, home.path])
  #expect(copied.status == 0, "\(copied.words)")
  return try await body(first.demo, home)
}

/// Runs `tools/demo` on other examples, for what it prints.
func demo(on examples: URL) async throws -> Finished {
  let scratch = try Scratch()
  defer { scratch.remove() }
  return try await DemoRun(in: scratch, options: ["--examples", examples.path]).demo
}

/// The demo on the programs of this test run, with everything that its daemon says.
private struct DemoRun: Sendable {
  let demo: Finished
  /// What it left: data, contexts and tokens.
  let home: URL

  /// One run for all tests that begin with what it leaves; it takes longer than most of them.
  static let shared = Task {
    let scratch = try Scratch()
    scratch.removeAtExit()
    return try await DemoRun(in: scratch)
  }

  init(in scratch: Scratch, options: [String] = []) async throws {
    home = scratch.url.appendingPathComponent("demo")
    demo = try await finish(
      Programs.root.appendingPathComponent("tools/demo"), ["--keep", home.path] + options,
      environment: [
        "BERGULIR_BIN_DIR": Programs.folder.path, "BERGULIR_LOG_LEVEL": "debug",
      ])
  }
}

extension Finished {
  /// The JSON on standard output.
  func json() throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any],
      "\(output) \(words)")
  }

  /// The problem that a refused call prints on standard error with `-o json`.
  func problem() throws -> [String: Any] {
    let text = try #require(words.split(separator: "\n").last { $0.hasPrefix("{") }, "\(words)")
    let whole = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    return try #require(whole["error"] as? [String: Any])
  }
}
