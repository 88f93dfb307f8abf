import Foundation
import FundTesting
import Testing

/// Names of this machine that stand for something else, in a machine's own list of hosts.
@Suite(.timeLimit(.minutes(2)))
struct LoopbackTests {
  /// Runs a program where `localhost` is another address; only root can have that.
  private static let unshare = URL(filePath: "/usr/bin/unshare")

  private static func canHaveHosts() async throws -> Bool {
    guard getuid() == 0, FileManager.default.isExecutableFile(atPath: unshare.path) else {
      return false
    }
    return try await finish(unshare, ["--mount", "true"]).status == 0
  }

  @Test(.enabled("only root can do that") { try await canHaveHosts() })
  func `a daemon does not listen for everybody under the name of its machine`() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let hosts = try scratch.file("hosts", holding: "0.0.0.0 localhost\n")
    let script = """
      mount --bind "$0" /etc/hosts \\
        && exec timeout 60 "$1" serve --data-directory "$2" --listen localhost:0
      """
    let data = scratch.url.appendingPathComponent("data")
    let ended = try await finish(
      Self.unshare,
      ["--mount", "sh", "-c", script, hosts.path, Programs.url("bergulird").path, data.path])
    #expect(ended.status == 1)
    #expect(ended.words.contains("localhost is 0.0.0.0 here"), "\(ended.words)")
  }
}
