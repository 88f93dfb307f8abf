import NIOCore

/// A whole unary request: the method, the metadata and the one message.
struct CallRequest: FrameBody {
  let call: UInt32
  /// The full name, such as `bergulir.v1.Loans/Get`.
  let method: String
  let metadata: MetadataBlock
  let message: ByteBuffer

  static let kind = FrameKind.request

  /// The longest name of a method, in bytes.
  static let maxMethodBytes = 1024

  var bodyBytes: Int {
    Self.bodyBytes(method: method, metadata: metadata, message: message)
  }

  static func bodyBytes(method: String, metadata: MetadataBlock, message: ByteBuffer) -> Int {
    2 + method.utf8.count + 4 + metadata.count + message.readableBytes
  }

  init(call: UInt32, method: String, metadata: MetadataBlock, message: ByteBuffer) {
    self.call = call
    self.method = method
    self.metadata = metadata
    self.message = message
  }

  func write(into buffer: inout ByteBuffer) {
    buffer.writeInteger(UInt16(method.utf8.count))
    buffer.writeString(method)
    metadata.write(into: &buffer)
    buffer.writeImmutableBuffer(message)
  }

  /// Reads a REQUEST; the entries of its metadata are not read yet.
  ///
  /// - Throws: `.malformed`.
  init(_ frame: Frame) throws(WireError) {
    var body = frame.body
    guard let length = body.readInteger(as: UInt16.self), length <= Self.maxMethodBytes,
      let method = body.readText(bytes: Int(length))
    else { throw .malformed(.request, field: "method") }
    guard let metadata = MetadataBlock(readingFrom: &body) else {
      throw .malformed(.request, field: "metadata")
    }
    self.init(call: frame.call, method: method, metadata: metadata, message: body)
  }
}

/// The word of a client that it no longer waits for a call; nothing is answered to it.
struct Cancel: FrameBody {
  let call: UInt32

  static let kind = FrameKind.cancel

  var bodyBytes: Int { 0 }

  init(call: UInt32) {
    self.call = call
  }

  func write(into buffer: inout ByteBuffer) {}

  /// Reads a CANCEL.
  ///
  /// - Throws: `.malformed`.
  init(_ frame: Frame) throws(WireError) {
    guard frame.body.readableBytes == 0 else { throw .malformed(.cancel, field: "end") }
    call = frame.call
  }
}
