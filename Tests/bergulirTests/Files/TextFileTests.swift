import FoundationEssentials
import FundAPI
import Testing

@testable import bergulir

/// Removes a test's file.
func unlinkFile(_ path: String) {
  do {
    try FileManager.default.removeItem(atPath: path)
  } catch {
    Issue.record(error)
  }
}

/// The permission bits of a file.
func mode(_ path: String) throws -> Int? {
  try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
}

@Test func `what is written privately only its owner reads, also over an open file`() throws {
  let path = FileManager.default.temporaryDirectory.path + "/private-\(UUID())"
  defer { unlinkFile(path) }
  let isMade = FileManager.default.createFile(
    atPath: path, contents: Data("old".utf8), attributes: [.posixPermissions: 0o644])
  #expect(isMade)
  try TextFile(path: path).writePrivately("new\n")
  #expect(try TextFile(path: path).read() == "new\n")
  #expect(try mode(path) == 0o600)
}

@Test func `a missing file and one that is not text say so`() throws {
  let path = FileManager.default.temporaryDirectory.path + "/bytes-\(UUID())"
  #expect(throws: Complaint.self) { try TextFile(path: path).read() }
  #expect(FileManager.default.createFile(atPath: path, contents: Data([0xFF, 0xFE])))
  defer { unlinkFile(path) }
  #expect(throws: Complaint(.fileNotText(path: path))) { try TextFile(path: path).read() }
}

@Test func `a token is the first line of its file`() throws {
  let path = FileManager.default.temporaryDirectory.path + "/token-\(UUID())"
  defer { unlinkFile(path) }
  try TextFile(path: path).writePrivately("  abc_123 \nrest\n")
  #expect(try Token.read(TextFile(path: path)) == "abc_123")
  try TextFile(path: path).writePrivately("\n")
  #expect(throws: Complaint(.tokenFileEmpty(path))) { try Token.read(TextFile(path: path)) }
}
