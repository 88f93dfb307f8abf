import GRPCCore
import NIOCore

extension ServerSession {
  /// What to do when a handler has its handle.
  enum Started: Hashable {
    case run
    case cancelAtOnce
  }

  /// Notes what cancels a call; RESET or the end of the connection may have come before it.
  mutating func started(_ call: UInt32, handle: Handle) -> Started {
    change { $0.started(call, handle: handle) } == true ? .run : .cancelAtOnce
  }

  /// What the handler of a stream reads.
  enum Next {
    case part(RequestPart)
    case wait
    case cancelled
  }

  mutating func next(_ call: UInt32, outbox: inout Outbox) -> Next {
    change { $0.next(call, outbox: &outbox) } ?? .cancelled
  }

  /// How far a handler got with what it writes.
  enum Writing: Hashable {
    case done
    case wait
    /// The client does not take it: the call is to fail with RESOURCE_EXHAUSTED.
    case refused(String)
    case cancelled
  }

  mutating func open(_ opening: ResponseOpening, outbox: inout Outbox) -> Writing {
    change { $0.open(opening, outbox: &outbox) } ?? .cancelled
  }

  mutating func send(
    _ message: inout OutgoingMessage, of call: UInt32, outbox: inout Outbox
  ) -> Writing {
    change { $0.send(&message, of: call, outbox: &outbox) } ?? .cancelled
  }

  /// How a call ends.
  enum Ending: Hashable {
    case response(CallResponse)
    /// After the response was opened.
    case status(CallStatus)
    case failure(UInt32, CallStatus.Failure)

    var call: UInt32 {
      switch self {
      case .response(let response): response.call
      case .status(let status): status.call
      case .failure(let call, _): call
      }
    }
  }

  /// Ends a call; its answer is dropped when nobody waits for it.
  mutating func finish(_ ending: Ending, outbox: inout Outbox) {
    switch consume self {
    case .open(var calls):
      calls.finish(ending, outbox: &outbox)
      guard calls.isDrained else {
        self = .open(calls)
        return
      }
      outbox.end()
      self = .closing(calls)
    case .awaitingHello(let limits):
      self = .awaitingHello(limits)
    case .closing(var calls):
      _ = calls?.remove(ending.call, outbox: &outbox)
      self = .closing(calls)
    case .gone(var calls):
      _ = calls?.remove(ending.call, outbox: &outbox)
      self = .gone(calls)
    }
  }

  /// Gives up a call within a message that can no longer be completed; the result cancels it.
  mutating func abort(_ call: UInt32, outbox: inout Outbox) -> Handle? {
    change { calls -> Handle? in
      guard calls.calls[call]?.isCancelled == false else { return nil }
      outbox.append(
        Reset(call: call, CallStatus.Failure(.cancelled, "The server gave up within a message.")))
      return calls.reset(call, outbox: &outbox)
    } ?? nil
  }

  /// Changes the calls while frames are sent and received.
  private mutating func change<Result>(
    _ body: (inout ServerCalls<Handle>) -> Result
  ) -> Result? {
    switch consume self {
    case .open(var calls):
      let result = body(&calls)
      self = .open(calls)
      return result
    case .awaitingHello(let limits):
      self = .awaitingHello(limits)
    case .closing(let calls):
      self = .closing(calls)
    case .gone(let calls):
      self = .gone(calls)
    }
    return nil
  }
}

extension ServerSession {
  /// Whether a GOAWAY was sent that the client has to agree to.
  enum Draining: Hashable {
    case nothing
    case begun
  }

  /// Takes on only the calls that are on their way; the connection ends with the last of all.
  mutating func drain(
    _ reason: GoAway.Reason, _ text: String, outbox: inout Outbox
  ) -> Draining {
    if isAwaitingHello {
      _ = close(reason, text, outbox: &outbox)
      return .nothing
    }
    return change { calls -> Draining in
      guard calls.intake == .open else { return .nothing }
      calls.drain()
      outbox.append(GoAway(reason, lastCall: GoAway.everyCall, text: text))
      return .begun
    } ?? .nothing
  }

  /// Notes that the client had its time to agree: what it sends from now on is passed over.
  mutating func drainExpired(outbox: inout Outbox) {
    switch consume self {
    case .open(var calls):
      if calls.intake == .draining {
        calls.shut()
        outbox.append(
          GoAway(.shutdown, lastCall: calls.last, text: "Later calls were not begun."))
      }
      guard calls.isDrained else {
        self = .open(calls)
        return
      }
      outbox.end()
      self = .closing(calls)
    case .awaitingHello(let limits):
      self = .awaitingHello(limits)
    case .closing(let calls):
      self = .closing(calls)
    case .gone(let calls):
      self = .gone(calls)
    }
  }

  /// Asks whether the client is there.
  mutating func ping(_ number: UInt64, outbox: inout Outbox) {
    _ = change { _ in outbox.append(Ping(.question, number: number)) }
  }
}

extension ServerCalls {
  fileprivate mutating func finish(
    _ ending: ServerSession<Handle>.Ending, outbox: inout Outbox
  ) {
    guard let call = remove(ending.call, outbox: &outbox), !call.isCancelled else { return }
    switch ending {
    case .response(let response):
      respond(response, outbox: &outbox)
    case .status(let status) where call.response.phase == .betweenMessages:
      outbox.append(status.fitted(to: client))
    case .status:
      let text = "The handler ended within a message."
      outbox.append(Reset(call: ending.call, CallStatus.Failure(.internalError, text)))
    case .failure(_, let failure):
      outbox.append(Reset(call: ending.call, failure))
    }
  }

  private mutating func respond(_ response: CallResponse, outbox: inout Outbox) {
    guard
      max(response.initialMetadata.count, response.trailingMetadata.count)
        <= client.maxMetadataBytes
    else {
      let failure =
        switch response.outcome {
        case .message: CallStatus.Failure(.resourceExhausted, client.metadataComplaint)
        case .failure(let code, let text):
          CallStatus.Failure(code, "\(text) \(client.metadataComplaint)")
        }
      outbox.append(Reset(call: response.call, failure))
      return
    }
    if case .message(let message) = response.outcome { takeWhole(MessagePart.cost(message)) }
    outbox.append(response)
  }
}

extension CallStatus {
  /// The same status as far as the client takes it: metadata that is too large is lost.
  fileprivate func fitted(to client: Hello) -> CallStatus {
    guard metadata.count > client.maxMetadataBytes else { return self }
    let failure =
      failure.map { Failure($0.code, "\($0.text) \(client.metadataComplaint)") }
      ?? Failure(.resourceExhausted, client.metadataComplaint)
    return CallStatus(call: call, failure: failure, metadata: .empty)
  }
}
