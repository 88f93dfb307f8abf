import GRPCCore
import NIOCore

extension ClientSession {
  /// Whether a new call may begin.
  var isOpen: Bool {
    switch self {
    case .awaitingHello: false
    case .open(let calls): calls.isOpen
    case .closed: false
    }
  }

  /// How many calls are kept: not over, or not read to their end.
  var callCount: Int {
    switch self {
    case .awaitingHello: 0
    case .open(let calls): calls.calls.count
    case .closed(_, let calls): calls?.calls.count ?? 0
    }
  }

  /// What became of a call.
  enum Begun: Hashable {
    case begun(UInt32)
    case refuse(RPCError)
    /// Nothing begins on this connection any more; another one may be asked.
    case elsewhere(RPCError)
  }

  /// Begins a call.
  mutating func begin(_ call: OutgoingCall, outbox: inout Outbox) -> Begun {
    switch consume self {
    case .open(var calls):
      let begun = calls.begin(call, outbox: &outbox)
      self = .open(calls)
      return begun
    case .closed(let error, let calls):
      self = .closed(error, calls)
      return .elsewhere(error)
    case .awaitingHello(let limits):
      self = .awaitingHello(limits)
      return .elsewhere(
        RPCError(code: .unavailable, message: "The server has not answered HELLO yet."))
    }
  }

  /// What the reader of a call gets.
  enum Next {
    case part(ResponsePart)
    case wait
    /// The call was abandoned.
    case gone
  }

  mutating func next(_ call: UInt32, outbox: inout Outbox) -> Next {
    change { $0.next(call, outbox: &outbox) } ?? .gone
  }

  /// How far a message got.
  enum Sending: Hashable {
    case done
    case wait
    case refuse(RPCError)
    /// The call is over.
    case ended
  }

  mutating func send(
    _ message: inout OutgoingMessage, of call: UInt32, outbox: inout Outbox
  ) -> Sending {
    change { $0.send(&message, of: call, outbox: &outbox) } ?? .ended
  }

  mutating func halfClose(_ call: UInt32, outbox: inout Outbox) {
    _ = change { $0.halfClose(call, outbox: &outbox) }
  }

  /// Forgets a call, which its reader has left.
  mutating func abandon(_ call: UInt32, outbox: inout Outbox) {
    _ = change { $0.abandon(call, outbox: &outbox) }
    settle(outbox: &outbox)
  }

  /// Ends a call on this side, unless it is over; its reader gets the error.
  mutating func giveUp(_ call: UInt32, _ error: RPCError, outbox: inout Outbox) {
    _ = change { $0.giveUp(call, error, outbox: &outbox) }
    settle(outbox: &outbox)
  }

  /// Begins no more calls, and ends the connection with the last that waits.
  mutating func leave(outbox: inout Outbox) {
    switch consume self {
    case .open(var calls):
      calls.drain(.closedByClient, outbox: &outbox)
      self = .open(calls)
      settle(outbox: &outbox)
    case .awaitingHello:
      outbox.end()
      self = .closed(.closedByClient, nil)
    case .closed(let error, let calls):
      self = .closed(error, calls)
    }
  }

  /// Asks whether the server is there.
  mutating func ping(_ number: UInt64, outbox: inout Outbox) {
    if isOpen { outbox.append(Ping(.question, number: number)) }
  }

  /// Ends a connection of which nothing is left.
  private mutating func settle(outbox: inout Outbox) {
    switch consume self {
    case .open(let calls) where calls.isDrained:
      outbox.end()
      self = .closed(calls.farewell ?? .closedByClient, calls)
    case .open(let calls):
      self = .open(calls)
    case .awaitingHello(let limits):
      self = .awaitingHello(limits)
    case .closed(let error, let calls):
      self = .closed(error, calls)
    }
  }

  /// Changes the calls, also when there is no connection for them any more.
  private mutating func change<Result>(_ body: (inout ClientCalls) -> Result) -> Result? {
    switch consume self {
    case .open(var calls):
      let result = body(&calls)
      self = .open(calls)
      return result
    case .closed(let error, var calls):
      let result = calls?.changed(body)
      self = .closed(error, calls)
      return result
    case .awaitingHello(let limits):
      self = .awaitingHello(limits)
      return nil
    }
  }
}

extension ClientCalls {
  fileprivate mutating func changed<Result>(_ body: (inout ClientCalls) -> Result) -> Result {
    body(&self)
  }
}

extension RPCError {
  /// Why a connection that has served four thousand million calls takes no more.
  static let outOfNumbers = RPCError(
    code: .unavailable, message: "The connection has no numbers left for calls.")
}
