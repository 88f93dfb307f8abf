import GRPCCore
import Logging
import NIOCore

/// One connection at its server: does what its ``ServerSession`` decides.
final class ServerConnection: FrameConnection {
  static let readsWhileWriting = ReadsWhileWriting.never

  typealias Session = ServerSession<ServerContext.RPCCancellationHandle>

  /// Its peer is the client within TLS; nothing without.
  private let shared: SharedSession<Session, FramePeer?>
  private let channel: any Channel
  private let limits: FrameLimits
  private let methods: ServedMethods
  private let logger: Logger
  private let remotePeer: String
  private let localPeer: String
  /// Told once the connection is gone and its last handler has answered.
  private let onSpent: @Sendable (ServerConnection) -> Void

  init(
    channel: any Channel, limits: FrameLimits, methods: ServedMethods, logger: Logger,
    onSpent: @escaping @Sendable (ServerConnection) -> Void
  ) {
    shared = SharedSession(
      .awaitingHello(limits), peer: nil, channel: channel, limits: limits)
    self.channel = channel
    self.limits = limits
    self.methods = methods
    self.logger = logger
    self.onSpent = onSpent
    remotePeer = channel.remoteAddress.peer
    localPeer = channel.localAddress.peer
  }

  func opened(_ peer: FramePeer?) {
    guard let peer else { return }
    shared.withLock { $0.peer = peer }
  }

  func failed(_ failure: SecurityFailure) {
    logger.info("connection not secured: \(failure)", metadata: ["peer": "\(remotePeer)"])
  }

  func received(_ frame: Frame) -> Reading {
    decide { $0.received(frame, outbox: &$1) }
  }

  func undecodable(_ error: WireError) {
    logger.info(
      "connection broken: \(error)",
      metadata: ["peer": "\(remotePeer)", "reason": "\(error.goAwayReason)"])
    _ = decide { $0.undecodable(error, outbox: &$1) }
  }

  func handshakeExpired() {
    _ = decide { $0.handshakeExpired(outbox: &$1) }
  }

  func disconnected() {
    let (handles, waiters, isSpent) = shared.withLock {
      ($0.session.disconnected(), $0.waiters.take(.everybody), $0.session.isSpent)
    }
    for handle in handles {
      handle.cancel()
    }
    waiters.wake()
    if isSpent { onSpent(self) }
  }

  func writabilityChanged(_ isWritable: Bool) {
    shared.writabilityChanged(isWritable)
  }

  var hasCalls: Bool { shared.withLock { $0.session.callCount > 0 } }

  func ask(_ number: UInt64) {
    shared.change { $0.session.ping(number, outbox: &$0.outbox) }
  }

  func peerIsSilent() {
    close(.silence, "Nothing has come for too long, not even an answer to PING.")
  }

  func isIdle() {
    drain(.idle, "No call has come for long.")
  }
}

extension ServerConnection {
  /// Ends the connection at once; running calls are cancelled.
  func close(_ reason: GoAway.Reason, _ text: String) {
    logger.info(
      "connection ended: \(text)", metadata: ["peer": "\(remotePeer)", "reason": "\(reason)"])
    _ = decide { $0.close(reason, text, outbox: &$1) }
  }

  /// Takes on no more calls than are on their way, and ends with the last that runs.
  func drain(_ reason: GoAway.Reason, _ text: String) {
    let draining = shared.change { $0.session.drain(reason, text, outbox: &$0.outbox) }
    guard draining == .begun else { return }
    channel.eventLoop.scheduleTask(in: TimeAmount(limits.lingerTime)) {
      self.shared.change { $0.session.drainExpired(outbox: &$0.outbox) }
    }
  }

  /// Reads what comes next for a stream.
  ///
  /// - Throws: `.cancelledAtServer`, `CancellationError`.
  func next(_ call: UInt32) async throws -> RequestPart {
    while true {
      let (next, waiter) = shared.change { state -> (Session.Next, Pending<Void>?) in
        let next = state.session.next(call, outbox: &state.outbox)
        guard case .wait = next else { return (next, nil) }
        return (next, state.waiters.reader(of: call))
      }
      switch next {
      case .part(let part): return part
      case .wait: try await waiter?.valueInCall
      case .cancelled: throw RPCError.cancelledAtServer
      }
    }
  }

  /// Opens the response of a call.
  ///
  /// - Throws: `.resourceExhausted` for metadata over the limit, `.cancelledAtServer`.
  func open(_ opening: ResponseOpening) throws(RPCError) {
    switch shared.change({ $0.session.open(opening, outbox: &$0.outbox) }) {
    case .done, .wait: break
    case .refused(let text): throw RPCError(code: .resourceExhausted, message: text)
    case .cancelled: throw .cancelledAtServer
    }
  }

  /// Sends a message, waiting for credit.
  ///
  /// - Throws: `.resourceExhausted` for a message over the limit, `.cancelledAtServer`,
  ///   `CancellationError`.
  func send(_ bytes: ByteBuffer, of call: UInt32) async throws {
    var message = OutgoingMessage(bytes)
    while true {
      let (writing, pending) = write(&message, of: call)
      switch writing {
      case .done:
        return pending.wake()
      case .wait:
        do {
          for waiter in pending { try await waiter.valueInCall }
        } catch {
          if message.isBegun { abort(call) }
          throw error
        }
      case .refused(let text):
        throw RPCError(code: .resourceExhausted, message: text)
      case .cancelled:
        throw RPCError.cancelledAtServer
      }
    }
  }

  /// Writes what there is credit for; the result has what to wait for, or else whom to wake.
  private func write(
    _ message: inout OutgoingMessage, of call: UInt32
  ) -> (Session.Writing, [Pending<Void>]) {
    shared.change { state in
      let writing = state.session.send(&message, of: call, outbox: &state.outbox)
      return switch writing {
      case .wait: (writing, [state.waiters.writer(of: call)])
      // Another message may have waited for this one to end.
      case .done: (writing, state.waiters.take(.writer(call)))
      case .refused, .cancelled: (writing, [])
      }
    }
  }

  private func abort(_ call: UInt32) {
    let handle = shared.change { $0.session.abort(call, outbox: &$0.outbox) }
    handle?.cancel()
  }

  /// Ends a call.
  func finish(_ ending: Session.Ending) {
    let (waiters, isSpent) = shared.change { state in
      state.session.finish(ending, outbox: &state.outbox)
      return (state.waiters.take(.call(ending.call)), state.session.isSpent)
    }
    waiters.wake()
    if isSpent { onSpent(self) }
  }
}

extension ServerConnection {
  /// Asks the session and does what it says.
  private func decide(
    _ event: (inout Session, inout Outbox) -> Session.Received
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
      return .handshakeDone
    case .start(let call):
      start(call)
      return .goOn
    case .cancel(let handle, _):
      handle?.cancel()
      return .goOn
    case .close(let handles):
      for handle in handles {
        handle.cancel()
      }
      return .stop
    }
  }

  private func start(_ call: IncomingCall) {
    let descriptor: MethodDescriptor
    do throws(RPCError) {
      descriptor = try methods.descriptor(of: call.method)
    } catch {
      finish(.failure(call.call, CallStatus.Failure(error.code, error.message)))
      return
    }
    let writer = ResponseWriter(call: call.call, of: descriptor, on: self)
    let peer = shared.withLock { $0.peer }
    // Not structured: a hop into a task group would cost every call a thread switch. The session
    // counts the calls, and `listen` waits until it is spent.
    Task {
      await withServerContextRPCCancellationHandle { handle in
        switch shared.change({ $0.session.started(call.call, handle: handle) }) {
        case .run:
          let parts = RequestParts(call: call, connection: self)
          let stream = ServedMethods.Stream(
            descriptor: descriptor, inbound: RPCAsyncSequence(wrapping: parts),
            outbound: RPCWriter.Closable(wrapping: writer))
          var context = ServerContext(
            descriptor: descriptor, remotePeer: remotePeer, localPeer: localPeer,
            cancellation: handle)
          context.transportSpecific = peer
          await methods.handler(stream, context)
        case .cancelAtOnce:
          handle.cancel()
        }
      }
      writer.endWithoutStatus()
    }
  }
}

extension ServerSession.Received {
  /// Whom the decision concerns.
  fileprivate var wake: CallWaiters.Wake {
    switch self {
    case .nothing, .ready, .start: .nobody
    case .wake(let wake): wake
    case .cancel(_, let call): .call(call)
    case .close: .everybody
    }
  }
}

extension Pending<Void> {
  /// Waits within a call at its server, whose cancellation ends it too.
  ///
  /// The deadline of a call cancels it without the transport, so it is asked for here.
  fileprivate var valueInCall: Void {
    get async throws {
      try await withRPCCancellationHandler {
        try await value
      } onCancelRPC: {
        self.fulfil(.failure(RPCError.cancelledAtServer))
      }
    }
  }
}
