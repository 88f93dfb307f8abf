import NIOCore

/// Cuts a stream of bytes into frames.
///
/// The bytes may come in any pieces. A frame that is longer than the limit is refused on its
/// length field, before any of it is kept.
struct FrameDecoder: Sendable {
  /// The longest frame accepted, in bytes after the length field.
  var maxFrameBytes: Int

  private var bytes = ByteBuffer()

  init(maxFrameBytes: Int) {
    self.maxFrameBytes = maxFrameBytes
  }

  /// How much memory the bytes that are not cut yet take.
  var heldBytes: Int { bytes.storageCapacity }

  mutating func append(_ more: ByteBuffer) {
    guard bytes.readableBytes > 0 else {
      bytes = more
      return
    }
    if bytes.readerIndex > 0 {
      // Frames were cut off the front and may still be held: begin anew with the rest, so that
      // the buffer cannot grow for as long as the connection lives.
      bytes = ByteBuffer(bytes: bytes.readableBytesView)
    }
    bytes.writeImmutableBuffer(more)
  }

  /// The next whole frame, or nothing when more bytes are needed.
  ///
  /// - Throws: `.frameTooLarge`, `.frameTooShort`, `.unknownKind`, `.unexpectedFlags`,
  ///   `.unexpectedCall`. After an error the stream cannot be read any further.
  mutating func next() throws(WireError) -> Frame? {
    guard let length = bytes.getInteger(at: bytes.readerIndex, as: UInt32.self) else { return nil }
    guard length <= maxFrameBytes else {
      throw .frameTooLarge(bytes: Int(length), limit: maxFrameBytes)
    }
    guard length >= Frame.headerBytes else { throw .frameTooShort(bytes: Int(length)) }
    guard bytes.readableBytes >= Frame.lengthBytes + Int(length) else { return nil }

    bytes.moveReaderIndex(forwardBy: Frame.lengthBytes)
    guard
      let (kindByte, flags, call) = bytes.readMultipleIntegers(as: (UInt8, UInt8, UInt32).self),
      let body = bytes.readSlice(length: Int(length) - Frame.headerBytes)
    else { throw .frameTooShort(bytes: Int(length)) }

    guard let kind = FrameKind(rawValue: kindByte) else { throw .unknownKind(kindByte) }
    guard flags <= kind.highestFlags else { throw .unexpectedFlags(kind, flags) }
    let isInScope =
      switch kind.scope {
      case .connection: call == 0
      case .call: call != 0
      case .either: true
      }
    guard isInScope else { throw .unexpectedCall(kind, call) }
    return Frame(kind: kind, flags: flags, call: call, body: body)
  }
}
