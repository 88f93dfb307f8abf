import GRPCCore
import NIOCore

extension ClientCalls {
  /// Decides about a frame that is not the first.
  ///
  /// - Throws: every ``WireError`` that a frame alone does not show.
  mutating func received(
    _ frame: Frame, outbox: inout Outbox
  ) throws(WireError) -> ClientSession.Received {
    switch frame.kind {
    case .response where frame.flags == 1:
      return try whole(CallResponse(frame), outbox: &outbox)
    case .response:
      return try opening(ResponseOpening(frame), outbox: &outbox)
    case .message:
      return try message(MessagePart(frame), outbox: &outbox)
    case .status:
      return try status(CallStatus(frame), outbox: &outbox)
    case .reset:
      return try reset(Reset(frame), outbox: &outbox)
    case .credit:
      return try credit(Credit(frame))
    case .ping:
      let ping = try Ping(frame)
      if ping.role == .question { outbox.append(Ping(.answer, number: ping.number)) }
      return .nothing
    case .goAway:
      return try goAway(GoAway(frame), outbox: &outbox)
    case .hello, .request, .halfClose:
      throw .unexpectedFrame(frame.kind)
    }
  }

  private mutating func whole(
    _ response: CallResponse, outbox: inout Outbox
  ) throws(WireError) -> ClientSession.Received {
    if case .message(let message) = response.outcome { receiveWhole(message, outbox: &outbox) }
    let (limits, size) = (
      limits, max(response.initialMetadata.count, response.trailingMetadata.count)
    )
    return try change(response.call, .response) { call, _ throws(WireError) in
      guard call.response == .awaited else { throw .unexpectedFrame(.response) }
      return call.end(
        size <= limits.maxMetadataBytes ? .whole(response) : .failure(limits.metadataError))
    }
  }

  private mutating func opening(
    _ opening: ResponseOpening, outbox: inout Outbox
  ) throws(WireError) -> ClientSession.Received {
    let limits = limits
    return try change(opening.call, .response) { call, _ throws(WireError) in
      guard opening.metadata.count > limits.maxMetadataBytes else {
        return try call.open(opening.metadata)
      }
      outbox.append(Reset(call: opening.call, limits.metadataFailure))
      return call.giveUp(.failure(limits.metadataError))
    }
  }

  private mutating func message(
    _ part: MessagePart, outbox: inout Outbox
  ) throws(WireError) -> ClientSession.Received {
    if calls[part.call].map({ $0.response == .givenUp }) ?? true {
      try check(part.call, .message)
      try passOver(part, outbox: &outbox)
      return .nothing
    }
    let limits = limits
    return try change(part.call, .message) { call, flow throws(WireError) in
      guard call.response == .opened, part.ending != .stream else {
        throw .unexpectedFrame(.message)
      }
      try flow.receive(part, outbox: &outbox)
      switch try call.inbox.receive(part) {
      case .held:
        return false
      case .wake:
        return true
      case .takenOn(let cost):
        call.inbox.release(cost, of: part.call, flow: &flow, outbox: &outbox)
        return false
      case .tooLarge:
        let text =
          "A message is longer than the \(limits.maxMessageBytes) bytes that this client accepts."
        outbox.append(Reset(call: part.call, CallStatus.Failure(.resourceExhausted, text)))
        flow.release(call.inbox.discard(), to: &outbox)
        return call.giveUp(.failure(RPCError(code: .resourceExhausted, message: text)))
      }
    }
  }

  private mutating func status(
    _ status: CallStatus, outbox: inout Outbox
  ) throws(WireError) -> ClientSession.Received {
    let limits = limits
    return try change(status.call, .status) { call, _ throws(WireError) in
      guard call.response == .opened, !call.inbox.isWithinMessage else {
        throw .unexpectedFrame(.status)
      }
      return call.end(
        status.metadata.count <= limits.maxMetadataBytes
          ? .status(status) : .failure(limits.metadataError))
    }
  }

  private mutating func reset(
    _ reset: Reset, outbox: inout Outbox
  ) throws(WireError) -> ClientSession.Received {
    try change(reset.call, .reset) { call, flow throws(WireError) in
      guard !call.isOver else { throw .unexpectedFrame(.reset) }
      flow.release(call.inbox.discard(), to: &outbox)
      return call.end(
        .failure(RPCError(code: reset.failure.code, message: reset.failure.text)))
    }
  }

  private mutating func credit(_ credit: Credit) throws(WireError) -> ClientSession.Received {
    guard credit.call != 0 else {
      try add(credit)
      return .wake(.writers)
    }
    let added: Void? = try with(credit.call) { call, _ throws(WireError) in
      try call.request.credit.add(credit)
    }
    guard added != nil else {
      try check(credit.call, .credit)
      return .nothing
    }
    return .wake(.writer(credit.call))
  }

  private mutating func goAway(
    _ goAway: GoAway, outbox: inout Outbox
  ) throws(WireError) -> ClientSession.Received {
    let error = RPCError(goAway)
    endUnbegun(after: goAway.lastCall, error)
    guard goAway.reason.drains else { return .close(error) }
    drain(error, outbox: &outbox)
    return isDrained ? .close(error) : .wake(.everybody)
  }

  /// Changes a call; one that is not there any more, or was given up, passes the frame over.
  private mutating func change(
    _ number: UInt32, _ kind: FrameKind,
    _ body: (inout ClientCallState, inout ConnectionFlow) throws(WireError) -> Bool
  ) throws(WireError) -> ClientSession.Received {
    let wakes = try with(number) { call, flow throws(WireError) -> Bool in
      call.response == .givenUp ? false : try body(&call, &flow)
    }
    guard let wakes else {
      try check(number, kind)
      return .nothing
    }
    let isOver = calls[number]?.isOver == true
    if isOver, isDrained { return .close(.closedByClient) }
    return isOver ? .wake(.call(number)) : wakes ? .wake(.reader(number)) : .nothing
  }

  /// Makes sure that a call was made.
  ///
  /// - Throws: `.callNeverMade`.
  private func check(_ call: UInt32, _ kind: FrameKind) throws(WireError) {
    guard call < next else { throw .callNeverMade(kind, call) }
  }
}

extension FrameLimits {
  fileprivate var metadataFailure: CallStatus.Failure {
    CallStatus.Failure(
      .resourceExhausted,
      "The response has more than the \(maxMetadataBytes) bytes of metadata that this client "
        + "accepts.")
  }

  fileprivate var metadataError: RPCError {
    RPCError(code: metadataFailure.code, message: metadataFailure.text)
  }
}
