/// The id that a caller gives a write, so that sending it again does it once: a UUID.
public struct RequestID: Hashable, Sendable, CustomStringConvertible {
  /// Sixteen bytes.
  public let bytes: [UInt8]

  /// Reads a UUID such as `0a4f0f9e-6d0c-4b8e-9a51-0f6f6d1c2b3a`, in either case.
  ///
  /// `nil` for anything else.
  public init?(_ text: String) {
    let characters = Array(text.utf8)
    guard characters.count == 36 else { return nil }
    var digits: [UInt8] = []
    for (index, character) in characters.enumerated() {
      guard !RequestID.dashes.contains(index) else {
        guard character == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard let digit = Character(UnicodeScalar(character)).hexDigitValue else { return nil }
      digits.append(UInt8(digit))
    }
    bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// A new one from the system's random numbers (UUID version 4).
  public init() {
    var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    self.bytes = bytes
  }

  /// The UUID in lower case.
  public var description: String {
    var text = ""
    for byte in bytes {
      if RequestID.dashes.contains(text.utf8.count) { text += "-" }
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return text
  }

  private static let dashes: Set<Int> = [8, 13, 18, 23]
}
