import Foundation
import Synchronization

/// The command that closes a province, as a process of its own.
final class ClosingProcess: Sendable {
  private let process = Process()
  private let output = Pipe()
  private let text = Mutex(Data())
  private let hasEnded = Atomic(false)

  init(_ program: String, _ arguments: [String]) throws {
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.detachNewThread { [self] in
      while case let data = output.fileHandleForReading.availableData, !data.isEmpty {
        text.withLock { $0 += data }
      }
      process.waitUntilExit()
      hasEnded.store(true, ordering: .releasing)
    }
  }

  var isRunning: Bool { !hasEnded.load(ordering: .acquiring) }

  /// How many UPK it closed.
  ///
  /// - Throws: `BenchError.noAnswer` where it did not close all; `DecodingError`.
  func closed() throws -> Int {
    struct Answer: Decodable {
      let upksClosed: Int
    }
    guard process.terminationStatus == 0 else { throw BenchError.noAnswer }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Answer.self, from: text.withLock { $0 }).upksClosed
  }
}
