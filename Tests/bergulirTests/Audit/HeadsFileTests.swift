import Crypto
import FoundationEssentials
import FundAPI
import SwiftProtobuf
import Testing

@testable import bergulir

private let key = Curve25519.Signing.PrivateKey()

private func hash(_ number: Int64) -> String {
  String(repeating: String(number % 10), count: 64)
}

/// A head that the key signed, as the daemon does.
private func head(
  _ stream: String, _ number: Int64, at second: Int = 1, of count: Int64 = 1
) throws -> SignedHead {
  var head = SignedHead(
    stream: stream, number: number, hash: hash(number), at: "2018-01-05T03:04:0\(second)Z",
    count: count)
  head.signature = try key.signature(for: Array(head.signedText.utf8))
    .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  return head
}

/// Reads lines as a file, with the key's public half or another one's.
private func read(
  _ lines: [String], key publicKey: Curve25519.Signing.PublicKey = key.publicKey
) throws -> HeadsFile {
  let path = FileManager.default.temporaryDirectory.path + "/heads-\(UUID()).jsonl"
  defer { unlinkFile(path) }
  try TextFile(path: path).write(lines.map { $0 + "\n" }.joined())
  return try HeadsFile(TextFile(path: path), publicKey: Array(publicKey.rawRepresentation))
}

private func mistake(_ body: () throws -> HeadsFile) -> String? {
  do {
    _ = try body()
    return nil
  } catch let complaint as Complaint {
    return complaint.mistakes.first?.code.rawValue
  } catch {
    return "\(error)"
  }
}

@Test func `heads that the key signed are known, each of its stream`() throws {
  let file = try read([
    try head("province", 4, of: 2).line, try head("upks/malabutor", 7, of: 2).line,
    try head("upks/malabutor", 9, at: 2).line,
  ])
  #expect(file.known["upks/malabutor"]?.map(\.number) == [7, 9])
  #expect(file.known["province"]?.first?.hash == hash(4) && file.incomplete == nil)
}

@Test func `a signature by another key, or of another head, is refused`() throws {
  let line = try head("upks/malabutor", 7).line
  let other = Curve25519.Signing.PrivateKey().publicKey
  #expect(mistake { try read([line], key: other) } == "HEAD_NOT_SIGNED")
  for altered in [
    line.replacing("\"number\":7", with: "\"number\":6"),
    line.replacing("malabutor", with: "klawasi"),
    line.replacing(hash(7), with: hash(8)), line.replacing("04:01", with: "04:02"),
    line.replacing("\"count\":1", with: "\"count\":2"),
  ] {
    #expect(altered != line && mistake { try read([altered]) } == "HEAD_NOT_SIGNED", "\(altered)")
  }
  #expect(mistake { try read(["half a li"]) } == "HEAD_LINE_MALFORMED")
}

@Test func `a line that was taken out of its round is missed`() throws {
  let file = try read([
    try head("upks/klawasi", 7, of: 2).line, try head("upks/malabutor", 9, at: 2).line,
  ])
  #expect(file.incomplete?.stream == "upks/klawasi" && file.incomplete?.number == 7)
}

/// A stream of ten events as the daemon answers.
private func answer(
  head number: Int64, _ change: (inout Bergulir_V1_ChainVerification) -> Void = { _ in }
) -> Bergulir_V1_ChainVerification {
  .with {
    $0.verified = number
    $0.head = .with {
      $0.number = number
      $0.hash = hash(number)
    }
    $0.points = (1...number).map { point in
      .with {
        $0.number = point
        $0.hash = hash(point)
      }
    }
    change(&$0)
  }
}

private func known(_ number: Int64, _ text: String) -> KnownHead {
  KnownHead(number: number, hash: text, source: .line(1))
}

@Test func `a stream is held against all that is known of it, the earliest trouble first`() {
  func trouble(_ heads: [KnownHead]) -> (ChainTrouble?, Int64) {
    let finding = StreamFinding(stream: "province", [answer(head: 10)], heads)
    return (finding.trouble, finding.brokenAt)
  }
  #expect(trouble([known(4, hash(4)), known(10, hash(10))]) == (nil, 0))
  #expect(trouble([known(12, hash(2)), known(11, hash(1))]) == (.cutOff, 11))
  // A daemon that was made to sign a chain written anew did sign the first one too.
  #expect(trouble([known(10, hash(10)), known(4, hash(5))]) == (.rewritten, 4))
  #expect(trouble([known(4, "4444444444444444")]) == (nil, 0))
}

@Test func `what the chain says of itself comes before what is known`() {
  let broken = answer(head: 10) {
    $0.broken = 3
    $0.trouble = "altered"
  }
  let finding = StreamFinding(stream: "province", [broken], [known(2, hash(9))])
  #expect(finding.trouble == .altered && finding.brokenAt == 3)
}

@Test(arguments: [
  ("malabutor/17", "upks/malabutor", 17), ("upks/malabutor/events/17", "upks/malabutor", 17),
  ("province/4", "province", 4), ("province/events/4", "province", 4),
  ("upks/malabutor/17", "upks/malabutor", 17),
])
func `an event is named by its UPK and number`(text: String, parent: String, number: Int64) {
  let event = EventArgument(argument: text)
  #expect(event?.parent == parent && event?.number == number)
}

@Test(arguments: ["17", "malabutor", "malabutor/0", "malabutor/x", "regions/92/1", "a/b/c/1", ""])
func `what names no event is refused`(text: String) {
  #expect(EventArgument(argument: text) == nil)
}
