import Foundation
import FundTesting
import Testing

/// What others on the machine see of the programs while they hold secrets.
@Suite(.serialized) struct SecrecyTests {
  @Test func `no list of processes shows a token, and no program leaves a core dump`() async throws
  {
    let secret = "bgl_contoh_\(UUID().uuidString)"
    let scratch = try Scratch()
    defer { scratch.remove() }
    let data = scratch.url.appendingPathComponent("data")
    try await withCoreDumps {
      try await withDaemon(dataDirectory: data) { daemon in
        let login = try Login(to: try #require(daemon.address), in: scratch.url)
        login.type(secret)
        let server = try DaemonPostgres(dataDirectory: data)
        // It may not have got so far as to give its dumps up.
        try await eventually { try coreLimit(of: login.processID) == ["0", "0"] }
        for process in [daemon.processID, server.processID] {
          #expect(try coreLimit(of: process) == ["0", "0"])
        }
        #expect(try commandLines().contains { $0.contains(login.program) })
        #expect(try commandLines().filter { $0.contains(secret) } == [])
        // It dumps as others do, but Swift's own handler of crashes does not take it.
        kill(login.processID, SIGSYS)
        await login.ended()
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
        #expect(left.filter { $0.hasPrefix("core") } == [])
      }
    }
  }

  /// As if the machine's administrator wanted dumps of everything, where the machine lets them.
  private func withCoreDumps(_ body: () async throws -> Void) async throws {
    var before = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &before)
    var all = rlimit(rlim_cur: before.rlim_max, rlim_max: before.rlim_max)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &all)
    defer { setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &before) }
    try await body()
  }

  /// The most bytes that the kernel writes of a process that crashes: what it has, and may set.
  private func coreLimit(of process: Int32) throws -> [String] {
    let limits = try String(contentsOfFile: "/proc/\(process)/limits", encoding: .utf8)
    let line = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") }
    return try #require(line).split(separator: " ").dropFirst(4).prefix(2).map(String.init)
  }

  /// The command lines of all processes, as `ps` shows them to everybody.
  private func commandLines() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { Int($0) != nil }
      .compactMap { FileManager.default.contents(atPath: "/proc/\($0)/cmdline") }
      .map { String(decoding: $0, as: UTF8.self).replacing("\0", with: " ") }
  }
}

/// A `bergulir login` that waits for the rest of a token.
private final class Login: Sendable {
  private let process = Process()
  private let input = Pipe()

  init(to server: String, in folder: URL) throws {
    process.executableURL = Programs.url("bergulir")
    process.arguments = ["login", "office", "--server", server]
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging([
      "XDG_CONFIG_HOME": folder.appendingPathComponent("config").path
    ]) { $1 }
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  var processID: Int32 { process.processIdentifier }
  var program: String { "login office --server" }

  func type(_ text: String) { input.fileHandleForWriting.write(Data(text.utf8)) }

  func ended() async { await Task.detached { self.process.waitUntilExit() }.value }
}
