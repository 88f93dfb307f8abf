import Foundation
import FundTesting

/// A `bergulir` that runs while the test looks on.
final class Interruptible: Sendable {
  private let process = Process()
  private let file: URL
  private let scratch: Scratch

  init(_ arguments: [String], in province: Province) throws {
    scratch = try Scratch()
    file = try scratch.file("words", holding: "")
    process.executableURL = Programs.url("bergulir")
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      try province.environment(of: "province")
    ) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: file)
    try process.run()
  }

  deinit { scratch.remove() }

  var words: String {
    FileManager.default.contents(atPath: file.path).map { String(decoding: $0, as: UTF8.self) }
      ?? ""
  }

  func interrupt() { kill(process.processIdentifier, SIGINT) }

  func status() async -> Int32 {
    await Task.detached { self.process.waitUntilExit() }.value
    return process.terminationStatus
  }
}
