import FundAPI
import Testing

private let head = SignedHead(
  stream: "upks/malabutor", number: 17, hash: String(repeating: "ab", count: 32),
  at: "2018-01-05T03:04:05Z", count: 2, signature: "00ff")

@Test func `a signed head is read back from its line as it was`() {
  #expect(SignedHead(line: head.line) == head)
  #expect(head.signedText.split(separator: "\n").count == 6)
}

@Test(arguments: [
  "", "{}", "null", "upks/malabutor 17", head.line + "}", head.line.replacing("17", with: "0"),
  head.line.replacing("malabutor", with: "mala\\nbutor"), head.line.replacing("17", with: "1.5"),
])
func `a line that is no signed head is not taken for one`(line: String) {
  #expect(SignedHead(line: line) == nil)
}

@Test(arguments: [
  ("17:a1b2 c3d4 e5f6 0718", true), ("17:a1b2c3d4e5f60718", true),
  ("17:A1B2-C3D4-E5F6-0718", true), ("17:a1b2", false), ("0:a1b2c3d4e5f60718", false),
  ("a1b2c3d4e5f60718", false), ("17:g1b2c3d4e5f60718", false), ("17:", false),
])
func `what a sheet prints is read however it is typed`(text: String, isHash: Bool) {
  let hash = ShortHash(text)
  #expect((hash != nil) == isHash)
  if let hash { #expect(hash.grouped == "a1b2 c3d4 e5f6 0718" && hash.number == 17) }
}

@Test(
  arguments: [
    (0, "1970-01-01T00:00:00Z"), (1_515_121_445_000_000, "2018-01-05T03:04:05Z"),
    (1_515_121_445_000_120, "2018-01-05T03:04:05.000120Z"), (-1, "1969-12-31T23:59:59.999999Z"),
  ] as [(Int64, String)])
func `a moment is told in UTC`(microseconds: Int64, text: String) {
  #expect(utc(microseconds: microseconds) == text)
}
