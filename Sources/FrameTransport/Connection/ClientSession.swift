import GRPCCore
import NIOCore

/// One connection as its client sees it: which frames may come, and which calls wait.
///
/// A value without I/O, like ``ServerSession``. `Waiter` is what gets the response of a call.
///
///     awaitingHello ──HELLO──► open ──GOAWAY, leave──► open, draining
///           │                    │                          │
///           └─ GOAWAY, broken ───┴── broken, lost ──────────┴── last answer ──► closed
enum ClientSession<Waiter: Sendable>: ~Copyable {
  case awaitingHello
  case open(ClientCalls<Waiter>)
  case closed(RPCError)

  /// What to do about a frame or about the end of a connection.
  enum Received {
    case nothing
    /// The handshake is done.
    case ready
    case deliver(CallResponse, Waiter)
    case deliverAndClose(CallResponse, Waiter)
    case fail([Waiter], RPCError)
    /// Write the GOAWAY, if there is one, fail the waiters and close.
    case close(GoAway?, failing: [Waiter], RPCError)
  }

  mutating func received(_ frame: Frame) -> Received {
    switch consume self {
    case .awaitingHello:
      self = .awaitingHello
      return receivedFirst(frame)
    case .open(var calls):
      do throws(WireError) {
        let action = try calls.received(frame)
        if case .close(_, _, let error) = action {
          self = .closed(error)
        } else if case .deliverAndClose = action {
          self = .closed(.closedByClient)
        } else {
          self = .open(calls)
        }
        return action
      } catch {
        let failed = RPCError(broken: error)
        self = .closed(failed)
        return .close(GoAway(error, lastCall: 0), failing: calls.takeWaiters(after: 0), failed)
      }
    case .closed(let error):
      self = .closed(error)
      return .nothing
    }
  }

  private mutating func receivedFirst(_ frame: Frame) -> Received {
    do throws(WireError) {
      if frame.kind == .goAway {
        let error = RPCError(try GoAway(frame))
        self = .closed(error)
        return .close(nil, failing: [], error)
      }
      let server = try Hello(frame)
      let ours = Hello.version...Hello.version
      guard server.versions == ours else {
        throw .noCommonVersion(ours: ours, theirs: server.versions)
      }
      self = .open(ClientCalls(server: server))
      return .ready
    } catch {
      let failed = RPCError(broken: error)
      self = .closed(failed)
      return .close(GoAway(error, lastCall: 0), failing: [], failed)
    }
  }

  /// Ends the connection over bytes that are no frame.
  mutating func undecodable(_ error: WireError) -> Received {
    // A stranger's first bytes say nothing about frames, whatever the decoder made of them.
    let error = isAwaitingHello ? WireError.notTheFrameWire : error
    return close(GoAway(error, lastCall: 0), RPCError(broken: error))
  }

  /// Ends the connection when the time for HELLO is over and none came.
  mutating func handshakeExpired() -> Received {
    guard isAwaitingHello else { return .nothing }
    let text = "No HELLO came in time."
    return close(
      GoAway(.handshakeTimeout, lastCall: 0, text: text),
      RPCError(code: .unavailable, message: "\(text) Is it a server of the frame wire?"))
  }

  /// Notes that the connection is lost, or is to end at once.
  mutating func close(_ goAway: GoAway?, _ error: RPCError) -> Received {
    switch consume self {
    case .awaitingHello:
      self = .closed(error)
      return .close(goAway, failing: [], error)
    case .open(var calls):
      self = .closed(error)
      return .close(goAway, failing: calls.takeWaiters(after: 0), error)
    case .closed(let error):
      self = .closed(error)
      return .nothing
    }
  }

  private var isAwaitingHello: Bool {
    switch self {
    case .awaitingHello: true
    case .open: false
    case .closed: false
    }
  }
}

extension ClientSession {
  /// Whether a new call may begin.
  var isOpen: Bool {
    switch self {
    case .awaitingHello: false
    case .open(let calls): calls.isOpen
    case .closed: false
    }
  }

  /// What to do with a call.
  enum Begun: Hashable {
    case send(CallRequest)
    case refuse(RPCError)
  }

  /// Begins a call.
  mutating func begin(_ call: OutgoingCall, waiter: Waiter) -> Begun {
    switch consume self {
    case .open(var calls):
      let begun = calls.begin(call, waiter: waiter)
      self = .open(calls)
      return begun
    case .closed(let error):
      self = .closed(error)
      return .refuse(error)
    case .awaitingHello:
      self = .awaitingHello
      return .refuse(
        RPCError(code: .unavailable, message: "The server has not answered HELLO yet."))
    }
  }

  /// What to do when nobody waits for a call any more, or for the connection.
  enum Abandoned: Hashable {
    case nothing
    case cancel(Cancel)
    case cancelAndClose(Cancel)
    case close
  }

  /// Gives up a call that may still be under way.
  mutating func abandon(_ call: UInt32) -> Abandoned {
    switch consume self {
    case .open(var calls):
      let wasWaiting = calls.abandoned(call)
      guard calls.isDrained else {
        self = .open(calls)
        return wasWaiting ? .cancel(Cancel(call: call)) : .nothing
      }
      self = .closed(.closedByClient)
      return wasWaiting ? .cancelAndClose(Cancel(call: call)) : .close
    case .closed(let error):
      self = .closed(error)
    case .awaitingHello:
      self = .awaitingHello
    }
    return .nothing
  }

  /// Begins no more calls, and ends the connection with the last that waits.
  mutating func leave() -> Abandoned {
    switch consume self {
    case .open(var calls):
      calls.drain(.closedByClient)
      guard calls.isDrained else {
        self = .open(calls)
        return .nothing
      }
      self = .closed(.closedByClient)
      return .close
    case .awaitingHello:
      self = .closed(.closedByClient)
      return .close
    case .closed(let error):
      self = .closed(error)
      return .nothing
    }
  }
}

extension ClientCalls {
  /// Decides about a frame that is not the first.
  ///
  /// - Throws: `.unexpectedFrame`, `.malformed`, `.callNeverMade`.
  fileprivate mutating func received(
    _ frame: Frame
  ) throws(WireError) -> ClientSession<Waiter>.Received {
    switch frame.kind {
    case .response:
      let response = try CallResponse(frame)
      guard let waiter = try answered(response.call) else { return .nothing }
      return isDrained ? .deliverAndClose(response, waiter) : .deliver(response, waiter)
    case .goAway:
      let goAway = try GoAway(frame)
      let error = RPCError(goAway)
      drain(error)
      guard goAway.reason == .shutdown else {
        return .close(nil, failing: takeWaiters(after: 0), error)
      }
      let unbegun = takeWaiters(after: goAway.lastCall)
      return isDrained ? .close(nil, failing: unbegun, error) : .fail(unbegun, error)
    case .hello, .request, .cancel:
      throw .unexpectedFrame(frame.kind)
    }
  }
}
