import NIOCore

/// The word of a side that begins no more calls, or ends the connection, and why.
///
/// With `.shutdown` and `.idle` the calls up to ``lastCall`` run to their end. With every other
/// reason the sender closes at once.
struct GoAway: FrameBody, Error {
  let reason: Reason
  /// The last call that the sender took on; later ones were not begun and may be made again.
  let lastCall: UInt32
  let text: String

  /// Why; the numbers are the wire's.
  enum Reason: UInt8, CaseIterable, Sendable {
    case shutdown = 0
    case protocolError = 1
    case version = 2
    case frameTooLarge = 3
    case handshakeTimeout = 4
    case tooManyConnections = 5
    case idle = 6
    case creditExceeded = 7
    case tooManyPings = 8
    case silence = 9
    /// Sent without TLS, by a server that wants it.
    case encryption = 10

    /// Whether calls that were begun run to their end.
    var drains: Bool {
      switch self {
      case .shutdown, .idle: true
      case .protocolError, .version, .frameTooLarge, .handshakeTimeout, .tooManyConnections,
        .creditExceeded, .tooManyPings, .silence, .encryption:
        false
      }
    }
  }

  static let kind = FrameKind.goAway

  /// What a server that drains gives as ``lastCall``: calls on their way are still taken on.
  static let everyCall = UInt32.max

  /// The longest text sent, in bytes; a GOAWAY must fit where only a HELLO is awaited.
  static let maxTextBytes = 512

  var call: UInt32 { 0 }
  var bodyBytes: Int { 5 + text.utf8.count }

  init(_ reason: Reason, lastCall: UInt32, text: String) {
    self.reason = reason
    self.lastCall = lastCall
    self.text = text.shortened(toBytes: Self.maxTextBytes)
  }

  init(_ error: WireError, lastCall: UInt32) {
    self.init(error.goAwayReason, lastCall: lastCall, text: "\(error)")
  }

  func write(into buffer: inout ByteBuffer) {
    buffer.writeMultipleIntegers(reason.rawValue, lastCall)
    buffer.writeString(text)
  }

  /// Reads a GOAWAY; a reason that is not known here counts as a protocol error.
  ///
  /// - Throws: `.malformed`.
  init(_ frame: Frame) throws(WireError) {
    var body = frame.body
    guard let (number, lastCall) = body.readMultipleIntegers(as: (UInt8, UInt32).self) else {
      throw .malformed(.goAway, field: "reason")
    }
    guard let text = body.readText(bytes: body.readableBytes) else {
      throw .malformed(.goAway, field: "text")
    }
    self.init(Reason(rawValue: number) ?? .protocolError, lastCall: lastCall, text: text)
  }
}

extension String {
  /// The longest beginning, in whole characters, that takes at most so many bytes of UTF-8.
  func shortened(toBytes limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var bytes = 0
    return String(
      prefix { character in
        bytes += character.utf8.count
        return bytes <= limit
      })
  }
}
