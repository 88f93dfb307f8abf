/// What a printed sheet shows of its books: an event's number, and the first digits of its hash.
///
/// Sixteen digits, 64 bits: nobody finds other books that have them too.
public struct ShortHash: Hashable, Sendable {
  public let number: Int64
  /// Sixteen digits in hexadecimal, in lower case.
  public let digits: String

  /// How many digits are printed.
  private static let length = 16

  /// Of an event and its hash, in hexadecimal.
  public init(number: Int64, hash: String) {
    self.number = number
    digits = String(hash.prefix(ShortHash.length))
  }

  /// Reads `17:a1b2c3d4e5f60718`, with or without blanks and hyphens between the digits.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int64(parts[0]), number > 0 else { return nil }
    let digits = parts[1].lowercased().filter { $0 != " " && $0 != "-" }
    guard digits.utf8.count == ShortHash.length,
      digits.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    self.number = number
    self.digits = digits
  }

  /// The digits in groups of four, as they are printed.
  public var grouped: String {
    stride(from: 0, to: digits.count, by: 4)
      .map { String(digits.dropFirst($0).prefix(4)) }.joined(separator: " ")
  }
}
