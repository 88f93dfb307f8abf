import GRPCCore
import NIOCore

extension ServerCalls {
  /// Decides about a frame that is not the first.
  ///
  /// - Throws: every ``WireError`` that a frame alone does not show.
  mutating func received(
    _ frame: Frame, outbox: inout Outbox
  ) throws(WireError) -> ServerSession<Handle>.Received {
    switch frame.kind {
    case .request:
      return try request(CallRequest(frame), outbox: &outbox)
    case .message:
      return try message(MessagePart(frame), outbox: &outbox)
    case .halfClose:
      return try halfClose(HalfClose(frame).call)
    case .reset:
      return try reset(Reset(frame), outbox: &outbox)
    case .credit:
      return try credit(Credit(frame))
    case .ping:
      let ping = try Ping(frame)
      if ping.role == .question { outbox.append(Ping(.answer, number: ping.number)) }
      return .nothing
    case .goAway:
      guard try GoAway(frame).reason.drains else { return .close(cancelling: cancelAll()) }
      shut()
      return isDrained ? .close(cancelling: []) : .nothing
    case .hello, .response, .status:
      throw .unexpectedFrame(frame.kind)
    }
  }

  private mutating func request(
    _ request: CallRequest, outbox: inout Outbox
  ) throws(WireError) -> ServerSession<Handle>.Received {
    let isTakenOn = try number(request.call)
    if case .whole(let message) = request.content { receiveWhole(message, outbox: &outbox) }
    guard isTakenOn else { return .nothing }

    guard request.metadata.count <= limits.maxMetadataBytes else {
      return refuse(
        request, .resourceExhausted,
        "The request has \(request.metadata.count) bytes of metadata; this server accepts "
          + "\(limits.maxMetadataBytes).", outbox: &outbox)
    }
    guard var metadata = request.metadata.decoded() else {
      throw .malformed(.request, field: "metadata")
    }
    guard calls.count < limits.maxCallsInFlight else {
      return refuse(
        request, .resourceExhausted,
        "This connection has \(calls.count) calls in flight, as many as this server allows; "
          + "try again when one has ended.", outbox: &outbox)
    }
    guard metadata.normaliseTimeout() else {
      return refuse(
        request, .invalidArgument,
        "grpc-timeout must be 1 to 8 digits and one of H, M, S, m, u, n.", outbox: &outbox)
    }
    add(request)
    return .start(
      IncomingCall(
        call: request.call, method: request.method, metadata: metadata, content: request.content))
  }

  private func refuse(
    _ request: CallRequest, _ code: RPCError.Code, _ text: String, outbox: inout Outbox
  ) -> ServerSession<Handle>.Received {
    outbox.append(Reset(call: request.call, CallStatus.Failure(code, text)))
    return .nothing
  }

  private mutating func message(
    _ part: MessagePart, outbox: inout Outbox
  ) throws(WireError) -> ServerSession<Handle>.Received {
    let received = try with(part.call) { call, flow throws(WireError) in
      try Self.receive(part, call: &call, flow: &flow, outbox: &outbox)
    }
    switch received {
    case .wake:
      return .wake(.reader(part.call))
    case .held, .takenOn:
      return .nothing
    case .tooLarge:
      let text =
        "A message is longer than the \(limits.maxMessageBytes) bytes that this server accepts."
      outbox.append(Reset(call: part.call, CallStatus.Failure(.resourceExhausted, text)))
      let handle = reset(part.call, outbox: &outbox)
      return .cancel(handle, part.call)
    case nil:
      try check(part.call, .message)
      try passOver(part, outbox: &outbox)
      return .nothing
    }
  }

  private static func receive(
    _ part: MessagePart, call: inout ServerCall<Handle>, flow: inout ConnectionFlow,
    outbox: inout Outbox
  ) throws(WireError) -> Inbox<RequestPart>.Receipt {
    guard !call.isCancelled else {
      try flow.passOver(part, outbox: &outbox)
      return .held
    }
    guard !call.inbox.hasEnded else { throw .unexpectedFrame(.message) }
    try flow.receive(part, outbox: &outbox)
    let receipt = try call.inbox.receive(part)
    if case .takenOn(let cost) = receipt {
      call.inbox.release(cost, of: part.call, flow: &flow, outbox: &outbox)
    }
    if part.ending == .stream { _ = call.inbox.end(.end) }
    return receipt
  }

  private mutating func halfClose(
    _ number: UInt32
  ) throws(WireError) -> ServerSession<Handle>.Received {
    let wakes = try with(number) { call, _ throws(WireError) -> Bool in
      guard !call.isCancelled else { return false }
      guard !call.inbox.hasEnded, !call.inbox.isWithinMessage else {
        throw .unexpectedFrame(.halfClose)
      }
      return call.inbox.end(.end)
    }
    guard let wakes else {
      try check(number, .halfClose)
      return .nothing
    }
    return wakes ? .wake(.reader(number)) : .nothing
  }

  private mutating func reset(
    _ reset: Reset, outbox: inout Outbox
  ) throws(WireError) -> ServerSession<Handle>.Received {
    guard let call = calls[reset.call], !call.isCancelled else {
      try check(reset.call, .reset)
      return .nothing
    }
    return .cancel(self.reset(reset.call, outbox: &outbox), reset.call)
  }

  private mutating func credit(
    _ credit: Credit
  ) throws(WireError) -> ServerSession<Handle>.Received {
    guard credit.call != 0 else {
      try add(credit)
      return .wake(.writers)
    }
    let added: Void? = try with(credit.call) { call, _ throws(WireError) in
      try call.response.credit.add(credit)
    }
    guard added != nil else {
      try check(credit.call, .credit)
      return .nothing
    }
    return .wake(.writer(credit.call))
  }

  /// Makes sure that a call without a handler was made once, or was passed over.
  ///
  /// - Throws: `.callNeverMade`.
  private func check(_ call: UInt32, _ kind: FrameKind) throws(WireError) {
    guard call <= last || intake == .shut else { throw .callNeverMade(kind, call) }
  }
}

extension Metadata {
  /// Rewrites `grpc-timeout` so that GRPCCore honours it; the answer is false when it is no
  /// timeout at all.
  fileprivate mutating func normaliseTimeout() -> Bool {
    guard let text = self[stringValues: "grpc-timeout"].first(where: { _ in true }) else {
      return true
    }
    guard let timeout = CallTimeout(text) else { return false }
    replaceOrAddString(timeout.normalised, forKey: "grpc-timeout")
    return true
  }
}
