import GRPCCore
import NIOCore

/// The calls of one connection at its client, from HELLO on.
struct ClientCalls: Sendable {
  /// What the server told about itself.
  let server: Hello
  let limits: FrameLimits

  private(set) var next: UInt32 = 1
  private(set) var calls: [UInt32: ClientCallState] = [:]
  private(set) var flow: ConnectionFlow

  /// Why no new call may begin, once that is so.
  private(set) var farewell: RPCError?

  init(server: Hello, limits: FrameLimits) {
    self.server = server
    self.limits = limits
    flow = ConnectionFlow(peer: server, limits: limits)
  }

  /// Whether nothing is left of a connection that drains.
  var isDrained: Bool { farewell != nil && calls.values.allSatisfy(\.isOver) }

  /// How many calls are not over.
  var openCount: Int { calls.values.count { !$0.isOver } }

  /// Whether a new call may begin.
  var isOpen: Bool { farewell == nil && next < UInt32.max }

  /// Gives a call its number and sends its REQUEST, or says why not.
  mutating func begin(_ call: OutgoingCall, outbox: inout Outbox) -> ClientSession.Begun {
    guard isOpen else { return .elsewhere(farewell ?? .outOfNumbers) }
    let request = CallRequest(
      call: next, method: call.method, metadata: call.metadata, content: call.content)
    if let complaint = complaint(about: request) {
      return .refuse(RPCError(code: .resourceExhausted, message: complaint))
    }
    if case .whole(let message) = call.content { flow.sending.take(MessagePart.cost(message)) }
    calls[next] = ClientCallState(call.content, server: server, limits: limits)
    next += 1
    outbox.append(request)
    return .begun(request.call)
  }

  private func complaint(about request: CallRequest) -> String? {
    if request.method.utf8.count > CallRequest.maxMethodBytes {
      return "The method has a name of \(request.method.utf8.count) bytes; the wire carries "
        + "\(CallRequest.maxMethodBytes)."
    }
    return request.metadata.count > server.maxMetadataBytes ? server.metadataComplaint : nil
  }

  /// Begins no more calls; the server is told, once.
  mutating func drain(_ error: RPCError, outbox: inout Outbox) {
    guard farewell == nil else { return }
    farewell = error
    outbox.append(GoAway(.shutdown, lastCall: 0, text: "The client begins no more calls."))
  }

  /// Ends the calls that come after one, because the server has not begun them.
  mutating func endUnbegun(after last: UInt32, _ error: RPCError) {
    for number in calls.keys where number > last && calls[number]?.isOver == false {
      _ = calls[number]?.inbox.discard()
      _ = calls[number]?.giveUp(.notBegun(error))
    }
  }

  /// Ends all calls, when the connection is no more.
  mutating func failAll(_ error: RPCError) {
    for number in calls.keys where calls[number]?.isOver == false {
      _ = calls[number]?.inbox.discard()
      _ = calls[number]?.giveUp(.failure(error))
    }
  }
}

extension ClientCalls {
  /// Changes a call together with the credit of the connection; nothing when there is none.
  mutating func with<Result, Failure>(
    _ number: UInt32,
    _ body: (inout ClientCallState, inout ConnectionFlow) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    // Taken out, so that what it holds is changed in place and not copied.
    guard var call = calls.removeValue(forKey: number) else { return nil }
    defer { calls[number] = call }
    return try body(&call, &flow)
  }

  /// What the reader of a call gets.
  mutating func next(_ number: UInt32, outbox: inout Outbox) -> ClientSession.Next {
    with(number) { call, flow in
      switch call.inbox.next() {
      case .part(let part, let cost):
        call.inbox.release(cost, of: number, flow: &flow, outbox: &outbox)
        return .part(part)
      case .wait(let cost):
        call.inbox.release(cost, of: number, flow: &flow, outbox: &outbox)
        return .wait
      }
    } ?? .gone
  }

  /// Sends a message, or the part of it for which there is credit.
  mutating func send(
    _ message: inout OutgoingMessage, of number: UInt32, outbox: inout Outbox
  ) -> ClientSession.Sending {
    guard message.isBegun || message.rest.readableBytes <= server.maxMessageBytes else {
      let complaint = server.messageComplaint(message.rest.readableBytes)
      return .refuse(RPCError(code: .resourceExhausted, message: complaint))
    }
    let sent = calls[number]?.request.send(&message, of: number, flow: &flow, outbox: &outbox)
    return switch sent {
    case .all: .done
    case .wait: .wait
    case .ended, nil: .ended
    }
  }

  /// Ends the stream of a call.
  mutating func halfClose(_ number: UInt32, outbox: inout Outbox) {
    guard calls[number]?.request.phase == .betweenMessages else { return }
    calls[number]?.request.end()
    outbox.append(HalfClose(call: number))
  }

  /// Ends a call on this side, for a reason that its reader gets; nothing when it is over.
  mutating func giveUp(
    _ number: UInt32, _ error: RPCError, outbox: inout Outbox
  ) {
    with(number) { call, flow in
      guard !call.isOver else { return }
      outbox.append(Reset(call: number, CallStatus.Failure(.cancelled, "The client gave up.")))
      flow.release(call.inbox.discard(), to: &outbox)
      _ = call.giveUp(.failure(error))
    }
  }

  /// Forgets a call; the server is told when it has not ended it.
  mutating func abandon(_ number: UInt32, outbox: inout Outbox) {
    guard var call = calls.removeValue(forKey: number) else { return }
    flow.release(call.inbox.discard(), to: &outbox)
    guard !call.isOver else { return }
    outbox.append(Reset(call: number, CallStatus.Failure(.cancelled, "The client gave up.")))
  }
}

extension ClientCalls {
  mutating func receiveWhole(_ message: ByteBuffer, outbox: inout Outbox) {
    flow.receiveWhole(message, outbox: &outbox)
  }

  /// Notes a message of a call that has ended here.
  ///
  /// - Throws: `.creditExceeded`.
  mutating func passOver(_ part: MessagePart, outbox: inout Outbox) throws(WireError) {
    try flow.passOver(part, outbox: &outbox)
  }

  /// Adds to the credit for all calls.
  ///
  /// - Throws: `.creditOverflow`.
  mutating func add(_ credit: Credit) throws(WireError) {
    try flow.sending.add(credit)
  }
}
