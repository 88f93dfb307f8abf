import Foundation
import Testing

/// A psql session that stays open with what it locked.
final class Holder: Sendable {
  private let input = Pipe()

  /// Returns when the statements were answered.
  init(_ program: URL, _ arguments: [String], _ statements: String) throws {
    let process = Process()
    let output = Pipe()
    process.executableURL = program
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data(statements.utf8))
    var answer = ""
    while !answer.contains("held") {
      let data = output.fileHandleForReading.availableData
      try #require(!data.isEmpty, "psql ended")
      answer += String(decoding: data, as: UTF8.self)
    }
  }

  func end() {
    input.fileHandleForWriting.closeFile()
  }
}
