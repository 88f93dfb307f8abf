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

  /// The blocks whose fence begins with a word, such as `frame`.
  static func blocks(_ kind: String) throws -> [Block] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "docs/wire.md"), encoding: .utf8)
    return try text.components(separatedBy: "\n```\(kind) name=").dropFirst().map { rest in
      let body = try #require(rest.components(separatedBy: "\n```").first)
      let lines = body.components(separatedBy: "\n")
      let parts = lines.dropFirst().split(separator: "", maxSplits: 1)
      try #require(parts.count == 2, "\(lines[0]) needs an empty line after its bytes")
      return Block(
        name: lines[0], bytes: try hex(parts[0].joined(separator: " ")),
        fields: try parts[1].map(field))
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
