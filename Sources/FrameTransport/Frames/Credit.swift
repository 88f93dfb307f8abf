import NIOCore

/// Leave to send more: so many bytes more of a call, or of the connection when the call is 0.
struct Credit: FrameBody {
  let call: UInt32
  let bytes: UInt32

  static let kind = FrameKind.credit

  var bodyBytes: Int { 4 }

  init(call: UInt32, bytes: UInt32) {
    self.call = call
    self.bytes = bytes
  }

  func write(into buffer: inout ByteBuffer) {
    buffer.writeInteger(bytes)
  }

  /// Reads a CREDIT.
  ///
  /// - Throws: `.malformed`, also for no bytes at all.
  init(_ frame: Frame) throws(WireError) {
    var body = frame.body
    guard let bytes = body.readInteger(as: UInt32.self), bytes > 0, body.readableBytes == 0 else {
      throw .malformed(.credit, field: "bytes")
    }
    self.init(call: frame.call, bytes: bytes)
  }
}

/// A question whether the peer is there, or the answer, which repeats the number.
struct Ping: FrameBody {
  let role: Role
  let number: UInt64

  /// Which of the two; the numbers are the wire's flags.
  enum Role: UInt8, Sendable {
    case question = 0
    case answer = 1
  }

  static let kind = FrameKind.ping

  var call: UInt32 { 0 }
  var flags: UInt8 { role.rawValue }
  var bodyBytes: Int { 8 }

  init(_ role: Role, number: UInt64) {
    self.role = role
    self.number = number
  }

  func write(into buffer: inout ByteBuffer) {
    buffer.writeInteger(number)
  }

  /// Reads a PING.
  ///
  /// - Throws: `.malformed`, `.unexpectedFlags`.
  init(_ frame: Frame) throws(WireError) {
    var body = frame.body
    guard let number = body.readInteger(as: UInt64.self), body.readableBytes == 0 else {
      throw .malformed(.ping, field: "number")
    }
    guard let role = Role(rawValue: frame.flags) else {
      throw .unexpectedFlags(.ping, frame.flags)
    }
    self.init(role, number: number)
  }
}
