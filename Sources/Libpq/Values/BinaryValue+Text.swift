extension String: BinaryValue {
  static var type: PostgresType { .text }

  init?(binary: Span<UInt8>) {
    guard let string = String(utf8: binary) else { return nil }
    self = string
  }

  func encode(into bytes: inout [UInt8]) {
    bytes.append(contentsOf: utf8)
  }

  /// Text, varchar, char(n) and name are all sent as their characters.
  static func decodes(_ oid: UInt32) -> Bool {
    oid == type.oid || oid == 1043 || oid == 1042 || oid == 19
  }

  fileprivate init?(utf8 bytes: Span<UInt8>) {
    do throws(UTF8.ValidationError) {
      self.init(copying: try UTF8Span(validating: bytes))
    } catch {
      return nil
    }
  }
}

extension [UInt8]: BinaryValue {
  static var type: PostgresType { .bytea }

  init?(binary: Span<UInt8>) {
    self = unsafe binary.withUnsafeBufferPointer { unsafe [UInt8]($0) }
  }

  func encode(into bytes: inout [UInt8]) {
    bytes.append(contentsOf: self)
  }
}

/// A JSON document as text; its binary form has a version byte in front.
struct JSONDocument: BinaryValue {
  let text: String

  static var type: PostgresType { .jsonb }

  private static let version: UInt8 = 1

  init(_ text: String) {
    self.text = text
  }

  init?(binary: Span<UInt8>) {
    guard binary.count > 1, binary[0] == Self.version,
      let text = String(utf8: binary.extracting(droppingFirst: 1))
    else { return nil }
    self.text = text
  }

  func encode(into bytes: inout [UInt8]) {
    bytes.append(Self.version)
    bytes.append(contentsOf: text.utf8)
  }
}

/// The 128 bits of a UUID.
public struct UUIDBytes: Hashable, Sendable {
  public let hi: UInt64
  public let lo: UInt64

  public init(hi: UInt64, lo: UInt64) {
    self.hi = hi
    self.lo = lo
  }
}

extension UUIDBytes: BinaryValue {
  static var type: PostgresType { .uuid }

  init?(binary: Span<UInt8>) {
    guard binary.count == 16, let hi = UInt64(bigEndian: binary.extracting(0..<8)),
      let lo = UInt64(bigEndian: binary.extracting(8..<16))
    else { return nil }
    self.init(hi: hi, lo: lo)
  }

  func encode(into bytes: inout [UInt8]) {
    hi.appendBigEndian(to: &bytes)
    lo.appendBigEndian(to: &bytes)
  }
}
