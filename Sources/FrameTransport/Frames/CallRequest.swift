import NIOCore

/// The beginning of a call: the method and the metadata, and the one message or a stream of them.
struct CallRequest: FrameBody {
  let call: UInt32
  /// The full name, such as `bergulir.v1.Loans/Get`.
  let method: String
  let metadata: MetadataBlock
  let content: Content

  /// What the client sends.
  enum Content: Hashable, Sendable {
    /// One message, which ends the stream of the client.
    case whole(ByteBuffer)
    /// MESSAGE frames that follow, up to the one that ends the stream.
    case stream
  }

  static let kind = FrameKind.request

  /// The longest name of a method, in bytes.
  static let maxMethodBytes = 1024

  var flags: UInt8 {
    switch content {
    case .whole: 1
    case .stream: 0
    }
  }

  var bodyBytes: Int {
    let headBytes = 2 + method.utf8.count + 4 + metadata.count
    return switch content {
    case .whole(let message): headBytes + message.readableBytes
    case .stream: headBytes
    }
  }

  init(call: UInt32, method: String, metadata: MetadataBlock, content: Content) {
    self.call = call
    self.method = method
    self.metadata = metadata
    self.content = content
  }

  func write(into buffer: inout ByteBuffer) {
    buffer.writeInteger(UInt16(method.utf8.count))
    buffer.writeString(method)
    metadata.write(into: &buffer)
    if case .whole(let message) = content { buffer.writeImmutableBuffer(message) }
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
    let content: Content
    if frame.flags == 1 {
      guard body.readableBytes <= MessagePart.maxBytes else {
        throw .malformed(.request, field: "message")
      }
      content = .whole(body)
    } else {
      guard body.readableBytes == 0 else { throw .malformed(.request, field: "end") }
      content = .stream
    }
    self.init(call: frame.call, method: method, metadata: metadata, content: content)
  }
}
