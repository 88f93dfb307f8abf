import GRPCCore
import NIOCore

/// One connection at its client: does what its ``ClientSession`` decides.
final class ClientConnection: FrameConnection {
  static let readsWhileWriting = ReadsWhileWriting.always

  /// Both ends, as gRPC describes them.
  struct Peers {
    let remote: String
    let local: String
  }

  private let shared: SharedSession<ClientSession, Peers>
  private let channel: any Channel
  private let limits: FrameLimits
  private let handshake = Pending<Void>()

  init(channel: any Channel, limits: FrameLimits) {
    shared = SharedSession(
      .awaitingHello(limits), peer: Peers(remote: "unknown", local: "unknown"),
      channel: channel, limits: limits)
    self.channel = channel
    self.limits = limits
  }

  func opened(_: FramePeer?) {
    let hello = Hello(versions: Hello.version...Hello.version, limits: limits)
    // Only now: a channel has no addresses before it is connected.
    let peers = Peers(remote: channel.remoteAddress.peer, local: channel.localAddress.peer)
    shared.change {
      $0.peer = peers
      $0.outbox.append(hello)
    }
  }

  func failed(_ failure: SecurityFailure) {
    close(nil, RPCError(broken: .notSecured(failure)))
  }

  func received(_ frame: Frame) -> Reading {
    decide { $0.received(frame, outbox: &$1) }
  }

  func undecodable(_ error: WireError) {
    _ = decide { $0.undecodable(error, outbox: &$1) }
  }

  func handshakeExpired() {
    _ = decide { $0.handshakeExpired(outbox: &$1) }
  }

  func disconnected() {
    close(nil, .lost(peers.remote))
  }

  func writabilityChanged(_ isWritable: Bool) {
    shared.writabilityChanged(isWritable)
  }

  var hasCalls: Bool { shared.withLock { $0.session.callCount > 0 } }

  func ask(_ number: UInt64) {
    shared.change { $0.session.ping(number, outbox: &$0.outbox) }
  }

  func peerIsSilent() {
    close(
      GoAway(.silence, lastCall: 0, text: "Nothing has come for too long."),
      .lost(peers.remote))
  }

  func isIdle() {}
}

extension ClientConnection {
  /// Waits for the HELLO of the server.
  var ready: Void {
    get async throws { try await handshake.value }
  }

  /// The address that the socket is connected to; nothing once it is closed.
  var remoteAddress: SocketAddress? { channel.remoteAddress }

  var peers: Peers {
    shared.withLock { $0.peer }
  }

  /// Whether a new call may begin.
  var isOpen: Bool {
    shared.withLock { $0.session.isOpen }
  }

  /// Begins a call.
  func begin(_ call: OutgoingCall) -> ClientSession.Begun {
    shared.change { $0.session.begin(call, outbox: &$0.outbox) }
  }

  /// Reads what comes next for a call.
  ///
  /// - Throws: `CancellationError`, `.cancelledByCaller` when the call was abandoned.
  func next(_ call: UInt32) async throws -> ResponsePart {
    while true {
      let (next, waiter) = shared.change { state -> (ClientSession.Next, Pending<Void>?) in
        let next = state.session.next(call, outbox: &state.outbox)
        guard case .wait = next else { return (next, nil) }
        return (next, state.waiters.reader(of: call))
      }
      switch next {
      case .part(let part): return part
      case .wait: try await waiter?.value
      case .gone: throw RPCError.cancelledByCaller
      }
    }
  }

  /// Sends a message, waiting for credit.
  ///
  /// - Throws: `.resourceExhausted` for a message over the limit, `.writtenInVain` when the call is
  ///   over, `CancellationError`.
  func send(_ bytes: ByteBuffer, of call: UInt32, endsStream: Bool) async throws {
    var message = OutgoingMessage(bytes, endsStream: endsStream)
    while true {
      let (sending, pending) = write(&message, of: call)
      switch sending {
      case .done:
        return pending.wake()
      case .wait:
        do {
          for waiter in pending { try await waiter.value }
        } catch {
          if message.isBegun { giveUp(call, RPCError(anyError: error)) }
          throw error
        }
      case .refuse(let error):
        throw error
      case .ended:
        throw RPCError.writtenInVain
      }
    }
  }

  /// Writes what there is credit for; the result has what to wait for, or else whom to wake.
  private func write(
    _ message: inout OutgoingMessage, of call: UInt32
  ) -> (ClientSession.Sending, [Pending<Void>]) {
    shared.change { state in
      let sending = state.session.send(&message, of: call, outbox: &state.outbox)
      return switch sending {
      case .wait: (sending, [state.waiters.writer(of: call)])
      // Another message may have waited for this one to end.
      case .done: (sending, state.waiters.take(.writer(call)))
      case .refuse, .ended: (sending, [])
      }
    }
  }

  /// Ends the stream of a call.
  func halfClose(_ call: UInt32) {
    shared.change { $0.session.halfClose(call, outbox: &$0.outbox) }
  }

  /// Ends a call that is not over; its reader gets the error.
  func giveUp(_ call: UInt32, _ error: RPCError) {
    shared.change { state in
      state.session.giveUp(call, error, outbox: &state.outbox)
      return state.waiters.take(.call(call))
    }.wake()
  }

  /// Forgets a call; the server is told that nobody waits for it, unless it is over.
  func abandon(_ call: UInt32) {
    shared.change { state in
      state.session.abandon(call, outbox: &state.outbox)
      return state.waiters.take(.call(call))
    }.wake()
  }

  /// Ends the connection as soon as no call waits.
  func leave() {
    shared.change { $0.session.leave(outbox: &$0.outbox) }
  }

  /// Ends the connection at once.
  func close(_ goAway: GoAway?, _ error: RPCError) {
    _ = decide { $0.close(goAway, error, outbox: &$1) }
  }
}

extension ClientConnection {
  /// Asks the session and does what it says.
  private func decide(
    _ event: (inout ClientSession, inout Outbox) -> ClientSession.Received
  ) -> Reading {
    let (action, waiters) = shared.change { state in
      let action = event(&state.session, &state.outbox)
      return (action, state.waiters.take(action.wake))
    }
    defer { waiters.wake() }
    switch action {
    case .nothing, .wake:
      return .goOn
    case .ready:
      handshake.fulfil(.success(()))
      return .handshakeDone
    case .close(let error):
      handshake.fulfil(.failure(error))
      return .stop
    }
  }
}

extension ClientSession.Received {
  /// Whom the decision concerns.
  fileprivate var wake: CallWaiters.Wake {
    switch self {
    case .nothing, .ready: .nobody
    case .wake(let wake): wake
    case .close: .everybody
    }
  }
}

extension RPCError {
  fileprivate static func lost(_ peer: String) -> RPCError {
    RPCError(
      code: .unavailable,
      message: "The connection to \(peer) was lost before the answer came; "
        + "whether the call was carried out is not known.")
  }

  /// What whoever writes gets when nobody reads it any more.
  static let writtenInVain = RPCError(
    code: .cancelled, message: "The call is over; nothing more can be written.")
}
