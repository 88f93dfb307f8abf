import NIOCore

/// One connection as its server sees it: which frames may come, and which calls run.
///
/// A value without I/O: events are methods, and what to do about them is their result. `Handle`
/// is what cancels a running call.
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

  /// What to do about a frame.
  enum Received {
    case nothing
    case accept(Hello)
    case start(IncomingCall)
    case respond(CallResponse)
    case cancel(Handle)
    /// Write the GOAWAY, if there is one, and close.
    case close(GoAway?, cancelling: [Handle])
  }

  mutating func received(_ frame: Frame) -> Received {
    switch consume self {
    case .awaitingHello(let limits):
      do throws(WireError) {
        let client = try Hello(frame)
        let ours = Hello.version...Hello.version
        guard client.versions.overlaps(ours) else {
          throw .noCommonVersion(ours: ours, theirs: client.versions)
        }
        self = .open(ServerCalls(client: client, limits: limits))
        return .accept(Hello(versions: ours, limits: limits))
      } catch {
        self = .closing(nil)
        return .close(GoAway(error, lastCall: 0), cancelling: [])
      }
    case .open(var calls):
      do throws(WireError) {
        let action = try calls.received(frame)
        if case .close = action {
          self = .closing(calls)
        } else {
          self = .open(calls)
        }
        return action
      } catch {
        let handles = calls.cancelAll()
        let goAway = GoAway(error, lastCall: calls.last)
        self = .closing(calls)
        return .close(goAway, cancelling: handles)
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
  mutating func close(_ reason: GoAway.Reason, _ text: String) -> Received {
    switch consume self {
    case .awaitingHello:
      self = .closing(nil)
      return .close(GoAway(reason, lastCall: 0, text: text), cancelling: [])
    case .open(var calls):
      let handles = calls.cancelAll()
      let goAway = GoAway(reason, lastCall: calls.last, text: text)
      self = .closing(calls)
      return .close(goAway, cancelling: handles)
    case .closing(let calls):
      self = .closing(calls)
    case .gone(let calls):
      self = .gone(calls)
    }
    return .nothing
  }

  /// Ends the connection over bytes that are no frame.
  mutating func undecodable(_ error: WireError) -> Received {
    // A stranger's first bytes say nothing about frames, whatever the decoder made of them.
    let error = isAwaitingHello ? WireError.notTheFrameWire : error
    return close(error.goAwayReason, "\(error)")
  }

  /// Ends the connection when the time for HELLO is over and none came.
  mutating func handshakeExpired() -> Received {
    isAwaitingHello ? close(.handshakeTimeout, "No HELLO came in time.") : .nothing
  }

  private var isAwaitingHello: Bool {
    switch self {
    case .awaitingHello: true
    case .open: false
    case .closing: false
    case .gone: false
    }
  }
}

extension ServerSession {
  /// What to do when a handler has its handle.
  enum Started: Hashable {
    case run
    case cancelAtOnce
  }

  /// Notes what cancels a call; CANCEL or the end of the connection may have come before it.
  mutating func started(_ call: UInt32, handle: Handle) -> Started {
    switch consume self {
    case .open(var calls):
      let isWanted = calls.started(call, handle: handle)
      self = .open(calls)
      return isWanted ? .run : .cancelAtOnce
    case .awaitingHello(let limits):
      self = .awaitingHello(limits)
    case .closing(let calls):
      self = .closing(calls)
    case .gone(let calls):
      self = .gone(calls)
    }
    return .cancelAtOnce
  }

  /// What to do when a handler has answered.
  enum Finished: Hashable {
    case drop
    case respond(CallResponse)
    case dropAndClose
    case respondAndClose(CallResponse)
  }

  /// Ends a call.
  mutating func finished(_ response: CallResponse) -> Finished {
    switch consume self {
    case .open(var calls):
      let isWanted = calls.finished(response.call)
      let response = response.fitted(to: calls.client)
      guard calls.isDrained else {
        self = .open(calls)
        return isWanted ? .respond(response) : .drop
      }
      self = .closing(calls)
      return isWanted ? .respondAndClose(response) : .dropAndClose
    case .awaitingHello(let limits):
      self = .awaitingHello(limits)
    case .closing(var calls):
      _ = calls?.finished(response.call)
      self = .closing(calls)
    case .gone(var calls):
      _ = calls?.finished(response.call)
      self = .gone(calls)
    }
    return .drop
  }

  /// What to do when the server shuts down.
  enum Shutdown: Hashable {
    case nothing
    case goAway(GoAway)
    case goAwayAndClose(GoAway)
  }

  /// Takes on no more calls; the connection ends with the last of those that run.
  mutating func shutdown() -> Shutdown {
    let text = "The server shuts down."
    switch consume self {
    case .awaitingHello:
      self = .closing(nil)
      return .goAwayAndClose(GoAway(.shutdown, lastCall: 0, text: text))
    case .open(var calls):
      calls.drain()
      let goAway = GoAway(.shutdown, lastCall: calls.last, text: text)
      guard calls.isDrained else {
        self = .open(calls)
        return .goAway(goAway)
      }
      self = .closing(calls)
      return .goAwayAndClose(goAway)
    case .closing(let calls):
      self = .closing(calls)
    case .gone(let calls):
      self = .gone(calls)
    }
    return .nothing
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
