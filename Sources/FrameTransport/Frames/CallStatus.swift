import GRPCCore
import NIOCore

/// The end of a response that was opened: how the call ended, and the trailing metadata.
struct CallStatus: FrameBody {
  let call: UInt32
  /// Nothing when the call succeeded.
  let failure: Failure?
  let metadata: MetadataBlock

  /// What went wrong.
  struct Failure: Hashable, Sendable {
    let code: RPCError.Code
    let text: String

    /// Creates a failure, its text cut to what is sent.
    init(_ code: RPCError.Code, _ text: String) {
      self.code = code
      self.text = text.shortened(toBytes: CallStatus.maxTextBytes)
    }
  }

  static let kind = FrameKind.status

  /// The longest text of a status that is sent, in bytes; a longer one is cut.
  static let maxTextBytes = 8_192

  var bodyBytes: Int { 1 + 2 + (failure?.text.utf8.count ?? 0) + 4 + metadata.count }

  init(call: UInt32, failure: Failure?, metadata: MetadataBlock) {
    self.call = call
    self.failure = failure
    self.metadata = metadata
  }

  func write(into buffer: inout ByteBuffer) {
    buffer.writeFailure(failure)
    metadata.write(into: &buffer)
  }

  /// Reads a STATUS; the entries of its metadata are not read yet.
  ///
  /// - Throws: `.malformed`.
  init(_ frame: Frame) throws(WireError) {
    var body = frame.body
    let failure = try body.readFailure(.status)
    guard let metadata = MetadataBlock(readingFrom: &body), body.readableBytes == 0 else {
      throw .malformed(.status, field: "metadata")
    }
    self.init(call: frame.call, failure: failure, metadata: metadata)
  }
}

/// The end of a call by one side, whatever its state: nothing more is sent for it, or read.
///
/// A client that no longer waits sends it, and a server that fails a call beside its handler.
struct Reset: FrameBody {
  let call: UInt32
  let failure: CallStatus.Failure

  static let kind = FrameKind.reset

  var bodyBytes: Int { 1 + 2 + failure.text.utf8.count }

  init(call: UInt32, _ failure: CallStatus.Failure) {
    self.call = call
    self.failure = failure
  }

  func write(into buffer: inout ByteBuffer) {
    buffer.writeFailure(failure)
  }

  /// Reads a RESET.
  ///
  /// - Throws: `.malformed`.
  init(_ frame: Frame) throws(WireError) {
    var body = frame.body
    guard let failure = try body.readFailure(.reset) else {
      throw .malformed(.reset, field: "status")
    }
    guard body.readableBytes == 0 else { throw .malformed(.reset, field: "end") }
    self.init(call: frame.call, failure)
  }
}

extension ByteBuffer {
  /// Writes a status and its text.
  mutating func writeFailure(_ failure: CallStatus.Failure?) {
    writeMultipleIntegers(
      UInt8(failure?.code.rawValue ?? 0), UInt16(failure?.text.utf8.count ?? 0))
    if let failure { writeString(failure.text) }
  }

  /// Reads a status and its text, nothing for success; a status not known here is `.unknown`.
  ///
  /// - Throws: `.malformed`.
  mutating func readFailure(_ kind: FrameKind) throws(WireError) -> CallStatus.Failure? {
    guard let (number, length) = readMultipleIntegers(as: (UInt8, UInt16).self),
      let text = readText(bytes: Int(length))
    else { throw .malformed(kind, field: "status") }
    let status = Status.Code(rawValue: Int(number)) ?? .unknown
    if let code = RPCError.Code(status) { return CallStatus.Failure(code, text) }
    guard text.isEmpty else { throw .malformed(kind, field: "status") }
    return nil
  }
}
