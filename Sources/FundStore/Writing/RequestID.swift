internal import Libpq

/// The caller's own name for a write, by which a repeated one is recognised.
public struct RequestID: Hashable, Sendable {
  public let high: UInt64
  public let low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A new one that nobody else has: 122 random bits, version 4.
  public static func random() -> RequestID {
    RequestID(
      high: UInt64.random(in: 0...UInt64.max) & ~0xF000 | 0x4000,
      low: UInt64.random(in: 0...UInt64.max) & ~(0b11 << 62) | (0b10 << 62))
  }
}

extension RequestID: CustomStringConvertible {
  /// Such as `0190a7c2-7f4e-4c1d-9b6a-2f1e5d3c4b5a`.
  public var description: String {
    let text = (hexadecimal(high) + hexadecimal(low)).utf8
    var groups: [String] = []
    var rest = text[...]
    for length in [8, 4, 4, 4, 12] {
      groups.append(String(decoding: rest.prefix(length), as: UTF8.self))
      rest = rest.dropFirst(length)
    }
    return groups.joined(separator: "-")
  }

  /// Reads the usual text of a UUID, in letters of either case; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [8, 4, 4, 4, 12] else { return nil }
    let digits = parts.joined()
    guard digits.utf8.allSatisfy(isHexadecimalDigit),
      let high = UInt64(digits.prefix(16), radix: 16),
      let low = UInt64(digits.suffix(16), radix: 16)
    else { return nil }
    self.init(high: high, low: low)
  }
}

extension RequestID {
  var bytes: UUIDBytes { UUIDBytes(hi: high, lo: low) }

  init(_ bytes: UUIDBytes) {
    self.init(high: bytes.hi, low: bytes.lo)
  }
}

private func hexadecimal(_ number: UInt64) -> String {
  let text = String(number, radix: 16)
  return String(repeating: "0", count: 16 - text.count) + text
}

private func isHexadecimalDigit(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
    UInt8(ascii: "A")...UInt8(ascii: "F"):
    true
  default: false
  }
}
