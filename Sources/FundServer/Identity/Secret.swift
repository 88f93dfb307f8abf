internal import Crypto

/// A token's secret, as callers send it: `bgl_` and 32 random bytes in URL-safe base 64.
///
/// Only its hash is kept. It has no description, so that no log line can hold it by accident.
struct Secret: Sendable {
  let text: String

  /// The bytes of randomness in a secret.
  private static let length = 32

  /// A new one from the system's random numbers.
  init() {
    let bytes = SymmetricKey(size: SymmetricKeySize(bitCount: Secret.length * 8))
      .withUnsafeBytes { Array($0) }
    text = "bgl_" + base64URL(bytes)
  }

  /// What a caller sent; whether it is anybody's is for the store to say.
  init(_ text: String) {
    self.text = text
  }

  /// What the store keeps: SHA-256 of the text.
  ///
  /// A secret has 256 random bits, so a slow hash would protect nothing.
  var hash: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }

  /// What the store keeps of a certificate in DER that takes a secret's place: its SHA-256, by
  /// which other programs know it too.
  static func hash(ofCertificate certificate: [UInt8]) -> [UInt8] {
    Array(SHA256.hash(data: certificate))
  }
}

/// Bytes in the URL-safe alphabet of base 64, without padding (RFC 4648, section 5).
private func base64URL(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
  var text = ""
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let padded = group + [UInt8](repeating: 0, count: 3 - group.count)
    let number = padded.reduce(0) { $0 << 8 | Int($1) }
    for place in 0...group.count { text.append(alphabet[number >> (18 - 6 * place) & 63]) }
  }
  return text
}
