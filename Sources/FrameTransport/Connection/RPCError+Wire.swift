import GRPCCore

extension RPCError {
  /// What a call gets when the server has ended the connection.
  init(_ goAway: GoAway) {
    let message = "The server ended the connection: \(goAway.text)"
    switch goAway.reason {
    case .shutdown, .tooManyConnections, .handshakeTimeout, .idle:
      self.init(code: .unavailable, message: "\(message) The call was not begun.")
    case .version:
      self.init(code: .failedPrecondition, message: message)
    case .silence:
      self.init(code: .unavailable, message: message)
    case .encryption:
      self.init(code: .unavailable, message: message, cause: SecurityFailure.peerSpeaksTLS)
    case .protocolError, .frameTooLarge, .creditExceeded, .tooManyPings:
      self.init(code: .internalError, message: message)
    }
  }

  /// What a call gets when the server broke the protocol.
  init(broken error: WireError) {
    switch error {
    case .notTheFrameWire:
      self.init(code: .unavailable, message: "\(error)")
    case .notSecured(let failure):
      self.init(code: .unavailable, message: "\(failure)", cause: failure)
    case .noCommonVersion:
      self.init(code: .failedPrecondition, message: "\(error)")
    case .frameTooLarge, .frameTooShort, .unknownKind, .unexpectedFlags, .unexpectedCall,
      .malformed, .limitOutOfRange, .unexpectedFrame, .callNotIncreasing, .callNeverMade,
      .creditExceeded, .creditOverflow, .tooManyPings:
      self.init(code: .internalError, message: "The server broke the protocol: \(error)")
    }
  }

  /// What a call gets when its client is closing.
  static let closedByClient = RPCError(
    code: .failedPrecondition, message: "The client is closed; make a new one.")

  /// What a call gets when its own task was cancelled.
  static let cancelledByCaller = RPCError(
    code: .cancelled, message: "The caller cancelled the call.")

  /// What a handler gets when nobody waits for its call any more.
  static let cancelledAtServer = RPCError(
    code: .cancelled, message: "The call was cancelled, or its time is over.")

  /// Any error as the error of a call, cancellation as such.
  init(anyError error: any Error) {
    switch error {
    case let error as RPCError:
      self = error
    case let error as any RPCErrorConvertible:
      self.init(error)
    case is CancellationError:
      self = .cancelledByCaller
    default:
      self.init(code: .unknown, message: "The call failed.", cause: error)
    }
  }
}
