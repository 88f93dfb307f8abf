import GRPCCore
import NIOCore

/// One connection as its client sees it: which frames may come, and which calls wait.
///
/// A value without I/O, like ``ServerSession``.
///
///     awaitingHello ──HELLO──► open ──GOAWAY, leave──► open, draining
///           │                    │                          │
///           └─ GOAWAY, broken ───┴── broken, lost ──────────┴── last answer ──► closed
///
/// What has come for a call can still be read when the connection is closed.
enum ClientSession: ~Copyable {
  case awaitingHello(FrameLimits)
  case open(ClientCalls)
  case closed(RPCError, ClientCalls?)

  /// What to do about a frame or about the end of a connection.
  enum Received: Hashable {
    case nothing
    /// The handshake is done.
    case ready
    case wake(CallWaiters.Wake)
    /// Read no more and wake everybody.
    case close(RPCError)
  }

  mutating func received(_ frame: Frame, outbox: inout Outbox) -> Received {
    switch consume self {
    case .awaitingHello(let limits):
      self = .awaitingHello(limits)
      return receivedFirst(frame, limits, outbox: &outbox)
    case .open(var calls):
      do throws(WireError) {
        let action = try calls.received(frame, outbox: &outbox)
        if case .close(let error) = action {
          calls.failAll(error)
          outbox.end()
          self = .closed(error, calls)
        } else {
          self = .open(calls)
        }
        return action
      } catch {
        self = .open(calls)
        return close(GoAway(error, lastCall: 0), RPCError(broken: error), outbox: &outbox)
      }
    case .closed(let error, let calls):
      self = .closed(error, calls)
      return .nothing
    }
  }

  private mutating func receivedFirst(
    _ frame: Frame, _ limits: FrameLimits, outbox: inout Outbox
  ) -> Received {
    do throws(WireError) {
      if frame.kind == .goAway {
        return close(nil, RPCError(try GoAway(frame)), outbox: &outbox)
      }
      let server = try Hello(frame)
      let ours = Hello.version...Hello.version
      guard server.versions == ours else {
        throw .noCommonVersion(ours: ours, theirs: server.versions)
      }
      self = .open(ClientCalls(server: server, limits: limits))
      return .ready
    } catch {
      return close(GoAway(error, lastCall: 0), RPCError(broken: error), outbox: &outbox)
    }
  }

  /// Ends the connection over bytes that are no frame.
  mutating func undecodable(_ error: WireError, outbox: inout Outbox) -> Received {
    let error = isAwaitingHello ? error.ofStranger : error
    return close(GoAway(error, lastCall: 0), RPCError(broken: error), outbox: &outbox)
  }

  /// Ends the connection when the time for HELLO is over and none came.
  mutating func handshakeExpired(outbox: inout Outbox) -> Received {
    guard isAwaitingHello else { return .nothing }
    let text = "No HELLO came in time."
    return close(
      GoAway(.handshakeTimeout, lastCall: 0, text: text),
      RPCError(code: .unavailable, message: "\(text) Is it a server of the frame wire?"),
      outbox: &outbox)
  }

  /// Notes that the connection is lost, or is to end at once.
  mutating func close(
    _ goAway: GoAway?, _ error: RPCError, outbox: inout Outbox
  ) -> Received {
    switch consume self {
    case .awaitingHello:
      self = .closed(error, nil)
    case .open(var calls):
      calls.failAll(error)
      self = .closed(error, calls)
    case .closed(let error, let calls):
      self = .closed(error, calls)
      return .nothing
    }
    if let goAway { outbox.append(goAway) }
    outbox.end()
    return .close(error)
  }

  private var isAwaitingHello: Bool {
    switch self {
    case .awaitingHello: true
    case .open: false
    case .closed: false
    }
  }
}
