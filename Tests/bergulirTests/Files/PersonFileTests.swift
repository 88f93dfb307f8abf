import FoundationEssentials
import FundAPI
import Testing

@testable import bergulir

/// Reads a file of people that holds this text.
private func people(_ text: String) throws -> [PersonFile.Entry] {
  let path = FileManager.default.temporaryDirectory.path + "/people-\(UUID()).csv"
  try TextFile(path: path).writePrivately(text)
  defer { unlinkFile(path) }
  return try PersonFile(TextFile(path: path)).people
}

@Test func `people are read with the line they stand on`() throws {
  let read = try people("nik,name,gender\n9900014101800001,Contoh A,female\n,Contoh B,L\n")
  #expect(read.map(\.line) == [2, 3])
  #expect(read.map(\.nik) == ["9900014101800001", ""])
  #expect(read.map(\.gender) == ["female", "male"])
}

@Test func `a bad line is named and its NIK is not shown`() throws {
  let complaint = #expect(throws: Complaint.self) {
    try people("nik,name,gender\n9900,Contoh A,female\n9900014101800001,,lelaki\n")
  }
  let found = try #require(complaint)
  #expect(
    found.mistakes == [
      .fieldSecretWrong(line: 2, field: "nik", expected: .nik),
      .fieldWrong(line: 3, field: "name", value: "", expected: .text),
      .fieldWrong(line: 3, field: "gender", value: "lelaki", expected: .gender),
    ])
  #expect(!"\(found.violations)".contains("9900"))
}
