import FundAPI
import SwiftProtobuf
import Testing

private func page(_ size: Int32, _ token: String = "") -> Bergulir_V1_Page {
  .with {
    $0.size = size
    $0.token = token
  }
}

private let filter = ["ListLoans", "upks/malabutor", "2017-12-31", "true"]

@Test(arguments: [(0, 50), (1, 1), (1000, 1000), (1001, 1000), (Int32.max, 1000)])
func `a page has 50 rows unless asked, and never more than 1000`(asked: Int32, size: Int) throws {
  #expect(try page(asked).request(filter: filter).size == size)
}

@Test func `a negative page size is refused`() {
  #expect(throws: Fault.fieldInvalid("page.size", expected: .pageSize)) {
    try page(-1).request(filter: filter)
  }
}

@Test(arguments: ["", "7", "2017-12-31|9223372036854775807", "kode-panjang", "ü€"])
func `a token gives back the key it was made from`(key: String) throws {
  let first = try page(10).request(filter: filter)
  #expect(first.after == nil)
  let token = first.token(after: key)
  #expect(try page(20, token).request(filter: filter).after == key)
  #expect(token.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
}

@Test func `a token hides its key`() throws {
  let token = try page(10).request(filter: filter).token(after: "12")
  #expect(!token.contains("MTI"))
}

@Test(arguments: [
  ["ListLoans", "upks/malabutor", "2017-12-31", "false"],
  ["ListLoans", "upks/malabutor", "2017-12-30", "true"],
  ["ListApplications", "upks/malabutor", "2017-12-31", "true"],
  ["ListLoans", "upks/malabutor2017-12-31", "", "true"], [],
])
func `a token is refused when another argument changed`(other: [String]) throws {
  let token = try page(10).request(filter: filter).token(after: "7")
  #expect(throws: Fault.fieldInvalid("page.token", expected: .pageToken)) {
    try page(10, token).request(filter: other)
  }
}

@Test func `a token with any character changed, or cut, is refused`() throws {
  let token = try page(10).request(filter: filter).token(after: "17")
  var bad = [String(token.dropLast(2)), "", "x", token + "AAAA", "%%%"].filter { !$0.isEmpty }
  for index in token.indices.dropLast() {
    var changed = token
    changed.replaceSubrange(index...index, with: token[index] == "A" ? "B" : "A")
    bad.append(changed)
  }
  for text in bad {
    #expect(throws: Fault.fieldInvalid("page.token", expected: .pageToken), "\(text)") {
      try page(10, text).request(filter: filter)
    }
  }
}
