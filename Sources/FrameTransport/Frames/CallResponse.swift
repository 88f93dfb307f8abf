import GRPCCore
import NIOCore

/// A whole unary response: both kinds of metadata, and a message or an error.
struct CallResponse: FrameBody {
  let call: UInt32
  let outcome: Outcome
  let initialMetadata: MetadataBlock
  let trailingMetadata: MetadataBlock

  /// How a call ended: a message belongs to success and only to success.
  enum Outcome: Hashable, Sendable {
    case message(ByteBuffer)
    case failure(RPCError.Code, String)
  }

  static let kind = FrameKind.response

  var flags: UInt8 { 1 }

  var bodyBytes: Int {
    let metadataBytes = 4 + initialMetadata.count + 4 + trailingMetadata.count
    return switch outcome {
    case .message(let message): 1 + 2 + metadataBytes + message.readableBytes
    case .failure(_, let text): 1 + 2 + text.utf8.count + metadataBytes
    }
  }

  init(
    call: UInt32, outcome: Outcome, initialMetadata: MetadataBlock,
    trailingMetadata: MetadataBlock
  ) {
    self.call = call
    self.outcome = outcome
    self.initialMetadata = initialMetadata
    self.trailingMetadata = trailingMetadata
  }

  /// A failure without metadata.
  init(call: UInt32, failure code: RPCError.Code, _ text: String) {
    self.init(
      call: call, outcome: .failure(code, text.shortened(toBytes: CallStatus.maxTextBytes)),
      initialMetadata: .empty, trailingMetadata: .empty)
  }

  func write(into buffer: inout ByteBuffer) {
    switch outcome {
    case .message:
      buffer.writeMultipleIntegers(UInt8(0), UInt16(0))
    case .failure(let code, let text):
      buffer.writeMultipleIntegers(UInt8(code.rawValue), UInt16(text.utf8.count))
      buffer.writeString(text)
    }
    initialMetadata.write(into: &buffer)
    trailingMetadata.write(into: &buffer)
    if case .message(let message) = outcome {
      buffer.writeImmutableBuffer(message)
    }
  }

  /// Reads a RESPONSE; the entries of its metadata are not read yet.
  ///
  /// A status that is not known here counts as `.unknown`.
  ///
  /// - Throws: `.malformed`.
  init(_ frame: Frame) throws(WireError) {
    var body = frame.body
    guard let (number, length) = body.readMultipleIntegers(as: (UInt8, UInt16).self),
      let text = body.readText(bytes: Int(length))
    else { throw .malformed(.response, field: "status") }
    guard let initial = MetadataBlock(readingFrom: &body),
      let trailing = MetadataBlock(readingFrom: &body)
    else { throw .malformed(.response, field: "metadata") }

    let status = Status.Code(rawValue: Int(number)) ?? .unknown
    let outcome: Outcome
    if let code = RPCError.Code(status) {
      guard body.readableBytes == 0 else { throw .malformed(.response, field: "end") }
      outcome = .failure(code, text)
    } else {
      guard text.isEmpty else { throw .malformed(.response, field: "status") }
      guard body.readableBytes <= MessagePart.maxBytes else {
        throw .malformed(.response, field: "message")
      }
      outcome = .message(body)
    }
    self.init(
      call: frame.call, outcome: outcome, initialMetadata: initial, trailingMetadata: trailing)
  }
}

/// The beginning of a response that MESSAGE frames and STATUS follow.
struct ResponseOpening: FrameBody {
  let call: UInt32
  let metadata: MetadataBlock

  static let kind = FrameKind.response

  var bodyBytes: Int { 4 + metadata.count }

  init(call: UInt32, metadata: MetadataBlock) {
    self.call = call
    self.metadata = metadata
  }

  func write(into buffer: inout ByteBuffer) {
    metadata.write(into: &buffer)
  }

  /// Reads a RESPONSE without the flag; the entries of its metadata are not read yet.
  ///
  /// - Throws: `.malformed`.
  init(_ frame: Frame) throws(WireError) {
    var body = frame.body
    guard let metadata = MetadataBlock(readingFrom: &body), body.readableBytes == 0 else {
      throw .malformed(.response, field: "metadata")
    }
    self.init(call: frame.call, metadata: metadata)
  }
}
