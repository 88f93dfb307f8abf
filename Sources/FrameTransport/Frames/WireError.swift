/// How a peer broke the protocol.
///
/// Every case ends the connection; the peer is told ``goAwayReason`` and the description.
enum WireError: Error, Hashable {
  case frameTooLarge(bytes: Int, limit: Int)
  case frameTooShort(bytes: Int)
  case unknownKind(UInt8)
  case unexpectedFlags(FrameKind, UInt8)
  case unexpectedCall(FrameKind, UInt32)
  case malformed(FrameKind, field: String)
  case notTheFrameWire
  /// The peer and this side do not agree on TLS, or on what is spoken within it.
  case notSecured(SecurityFailure)
  case noCommonVersion(ours: ClosedRange<UInt8>, theirs: ClosedRange<UInt8>)
  case limitOutOfRange(String, UInt32)
  case unexpectedFrame(FrameKind)
  case callNotIncreasing(UInt32, last: UInt32)
  case callNeverMade(FrameKind, UInt32)
  /// More was sent than credit was given for; call 0 is the connection.
  case creditExceeded(UInt32)
  /// More credit was given than can be counted.
  case creditOverflow(UInt32)
  case tooManyPings

  var goAwayReason: GoAway.Reason {
    switch self {
    case .frameTooLarge: .frameTooLarge
    case .creditExceeded: .creditExceeded
    case .tooManyPings: .tooManyPings
    case .noCommonVersion: .version
    case .notSecured(.peerSpeaksPlaintext): .encryption
    case .frameTooShort, .unknownKind, .unexpectedFlags, .unexpectedCall, .malformed,
      .notTheFrameWire, .notSecured, .limitOutOfRange, .unexpectedFrame, .callNotIncreasing,
      .callNeverMade, .creditOverflow:
      .protocolError
    }
  }

  /// The same error of a peer that has not said HELLO.
  ///
  /// The first bytes of a stranger say nothing about frames, whatever the decoder made of them.
  var ofStranger: WireError {
    if case .notSecured = self { self } else { .notTheFrameWire }
  }
}

extension WireError: CustomStringConvertible {
  var description: String {
    switch self {
    case .frameTooLarge(let bytes, let limit):
      "A frame of \(bytes) bytes is over the limit of \(limit)."
    case .frameTooShort(let bytes):
      "A frame of \(bytes) bytes is shorter than its header of \(Frame.headerBytes)."
    case .unknownKind(let kind):
      "Frame kind \(kind) is not known in version \(Hello.version)."
    case .unexpectedFlags(let kind, let flags):
      "\(kind) has flags \(flags), but version \(Hello.version) has none above "
        + "\(kind.highestFlags)."
    case .unexpectedCall(let kind, let call):
      "\(kind) names call \(call), but must name "
        + (kind.scope == .call ? "a call from 1 up." : "call 0, the connection.")
    case .malformed(let kind, let field):
      "\(kind) cannot be read at its \(field)."
    case .notTheFrameWire:
      "The first bytes are no HELLO of the frame wire; check the address and the port."
    case .notSecured(.peerSpeaksTLS):
      "The first bytes are TLS and no HELLO of the frame wire: this side speaks without TLS, "
        + "and the peer with it."
    case .notSecured(let failure):
      "\(failure)"
    case .noCommonVersion(let ours, let theirs):
      "No common version: this side speaks \(ours.lowerBound) to \(ours.upperBound), "
        + "the peer \(theirs.lowerBound) to \(theirs.upperBound)."
    case .limitOutOfRange(let name, let value):
      "HELLO sets \(name) to \(value), which is outside what the protocol allows."
    case .unexpectedFrame(let kind):
      "\(kind) is not allowed here."
    case .callNotIncreasing(let call, let last):
      "Call \(call) does not come after call \(last)."
    case .callNeverMade(let kind, let call):
      "\(kind) names call \(call), which was never made."
    case .creditExceeded(let call):
      "A message was sent beyond the credit of \(call == 0 ? "the connection" : "call \(call)")."
    case .creditOverflow(let call):
      "The credit of \(call == 0 ? "the connection" : "call \(call)") went over \(Int32.max)."
    case .tooManyPings:
      "More than \(Liveness.pingsAllowed) PINGs came within ten seconds."
    }
  }
}
