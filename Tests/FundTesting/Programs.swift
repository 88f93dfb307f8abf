public import Foundation
import Synchronization

/// The programs as this test run built them, and how to run one to its end.
public enum Programs {
  /// The folder of the built products: where the test bundle lies.
  public static let folder =
    Bundle.main.executableURL.map(products) ?? URL(fileURLWithPath: ".build/debug")

  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// PostgreSQL's own client, beside the server that the tests run on.
  public static let psql = (15...20).reversed().map { "/usr/lib/postgresql/\($0)/bin/psql" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
    .map { URL(fileURLWithPath: $0) }

  public static func url(_ name: String) -> URL { folder.appendingPathComponent(name) }

  private static func products(_ executable: URL) -> URL {
    var folder = executable.resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path != "/", !holdsDaemon(folder) { folder.deleteLastPathComponent() }
    return holdsDaemon(folder) ? folder : root.appendingPathComponent(".build/debug")
  }

  private static func holdsDaemon(_ folder: URL) -> Bool {
    FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("bergulird").path)
  }
}

/// What a program that ended left behind.
public struct Finished: Sendable {
  public let status: Int32
  public let output: String
  public let words: String

  public init(status: Int32, output: String, words: String) {
    self.status = status
    self.output = output
    self.words = words
  }
}

/// Runs a program to its end, its input closed or given.
///
/// The output goes through files, so that no pipe can fill up and block it.
public func finish(
  _ executable: URL, _ arguments: [String], environment: [String: String] = [:],
  input: String = ""
) async throws -> Finished {
  let scratch = try Scratch()
  defer { scratch.remove() }
  let output = try scratch.file("output", holding: "")
  let words = try scratch.file("words", holding: "")
  let process = Process()
  process.executableURL = executable
  process.arguments = arguments
  process.currentDirectoryURL = Programs.root
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  process.standardInput = try FileHandle(forReadingFrom: scratch.file("input", holding: input))
  process.standardOutput = try FileHandle(forWritingTo: output)
  process.standardError = try FileHandle(forWritingTo: words)
  try await withTaskCancellationHandler {
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do { try process.run() } catch { done.resume(throwing: error) }
    }
  } onCancel: {
    process.terminate()
  }
  return Finished(
    status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
    words: try String(contentsOf: words, encoding: .utf8))
}

/// A folder of a test's own.
public struct Scratch: Sendable {
  public let url: URL

  public init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("bergulir-e2e-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
  }

  public func file(_ name: String, holding text: String) throws -> URL {
    let file = url.appendingPathComponent(name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file
  }

  public func remove() {
    do {
      try FileManager.default.removeItem(at: url)
    } catch {
      print("could not remove \(url.lastPathComponent): \(error)")
    }
  }

  /// Removes it when the run of the tests ends, for what all of them share.
  public func removeAtExit() {
    let isFirst = Scratch.shared.withLock { shared in
      shared.append(self)
      return shared.count == 1
    }
    if isFirst {
      atexit { for scratch in Scratch.shared.withLock(\.self) { scratch.remove() } }
    }
  }

  private static let shared = Mutex<[Scratch]>([])
}
