/// Which part of a list a caller wants.
public struct PageRequest: Hashable, Sendable {
  /// 1 to 1000 rows.
  public let size: Int
  /// The key of the last row of the page before; `nil` for the first page.
  public let after: String?
  private let filter: String

  init(size: Int, after: String?, filter: String) {
    self.size = size
    self.after = after
    self.filter = filter
  }

  static let standardSize = 50
  static let largestSize = 1000

  /// The token of the page after a row; give it only where more rows follow.
  public func token(after key: String) -> String {
    PageToken.encode(key, filter: filter)
  }
}

extension Bergulir_V1_Page {
  /// Reads size and token.
  ///
  /// - Parameter filter: the method and every argument that decides which rows the list has and in
  ///   which order; a token made under another filter is refused.
  /// - Returns: a size within the limits, and where the page begins.
  /// - Throws: `fieldInvalid` for a negative size or a token that is not of this list.
  public func request(filter: [String]) throws(Fault) -> PageRequest {
    guard size >= 0 else { throw .fieldInvalid("page.size", expected: .pageSize) }
    let joined = filter.joined(separator: "\u{1F}")
    var after: String?
    if !token.isEmpty {
      guard let key = PageToken.decode(token, filter: joined) else {
        throw .fieldInvalid("page.token", expected: .pageToken)
      }
      after = key
    }
    return PageRequest(
      size: size == 0 ? PageRequest.standardSize : min(Int(size), PageRequest.largestSize),
      after: after, filter: joined)
  }
}

/// A row's key, masked and sealed with the filter of its list.
///
/// It keeps callers from building on what is inside, and from using it with other arguments. It
/// grants nothing, so it need not be secret.
private enum PageToken {
  static func encode(_ key: String, filter: String) -> String {
    let plain = Array(key.utf8)
    let seal = digest(filter.utf8, digest(plain, seed))
    return base64(bytes(of: seal) + masked(plain, by: seal))
  }

  static func decode(_ token: String, filter: String) -> String? {
    guard let bytes = bytes(base64: token), bytes.count >= 8 else { return nil }
    let seal = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    let plain = masked(Array(bytes.dropFirst(8)), by: seal)
    guard digest(filter.utf8, digest(plain, seed)) == seal else { return nil }
    return String(validating: plain, as: UTF8.self)
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// FNV-1a, continued from another digest.
  private static func digest(_ bytes: some Sequence<UInt8>, _ start: UInt64) -> UInt64 {
    bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  /// The bytes xor a stream that follows from the seal; twice gives them back.
  private static func masked(_ bytes: [UInt8], by seal: UInt64) -> [UInt8] {
    var state = seal
    return bytes.map { byte in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return byte ^ UInt8(truncatingIfNeeded: state >> 56)
    }
  }

  private static func bytes(of seal: UInt64) -> [UInt8] {
    stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: seal >> UInt64($0)) }
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  private static func base64(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    var buffer: UInt32 = 0
    var bits: UInt32 = 0
    for byte in bytes {
      buffer = buffer << 8 | UInt32(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        text.append(alphabet[Int(buffer >> bits & 63)])
      }
    }
    if bits > 0 { text.append(alphabet[Int(buffer << (6 - bits) & 63)]) }
    return String(decoding: text, as: UTF8.self)
  }

  private static func bytes(base64 text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer: UInt32 = 0
    var bits: UInt32 = 0
    for character in text.utf8 {
      guard let value = alphabet.firstIndex(of: character) else { return nil }
      buffer = buffer << 6 | UInt32(value)
      bits += 6
      guard bits >= 8 else { continue }
      bits -= 8
      bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
    }
    return bytes
  }
}
