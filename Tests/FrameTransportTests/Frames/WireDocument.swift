import Foundation
import NIOCore
import Testing

/// The blocks of docs/wire.md that a test can read: hex, an empty line, and what it means.
struct WireDocument {
  struct Block: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]
    let fields: [Field]

    struct Field: Hashable, Sendable {
      let name: String
      let value: String
    }

    var testDescription: String { name }

    /// The value of a field that must be there.
    func value(_ name: String) throws -> String {
      try #require(fields.first { $0.name == name }, "\(self.name) lacks \(name)").value
    }
  }

  private static func text() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "docs/wire.md"), encoding: .utf8)
  }

  /// The rows of the first table after a heading: each cell by the heading of its column.
  static func table(under heading: String) throws -> [[String: String]] {
    let lines = try text().components(separatedBy: "\n").drop { $0 != heading }
      .drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }
    let rows = lines.map { line in
      line.dropFirst().dropLast().components(separatedBy: "|")
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let names = try #require(rows.first, "there is no table under \(heading)")
    return rows.dropFirst(2).map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
  }

  /// The blocks whose fence begins with a word, such as `frame`.
  static func blocks(_ kind: String) throws -> [Block] {
    try text().components(separatedBy: "\n```\(kind) name=").dropFirst().map { rest in
      let body = try #require(rest.components(separatedBy: "\n```").first)
      let lines = body.components(separatedBy: "\n")
      let parts = lines.dropFirst().split(separator: "", maxSplits: 1)
      try #require(parts.count == 2, "\(lines[0]) needs an empty line after its bytes")
      return Block(
        name: lines[0], bytes: try hex(parts[0].joined(separator: " ")),
        fields: try parts[1].map(field))
    }
  }

  /// A whole exchange, line by line.
  struct Conversation: Sendable {
    let name: String
    let lines: [Line]

    struct Line: Sendable {
      let sender: String
      let summary: String
      let bytes: [UInt8]
    }
  }

  /// The conversations; a line is its sender, a colon, what it is, a bar and its bytes.
  static func conversations() throws -> [Conversation] {
    try text().components(separatedBy: "\n```conversation name=").dropFirst().map { rest in
      let body = try #require(rest.components(separatedBy: "\n```").first)
      let lines = body.components(separatedBy: "\n").filter { !$0.isEmpty }
      return Conversation(
        name: lines[0],
        lines: try lines.dropFirst().map { line in
          let parts = line.components(separatedBy: " | ")
          let head = parts[0].components(separatedBy: ": ")
          try #require(parts.count == 2 && head.count == 2, "\(line) is no line of a conversation")
          return Conversation.Line(
            sender: head[0].trimmingCharacters(in: .whitespaces),
            summary: head[1].trimmingCharacters(in: .whitespaces), bytes: try hex(parts[1]))
        })
    }
  }

  static func hex(_ text: String) throws -> [UInt8] {
    try text.split(separator: " ").map { try #require(UInt8($0, radix: 16), "\($0) is no byte") }
  }

  private static func field(_ line: String) throws -> Block.Field {
    let colon = try #require(line.firstIndex(of: ":"), "\(line) is no field")
    return Block.Field(
      name: String(line[..<colon]),
      value: line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
  }
}
