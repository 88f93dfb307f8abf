import NIOCore

/// One connection as its server sees it: which frames may come, and which calls run.
///
/// A value without I/O: events are methods, frames to be sent are appended to the outbox, and
/// what else is to be done is the result. `Handle` is what cancels a running call.
///
///     awaitingHello ──HELLO──► open ──shutdown──► open, draining
///           │                    │                     │
///           └── broken, late ────┴── broken ── drained ┴──► closing ──► gone
///
/// From every state the loss of the connection leads to `gone`, where the handlers that still
/// run are counted down.
enum ServerSession<Handle: Sendable>: ~Copyable {
  case awaitingHello(FrameLimits)
  case open(ServerCalls<Handle>)
  /// Nothing more is read or written; what was written before is on its way out.
  case closing(ServerCalls<Handle>?)
  case gone(ServerCalls<Handle>?)

  /// What to do about a frame, or about another reason to end the connection.
  enum Received {
    case nothing
    /// The handshake is done.
    case ready
    case start(IncomingCall)
    case wake(CallWaiters.Wake)
    /// Cancel the handler of a call, when it has a handle, and wake whoever waits for the call.
    case cancel(Handle?, UInt32)
    /// Read no more and wake everybody.
    case close(cancelling: [Handle])
  }

  mutating func received(_ frame: Frame, outbox: inout Outbox) -> Received {
    switch consume self {
    case .awaitingHello(let limits):
      do throws(WireError) {
        let client = try Hello(frame)
        let ours = Hello.version...Hello.version
        guard client.versions.overlaps(ours) else {
          throw .noCommonVersion(ours: ours, theirs: client.versions)
        }
        self = .open(ServerCalls(client: client, limits: limits))
        outbox.append(Hello(versions: ours, limits: limits))
        return .ready
      } catch {
        self = .awaitingHello(limits)
        return close(error.goAwayReason, "\(error)", outbox: &outbox)
      }
    case .open(var calls):
      do throws(WireError) {
        let action = try calls.received(frame, outbox: &outbox)
        if case .close = action {
          outbox.end()
          self = .closing(calls)
        } else {
          self = .open(calls)
        }
        return action
      } catch {
        self = .open(calls)
        return close(error.goAwayReason, "\(error)", outbox: &outbox)
      }
    case .closing(let calls):
      self = .closing(calls)
    case .gone(let calls):
      self = .gone(calls)
    }
    return .nothing
  }

  /// Ends the connection for a reason that lies outside the frames: bytes that are none, a peer
  /// that is too slow, a server that is full or stops at once.
  mutating func close(
    _ reason: GoAway.Reason, _ text: String, outbox: inout Outbox
  ) -> Received {
    switch consume self {
    case .awaitingHello:
      self = .closing(nil)
      outbox.append(GoAway(reason, lastCall: 0, text: text))
      outbox.end()
      return .close(cancelling: [])
    case .open(var calls):
      let handles = calls.cancelAll()
      outbox.append(GoAway(reason, lastCall: calls.last, text: text))
      outbox.end()
      self = .closing(calls)
      return .close(cancelling: handles)
    case .closing(let calls):
      self = .closing(calls)
    case .gone(let calls):
      self = .gone(calls)
    }
    return .nothing
  }

  /// Ends the connection over bytes that are no frame.
  mutating func undecodable(_ error: WireError, outbox: inout Outbox) -> Received {
    let error = isAwaitingHello ? error.ofStranger : error
    return close(error.goAwayReason, "\(error)", outbox: &outbox)
  }

  /// Ends the connection when the time for HELLO is over and none came.
  mutating func handshakeExpired(outbox: inout Outbox) -> Received {
    guard isAwaitingHello else { return .nothing }
    return close(.handshakeTimeout, "No HELLO came in time.", outbox: &outbox)
  }

  var isAwaitingHello: Bool {
    switch self {
    case .awaitingHello: true
    case .open: false
    case .closing: false
    case .gone: false
    }
  }

  /// Notes that the connection is lost or closed; the result is what to cancel.
  mutating func disconnected() -> [Handle] {
    switch consume self {
    case .awaitingHello:
      self = .gone(nil)
    case .open(var calls):
      let handles = calls.cancelAll()
      self = .gone(calls)
      return handles
    case .closing(let calls):
      self = .gone(calls)
    case .gone(let calls):
      self = .gone(calls)
    }
    return []
  }

  /// The calls, while frames are sent and received.
  var openCalls: ServerCalls<Handle>? {
    switch self {
    case .awaitingHello: nil
    case .open(let calls): calls
    case .closing: nil
    case .gone: nil
    }
  }

  /// How many handlers run.
  var callCount: Int {
    switch self {
    case .awaitingHello: 0
    case .open(let calls): calls.calls.count
    case .closing(let calls): calls?.calls.count ?? 0
    case .gone(let calls): calls?.calls.count ?? 0
    }
  }

  /// Whether the connection is gone and no handler runs for it any more.
  var isSpent: Bool {
    switch self {
    case .awaitingHello: false
    case .open: false
    case .closing: false
    case .gone(let calls): calls?.isEmpty ?? true
    }
  }
}
