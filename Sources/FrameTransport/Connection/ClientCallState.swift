import GRPCCore
import NIOCore

/// What a client wants to call.
struct OutgoingCall: Hashable, Sendable {
  let method: String
  let metadata: MetadataBlock
  let content: CallRequest.Content
}

/// What a client receives for a call.
enum ResponsePart: ReceivedPart, Hashable {
  case whole(CallResponse)
  case opening(MetadataBlock)
  case message(ByteBuffer)
  case status(CallStatus)
  case failure(RPCError)
  /// The call was not begun: it may be made again on another connection.
  case notBegun(RPCError)
}

/// One call at its client, until its reader leaves it.
struct ClientCallState: Sendable {
  private(set) var response = Response.awaited
  var inbox: Inbox<ResponsePart>
  var request: OutgoingStream

  enum Response: Hashable {
    case awaited
    /// RESPONSE came without a message; MESSAGE and STATUS follow.
    case opened
    /// The server has said everything.
    case ended
    /// This side has ended the call; what the server still sends is passed over.
    case givenUp
  }

  init(_ content: CallRequest.Content, server: Hello, limits: FrameLimits) {
    inbox = Inbox(limits: limits)
    request = OutgoingStream(credit: server.callCredit)
    if case .whole = content { request.end() }
  }

  var isOver: Bool {
    switch response {
    case .awaited, .opened: false
    case .ended, .givenUp: true
    }
  }

  /// Notes the beginning of a response.
  ///
  /// - Throws: `.unexpectedFrame`.
  mutating func open(_ metadata: MetadataBlock) throws(WireError) -> Bool {
    guard response == .awaited else { throw .unexpectedFrame(.response) }
    response = .opened
    return inbox.append(.opening(metadata))
  }

  /// Notes the end of the response; true when the reader waits for it.
  mutating func end(_ part: ResponsePart) -> Bool {
    response = .ended
    request.end()
    return inbox.end(part)
  }

  /// Ends the call on this side.
  mutating func giveUp(_ part: ResponsePart) -> Bool {
    response = .givenUp
    request.end()
    return inbox.end(part)
  }
}
