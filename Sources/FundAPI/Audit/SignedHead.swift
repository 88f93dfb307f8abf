internal import FoundationEssentials

/// Where a stream stood at a moment, signed by the daemon: a line of the file of heads.
///
/// A stream that later stands before it, or has another hash at its number, was cut or rewritten.
public struct SignedHead: Codable, Hashable, Sendable {
  /// `upks/malabutor` or `province`.
  public let stream: String
  public let number: Int64
  /// SHA-256 in hexadecimal.
  public let hash: String
  /// RFC 3339 in UTC.
  public let at: String
  /// How many heads were signed together, so that a line that is taken out is missed.
  public let count: Int64
  /// Ed25519 over `signedText`, in hexadecimal; empty before it is signed.
  public var signature: String

  public init(
    stream: String, number: Int64, hash: String, at: String, count: Int64, signature: String = ""
  ) {
    self.stream = stream
    self.number = number
    self.hash = hash
    self.at = at
    self.count = count
    self.signature = signature
  }
}

extension SignedHead {
  /// What is signed: every part on a line of its own, behind a line that says what it is.
  public var signedText: String {
    "bergulir head 1\n\(stream)\n\(number)\n\(hash)\n\(at)\n\(count)\n"
  }

  /// The line of the file, without its end.
  public var line: String {
    """
    {"stream":"\(stream)","number":\(number),"hash":"\(hash)","at":"\(at)","count":\(count),\
    "signature":"\(signature)"}
    """
  }

  /// Reads a line; `nil` for what is none.
  public init?(line: some StringProtocol) {
    do {
      self = try JSONDecoder().decode(SignedHead.self, from: Data(line.utf8))
    } catch {
      return nil
    }
    let texts = [stream, hash, at, signature]
    let isPlain = texts.allSatisfy { $0.utf8.allSatisfy { (0x21...0x7E).contains($0) } }
    guard isPlain, number > 0, count > 0 else { return nil }
  }
}

extension SignedHead {
  /// A head as the wire has it.
  public init(_ head: Bergulir_V1_Head) {
    self.init(
      stream: head.stream, number: head.number, hash: head.hash, at: head.at, count: head.count,
      signature: head.signature)
  }
}

extension Bergulir_V1_Head {
  public init(_ head: SignedHead) {
    self.init()
    stream = head.stream
    number = head.number
    hash = head.hash
    at = head.at
    count = head.count
    signature = head.signature
  }
}
