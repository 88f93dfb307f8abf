/// The caller's own name for a write, by which a repeated one is recognised: a UUID.
public struct RequestID: Hashable, Sendable {
  /// The 128 bits, the first of the text being the highest.
  public let value: UInt128

  public init(value: UInt128) {
    self.value = value
  }

  /// A new one of 122 random bits (UUID version 4).
  public init(using generator: inout some RandomNumberGenerator) {
    let random = UInt128.random(in: 0...UInt128.max, using: &generator)
    value = random & ~RequestID.versionMask | RequestID.version4
  }

  /// The one of what is asked for with the same words again: made from them (FNV-1a).
  public init(of content: String) {
    var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013B
    for byte in content.utf8 { hash = (hash ^ UInt128(byte)) &* prime }
    value = hash & ~RequestID.versionMask | RequestID.version8
  }

  /// What version and variant are where the id is made from content (RFC 9562, version 8).
  private static let version8: UInt128 = 0x8000_8000_0000_0000_0000

  /// Version and variant, and what they are in version 4.
  private static let versionMask: UInt128 = 0xF000_C000_0000_0000_0000
  private static let version4: UInt128 = 0x4000_8000_0000_0000_0000
}

extension RequestID: LosslessStringConvertible {
  /// Reads the usual text of a UUID, in letters of either case; `nil` for anything else.
  public init?(_ text: String) {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    guard groups.map(\.utf8.count) == RequestID.groupLengths else { return nil }
    let digits = groups.joined()
    guard !digits.hasPrefix("+"), let value = UInt128(digits, radix: 16) else { return nil }
    self.init(value: value)
  }

  /// In lower case, such as `0190a7c2-7f4e-4c1d-9b6a-2f1e5d3c4b5a`.
  public var description: String {
    let digits = String(value, radix: 16)
    var rest = Substring(String(repeating: "0", count: 32 - digits.count) + digits)
    return RequestID.groupLengths.map { length in
      defer { rest = rest.dropFirst(length) }
      return String(rest.prefix(length))
    }.joined(separator: "-")
  }

  private static let groupLengths = [8, 4, 4, 4, 12]
}
