/// What is known of a stream from outside the database: by a signed head, or by a printed sheet.
public struct KnownHead: Hashable, Sendable {
  public let number: Int64
  /// The hash in hexadecimal, or its first digits.
  public let hash: String
  /// Where it is known from.
  public let source: Source

  /// Where a head stands that somebody kept.
  public enum Source: Hashable, Sendable {
    /// A line of the file of heads.
    case line(Int)
    case printed
  }

  public init(number: Int64, hash: String, source: Source) {
    self.number = number
    self.hash = hash
    self.source = source
  }

  /// What a verified stream lacks of it, by verifications of one stream of which one was asked for
  /// this number; `nil` where they agree.
  public func trouble(in answers: [Bergulir_V1_ChainVerification]) -> ChainTrouble? {
    guard answers.allSatisfy({ $0.head.number >= number }) else { return .cutOff }
    let found = answers.lazy.flatMap(\.points).first { $0.number == number }
    return found.map { $0.hash.hasPrefix(hash) } ?? false ? nil : .rewritten
  }
}
