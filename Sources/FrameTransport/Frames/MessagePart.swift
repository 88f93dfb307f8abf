import NIOCore

/// A message of a stream, or a part of one.
struct MessagePart: FrameBody {
  let call: UInt32
  let bytes: ByteBuffer
  let ending: Ending

  /// What comes to its end with the part; the numbers are the wire's flags.
  enum Ending: UInt8, Sendable {
    case message = 0
    /// The message, and with it the stream of the client.
    case stream = 1
    /// Nothing: the message goes on in the next part.
    case nothing = 2
  }

  static let kind = FrameKind.message

  /// The most bytes of a message in one frame, whole requests and responses included.
  static let maxBytes = 16_384

  /// What a message or a part costs beside its bytes, for the memory that keeping it takes.
  static let fixedCost = 32

  /// What so many bytes of a message take from the credit.
  static func cost(_ bytes: ByteBuffer) -> Int { bytes.readableBytes + fixedCost }

  var cost: Int { Self.cost(bytes) }
  var flags: UInt8 { ending.rawValue }
  var bodyBytes: Int { bytes.readableBytes }

  init(call: UInt32, bytes: ByteBuffer, ending: Ending) {
    self.call = call
    self.bytes = bytes
    self.ending = ending
  }

  func write(into buffer: inout ByteBuffer) {
    buffer.writeImmutableBuffer(bytes)
  }

  /// Reads a MESSAGE.
  ///
  /// - Throws: `.malformed`, `.unexpectedFlags`.
  init(_ frame: Frame) throws(WireError) {
    guard frame.body.readableBytes <= Self.maxBytes else {
      throw .malformed(.message, field: "end")
    }
    guard let ending = Ending(rawValue: frame.flags) else {
      throw .unexpectedFlags(.message, frame.flags)
    }
    self.init(call: frame.call, bytes: frame.body, ending: ending)
  }
}

/// The end of a client's stream after its last message, or without any.
struct HalfClose: FrameBody {
  let call: UInt32

  static let kind = FrameKind.halfClose

  var bodyBytes: Int { 0 }

  init(call: UInt32) {
    self.call = call
  }

  func write(into buffer: inout ByteBuffer) {}

  /// Reads a HALF_CLOSE.
  ///
  /// - Throws: `.malformed`.
  init(_ frame: Frame) throws(WireError) {
    guard frame.body.readableBytes == 0 else { throw .malformed(.halfClose, field: "end") }
    self.init(call: frame.call)
  }
}
