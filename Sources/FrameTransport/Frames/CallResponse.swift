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

  /// The longest text of a status that is sent, in bytes; a longer one is cut.
  static let maxTextBytes = 8_192

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
      call: call, outcome: .failure(code, text.shortened(toBytes: Self.maxTextBytes)),
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
      outcome = .message(body)
    }
    self.init(
      call: frame.call, outcome: outcome, initialMetadata: initial, trailingMetadata: trailing)
  }

  /// The same response as far as the client takes it.
  ///
  /// Success that is too large becomes `.resourceExhausted`. A failure keeps its code and text
  /// and loses the metadata that is too large, and says so.
  func fitted(to client: Hello) -> CallResponse {
    let metadataFits = max(initialMetadata.count, trailingMetadata.count) <= client.maxMetadataBytes
    guard !metadataFits || frameBytes > client.maxFrameBytes else { return self }
    let complaint =
      metadataFits
      ? "The response takes \(frameBytes) bytes, but the client accepts \(client.maxFrameBytes)."
      : "The response has metadata of more bytes than the \(client.maxMetadataBytes) that the "
        + "client accepts."
    return switch outcome {
    case .message:
      CallResponse(call: call, failure: .resourceExhausted, complaint)
    case .failure(let code, let text):
      CallResponse(call: call, failure: code, "\(text) \(complaint)")
    }
  }
}
