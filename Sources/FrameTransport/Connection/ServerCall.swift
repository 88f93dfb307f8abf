import GRPCCore
import NIOCore

/// A request that a handler is to answer.
struct IncomingCall: Hashable, Sendable {
  let call: UInt32
  let method: String
  let metadata: Metadata
  let content: CallRequest.Content
}

/// What the handler of a stream receives after the metadata.
enum RequestPart: ReceivedPart, Hashable {
  case message(ByteBuffer)
  case end
}

/// One call at its server, while its handler is at work.
struct ServerCall<Handle: Sendable>: Sendable {
  private(set) var handler = Handler.starting
  var inbox: Inbox<RequestPart>
  var response: OutgoingStream
  /// Whether RESPONSE was sent, which MESSAGE and STATUS follow.
  var isOpened = false

  enum Handler {
    /// It has no handle yet.
    case starting
    case cancellable(Handle)
    /// Nobody waits for its answer.
    case cancelled
  }

  init(_ content: CallRequest.Content, client: Hello, limits: FrameLimits) {
    inbox = Inbox(limits: limits)
    response = OutgoingStream(credit: client.callCredit)
    if case .whole = content { inbox.close() }
  }

  var isCancelled: Bool {
    switch handler {
    case .starting, .cancellable: false
    case .cancelled: true
    }
  }

  /// Notes the handle; false when the call is cancelled already.
  mutating func started(_ handle: Handle) -> Bool {
    guard case .starting = handler else { return false }
    handler = .cancellable(handle)
    return true
  }

  /// Ends the call but for its handler; the result is what cancels that.
  mutating func cancel() -> Handle? {
    defer { handler = .cancelled }
    response.end()
    guard case .cancellable(let handle) = handler else { return nil }
    return handle
  }
}
