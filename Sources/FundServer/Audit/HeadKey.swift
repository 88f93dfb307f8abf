internal import Crypto
internal import FundAPI
internal import RevolvingFund

/// The key that the daemon signs heads of streams with (Ed25519, RFC 8032).
///
/// It is kept in a file that no role of the database can read. It has no description, so that no
/// log line can hold it by accident.
public struct HeadKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  private static let header = "bergulir-head-key 1"

  /// Reads the text that `generate()` gave.
  ///
  /// - Throws: `HeadKeyError`.
  public init(fileContents: String) throws(HeadKeyError) {
    let lines = fileContents.split(whereSeparator: \.isNewline).map(String.init)
    guard lines.count == 3, lines[0] == HeadKey.header, lines[1].hasPrefix("private "),
      let bytes = bytes(hexadecimal: lines[1].dropFirst(8)), bytes.count == 32
    else { throw HeadKeyError() }
    do {
      key = try Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
    } catch {
      throw HeadKeyError()
    }
    // A digit that was mistyped would sign what nobody can check.
    guard lines[2] == "public \(publicKey)" else { throw HeadKeyError() }
  }

  /// A new random key, as the text of a file that only the daemon may read.
  public static func generate() -> String {
    let key = Curve25519.Signing.PrivateKey()
    return """
      \(header)
      private \(hexadecimal(key.rawRepresentation))
      public \(hexadecimal(key.publicKey.rawRepresentation))

      """
  }

  /// What signatures are checked with, in hexadecimal; no secret.
  public var publicKey: String { hexadecimal(key.publicKey.rawRepresentation) }

  /// The head with its signature.
  ///
  /// - Throws: what the system's random numbers throw.
  func signed(_ head: SignedHead) throws -> SignedHead {
    var head = head
    head.signature = hexadecimal(try key.signature(for: Array(head.signedText.utf8)))
    return head
  }
}

/// A file is no key of heads, or was damaged.
public struct HeadKeyError: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String {
    """
    the key file of heads is damaged or none; restore it, or make another with \
    bergulird generate-key --signing
    """
  }
}
