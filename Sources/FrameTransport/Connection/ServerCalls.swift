import GRPCCore
import NIOCore

/// The calls of one connection at its server, from HELLO to the last handler.
struct ServerCalls<Handle: Sendable>: Sendable {
  /// What the client told about itself.
  let client: Hello
  let limits: FrameLimits

  /// The last call taken on.
  private(set) var last: UInt32 = 0

  private(set) var intake = Intake.open
  private(set) var flow: ConnectionFlow
  private(set) var calls: [UInt32: ServerCall<Handle>] = [:]

  enum Intake: Hashable {
    case open
    /// GOAWAY was sent; what the client sent before it knew is still taken on.
    case draining
    /// The client knows, or has gone away itself, or had its time: no call is taken on.
    case shut
  }

  init(client: Hello, limits: FrameLimits) {
    self.client = client
    self.limits = limits
    flow = ConnectionFlow(peer: client, limits: limits)
  }

  var isEmpty: Bool { calls.isEmpty }

  /// Whether nothing is left of a connection that drains.
  var isDrained: Bool { intake == .shut && calls.isEmpty }

  /// Takes on only the calls that are on their way.
  mutating func drain() {
    if intake == .open { intake = .draining }
  }

  /// Takes on no more calls.
  mutating func shut() {
    intake = .shut
  }

  /// Notes the handle of a call; the answer is false when the call is cancelled already.
  mutating func started(_ call: UInt32, handle: Handle) -> Bool {
    calls[call]?.started(handle) ?? false
  }

  /// Cancels every call; they stay until their handlers end.
  mutating func cancelAll() -> [Handle] {
    calls.keys.compactMap { calls[$0]?.cancel() }
  }

  /// Takes the number of a request; false when no call is taken on any more.
  ///
  /// - Throws: `.callNotIncreasing`.
  mutating func number(_ call: UInt32) throws(WireError) -> Bool {
    guard call > last else { throw .callNotIncreasing(call, last: last) }
    guard intake != .shut else { return false }
    last = call
    return true
  }

  mutating func add(_ request: CallRequest) {
    calls[request.call] = ServerCall(request.content, client: client, limits: limits)
  }
}

extension ServerCalls {
  /// Changes a call together with the credit of the connection; nothing when there is none.
  mutating func with<Result, Failure>(
    _ number: UInt32,
    _ body: (inout ServerCall<Handle>, inout ConnectionFlow) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    // Taken out, so that what it holds is changed in place and not copied.
    guard var call = calls.removeValue(forKey: number) else { return nil }
    defer { calls[number] = call }
    return try body(&call, &flow)
  }

  /// What the handler of a stream reads.
  mutating func next(
    _ number: UInt32, outbox: inout Outbox
  ) -> ServerSession<Handle>.Next {
    with(number) { call, flow in
      guard !call.isCancelled else { return .cancelled }
      switch call.inbox.next() {
      case .part(let part, let cost):
        call.inbox.release(cost, of: number, flow: &flow, outbox: &outbox)
        return .part(part)
      case .wait(let cost):
        call.inbox.release(cost, of: number, flow: &flow, outbox: &outbox)
        return .wait
      }
    } ?? .cancelled
  }

  /// Opens the response of a call.
  mutating func open(
    _ opening: ResponseOpening, outbox: inout Outbox
  ) -> ServerSession<Handle>.Writing {
    guard calls[opening.call]?.isCancelled == false else { return .cancelled }
    guard opening.metadata.count <= client.maxMetadataBytes else {
      return .refused(client.metadataComplaint)
    }
    calls[opening.call]?.isOpened = true
    outbox.append(opening)
    return .done
  }

  /// Sends a message of a call that was opened, or the part of it for which there is credit.
  mutating func send(
    _ message: inout OutgoingMessage, of number: UInt32, outbox: inout Outbox
  ) -> ServerSession<Handle>.Writing {
    guard message.isBegun || message.rest.readableBytes <= client.maxMessageBytes else {
      return .refused(client.messageComplaint(message.rest.readableBytes))
    }
    let sent = calls[number]?.response.send(&message, of: number, flow: &flow, outbox: &outbox)
    return switch sent {
    case .all: .done
    case .wait: .wait
    case .ended, nil: .cancelled
    }
  }

  /// Takes a call out, with whatever of it was not read.
  mutating func remove(_ number: UInt32, outbox: inout Outbox) -> ServerCall<Handle>? {
    guard var call = calls.removeValue(forKey: number) else { return nil }
    flow.release(call.inbox.discard(), to: &outbox)
    return call
  }

  /// Ends a call beside its handler, which is cancelled; it counts until the handler has ended.
  mutating func reset(
    _ number: UInt32, outbox: inout Outbox
  ) -> Handle? {
    with(number) { call, flow in
      flow.release(call.inbox.discard(), to: &outbox)
      return call.cancel()
    } ?? nil
  }

  /// Gives credit for messages of a call that has ended here.
  ///
  /// - Throws: `.creditExceeded`.
  mutating func passOver(_ part: MessagePart, outbox: inout Outbox) throws(WireError) {
    try flow.passOver(part, outbox: &outbox)
  }

  mutating func receiveWhole(_ message: ByteBuffer, outbox: inout Outbox) {
    flow.receiveWhole(message, outbox: &outbox)
  }

  /// Adds to the credit for all calls.
  ///
  /// - Throws: `.creditOverflow`.
  mutating func add(_ credit: Credit) throws(WireError) {
    try flow.sending.add(credit)
  }

  mutating func takeWhole(_ cost: Int) {
    flow.sending.take(cost)
  }
}

extension Hello {
  /// What is said about metadata that the sender of this HELLO does not accept.
  var metadataComplaint: String {
    "There is metadata of more bytes than the \(maxMetadataBytes) that the peer accepts."
  }

  /// What is said about a message that the sender of this HELLO does not accept.
  func messageComplaint(_ count: Int) -> String {
    "The message takes \(count) bytes; the peer accepts \(maxMessageBytes). "
      + "Send it in smaller pieces."
  }
}
