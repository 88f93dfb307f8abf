import GRPCCore
import NIOCore

/// Metadata in the form in which it stands in a frame.
///
/// Entries follow one another: one byte for the length of the key, the key, four bytes for the
/// length of the value, the value. A key that ends in `-bin` has bytes as its value, without
/// base64; every other key has text.
struct MetadataBlock: Hashable, Sendable {
  let bytes: ByteBuffer

  static let empty = MetadataBlock(bytes: ByteBuffer())

  /// How many bytes the block takes after the four that say its length.
  var count: Int { bytes.readableBytes }

  private init(bytes: ByteBuffer) {
    self.bytes = bytes
  }

  /// Encodes metadata; keys are written in lower case, as gRPC compares them.
  ///
  /// - Throws: `.invalidArgument` for a key that is empty, longer than 255 bytes or has anything
  ///   but letters, digits, `.`, `_` and `-`; and for text under a `-bin` key that is no base64.
  init(_ metadata: Metadata) throws(RPCError) {
    guard !metadata.isEmpty else {
      self = .empty
      return
    }
    var bytes = ByteBuffer()
    for (key, value) in metadata {
      let key = key.lowercased()
      guard Self.isKey(key.utf8) else {
        throw RPCError(
          code: .invalidArgument,
          message: "Metadata key '\(key)' must be 1 to 255 of a-z, 0-9, '.', '_' and '-'.")
      }
      bytes.writeInteger(UInt8(key.utf8.count))
      bytes.writeString(key)
      switch value {
      case .string(let text) where !key.hasSuffix("-bin"):
        bytes.writeInteger(UInt32(text.utf8.count))
        bytes.writeString(text)
      case .string, .binary:
        guard
          let raw = Metadata([(key: key, value: value)])[binaryValues: key]
            .first(where: { _ in true })
        else {
          throw RPCError(
            code: .invalidArgument, message: "Metadata '\(key)' has text that is no base64.")
        }
        bytes.writeInteger(UInt32(raw.count))
        bytes.writeBytes(raw)
      }
    }
    self.bytes = bytes
  }

  /// Reads a block with its length from the front of a body.
  init?(readingFrom body: inout ByteBuffer) {
    guard let bytes = body.readLengthPrefixedSlice(as: UInt32.self) else { return nil }
    self.bytes = bytes
  }

  func write(into buffer: inout ByteBuffer) {
    buffer.writeInteger(UInt32(count))
    buffer.writeImmutableBuffer(bytes)
  }

  /// The metadata, or nothing when the block is malformed.
  func decoded() -> Metadata? {
    var metadata = Metadata()
    var rest = bytes
    while rest.readableBytes > 0 {
      guard let keyBytes = rest.readLengthPrefixedSlice(as: UInt8.self),
        Self.isKey(keyBytes.readableBytesView),
        let value = rest.readLengthPrefixedSlice(as: UInt32.self)
      else { return nil }
      let key = String(buffer: keyBytes)
      if key.hasSuffix("-bin") {
        metadata.addBinary(Array(buffer: value), forKey: key)
      } else {
        var value = value
        guard let text = value.readText(bytes: value.readableBytes) else { return nil }
        metadata.addString(text, forKey: key)
      }
    }
    return metadata
  }

  private static func isKey(_ key: some Collection<UInt8>) -> Bool {
    (1...255).contains(key.count)
      && key.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
          true
        default:
          false
        }
      }
  }
}
