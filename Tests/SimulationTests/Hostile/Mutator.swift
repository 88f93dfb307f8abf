import FundTesting
import RevolvingFund

/// Makes of a message that an officer sent one that an enemy would send.
///
/// Most stay messages, so that they get past the reading of them and into the rules.
struct Mutator {
  var random: SeededRandom
  /// What real messages say in their fields, to be said in others.
  let words: [[UInt8]]

  private static let numbers: [UInt64] = [
    0, 1, 2, .max, UInt64(Int64.max), 1 << 63, UInt64(Int32.max), 1 << 31, 1 << 32, 10_000,
    999_999_999_999,
  ]

  private static let texts: [String] = [
    "", " ", "\0", "upks/", "upks/malabutor", "upks/malabutor/loans/0", "upks/malabutor/loans/-1",
    "upks/malabutor/loans/99999999999999999999", "upks/../upks/malabutor", "regions/92",
    "persons/9223372036854775807", "2016-02-30", "0000-00-00", "9999-12-31", "2016-13", "-1",
    "1e9", "'; drop table fund.loan; --", "%00", "🙂", "ksms/٣",
  ]

  mutating func mutate(_ message: [UInt8]) -> [UInt8] {
    let fresh = freshened(message, depth: 0)
    if random.oneIn(12) { return damaged(fresh) }
    var changed = fresh
    for _ in 0...(random.oneIn(4) ? 3 : 0) { changed = changedField(changed, depth: 0) }
    return changed
  }

  /// Nine of ten writes have a request id of their own, or they would only be repetitions.
  private mutating func freshened(_ message: [UInt8], depth: Int) -> [UInt8] {
    guard depth < 4, var parsed = WireFields(message) else { return message }
    for place in parsed.fields.indices {
      guard case .bytes(let bytes) = parsed.fields[place].value else { continue }
      if bytes.count == 36, bytes[8] == UInt8(ascii: "-"), bytes[13] == UInt8(ascii: "-") {
        if !random.oneIn(10) { parsed.fields[place].value = .bytes(requestID()) }
      } else {
        parsed.fields[place].value = .bytes(freshened(bytes, depth: depth + 1))
      }
    }
    return parsed.bytes
  }

  private mutating func requestID() -> [UInt8] {
    let id = RequestID(value: .random(in: .min ... .max, using: &random))
    return Array(id.description.utf8)
  }

  /// Bytes that are mostly no message any more.
  private mutating func damaged(_ message: [UInt8]) -> [UInt8] {
    var bytes = message
    for _ in 0...Int.random(in: 0...3, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.insert(.random(in: .min ... .max, using: &random), at: place)
      case 1: bytes = Array(bytes.prefix(place))
      case 2 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      default: bytes += (0..<8).map { _ in .random(in: .min ... .max, using: &random) }
      }
    }
    return bytes
  }

  private mutating func changedField(_ message: [UInt8], depth: Int) -> [UInt8] {
    guard var parsed = WireFields(message),
      let place = parsed.fields.indices.randomElement(using: &random)
    else { return Array(words.randomElement(using: &random) ?? []) }
    switch Int.random(in: 0..<10, using: &random) {
    case 0: parsed.fields.remove(at: place)
    case 1: parsed.fields.append(parsed.fields[place])
    case 2: parsed.fields[place].number = .random(in: 1...20, using: &random)
    case 3: parsed.fields[place].value = anyValue()
    default: parsed.fields[place].value = hostile(parsed.fields[place].value, depth)
    }
    return parsed.bytes
  }

  private mutating func anyValue() -> WireFields.Value {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: .varint(anyNumber(near: 0))
    case 1: .fixed64(Array(repeating: 0xff, count: 8))
    case 2: .fixed32(Array(repeating: 0xff, count: 4))
    default: .bytes(anyText(near: []))
    }
  }

  /// A value of the same sort.
  private mutating func hostile(_ value: WireFields.Value, _ depth: Int) -> WireFields.Value {
    switch value {
    case .varint(let number): return .varint(anyNumber(near: number))
    case .fixed64: return .fixed64((0..<8).map { _ in .random(in: .min ... .max, using: &random) })
    case .fixed32: return .fixed32((0..<4).map { _ in .random(in: .min ... .max, using: &random) })
    case .bytes(let bytes):
      let isMessage = depth < 4 && !bytes.isEmpty && WireFields(bytes) != nil
      return .bytes(
        isMessage && !random.oneIn(4)
          ? changedField(bytes, depth: depth + 1) : anyText(near: bytes))
    }
  }

  private mutating func anyNumber(near number: UInt64) -> UInt64 {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: number &+ 1
    case 1: 0 &- number
    case 2: .random(in: .min ... .max, using: &random)
    default: Mutator.numbers.randomElement(using: &random) ?? 0
    }
  }

  private mutating func anyText(near text: [UInt8]) -> [UInt8] {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: Array(text.dropLast())
    case 1: text + text
    case 2: damaged(text)
    case 3: Array(repeating: UInt8(ascii: "9"), count: random.oneIn(20) ? 100_000 : 300)
    case 4, 5: Array((Mutator.texts.randomElement(using: &random) ?? "").utf8)
    default: words.randomElement(using: &random) ?? []
    }
  }
}
