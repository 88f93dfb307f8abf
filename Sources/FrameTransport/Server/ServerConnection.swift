import GRPCCore
import Logging
import NIOCore
import Synchronization

/// One connection at its server: does what its ``ServerSession`` decides.
final class ServerConnection: FrameConnection {
  static let readsWhileWriting = ReadsWhileWriting.never

  private typealias Session = ServerSession<ServerContext.RPCCancellationHandle>

  private struct Locked: ~Copyable {
    var session: Session
    var outbox = Outbox()
  }

  private let locked: Mutex<Locked>
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
    locked = Mutex(Locked(session: .awaitingHello(limits)))
    self.channel = channel
    self.limits = limits
    self.methods = methods
    self.logger = logger
    self.onSpent = onSpent
    remotePeer = channel.remoteAddress.peer
    localPeer = channel.localAddress.peer
  }

  func opened() {}

  func received(_ frame: Frame) -> Reading {
    decide { $0.received(frame) }
  }

  func undecodable(_ error: WireError) {
    _ = decide { $0.undecodable(error) }
  }

  func handshakeExpired() {
    _ = decide { $0.handshakeExpired() }
  }

  func disconnected() {
    let (handles, isSpent) = locked.withLock { ($0.session.disconnected(), $0.session.isSpent) }
    for handle in handles {
      handle.cancel()
    }
    if isSpent { onSpent(self) }
  }

  /// Ends the connection at once; running calls are cancelled.
  func close(_ reason: GoAway.Reason, _ text: String) {
    _ = decide { $0.close(reason, text) }
  }

  /// Takes on no more calls and ends with the last that runs.
  func shutdown() {
    let append = locked.withLock { locked -> Outbox.Append in
      switch locked.session.shutdown() {
      case .nothing: .nothing
      case .goAway(let goAway): locked.outbox.append(goAway)
      case .goAwayAndClose(let goAway): locked.outbox.append(goAway).or(locked.outbox.end())
      }
    }
    perform(append)
  }
}

extension ServerConnection {
  /// Asks the session and does what it says.
  private func decide(_ event: (inout Session) -> Session.Received) -> Reading {
    let (action, append) = locked.withLock { locked in
      let action = event(&locked.session)
      return (action, locked.outbox.append(action))
    }
    perform(append)
    switch action {
    case .nothing, .respond:
      return .goOn
    case .accept:
      return .handshakeDone
    case .start(let call):
      start(call)
      return .goOn
    case .cancel(let handle):
      handle.cancel()
      return .goOn
    case .close(let goAway, let handles):
      if let goAway {
        logger.info(
          "connection ended: \(goAway.text)",
          metadata: ["peer": "\(remotePeer)", "reason": "\(goAway.reason)"])
      }
      for handle in handles {
        handle.cancel()
      }
      return .stop
    }
  }

  private func start(_ call: IncomingCall) {
    let writer = ResponseWriter(call: call.call) { self.respond($0) }
    let descriptor: MethodDescriptor
    do throws(RPCError) {
      descriptor = try methods.descriptor(of: call.method)
    } catch {
      respond(CallResponse(call: call.call, failure: error.code, error.message))
      return
    }
    // Not structured: a hop into a task group would cost every call a thread switch. The session
    // counts the calls, and `listen` waits until it is spent.
    Task {
      await withServerContextRPCCancellationHandle { handle in
        switch locked.withLock({ $0.session.started(call.call, handle: handle) }) {
        case .run:
          let stream = ServedMethods.Stream(
            descriptor: descriptor, inbound: RPCAsyncSequence(wrapping: RequestParts(call: call)),
            outbound: RPCWriter.Closable(wrapping: writer))
          let context = ServerContext(
            descriptor: descriptor, remotePeer: remotePeer, localPeer: localPeer,
            cancellation: handle)
          await methods.handler(stream, context)
        case .cancelAtOnce:
          handle.cancel()
        }
      }
      writer.endWithoutStatus()
    }
  }

  private func respond(_ response: CallResponse) {
    let (append, isSpent) = locked.withLock { locked in
      let append: Outbox.Append =
        switch locked.session.finished(response) {
        case .drop: .nothing
        case .respond(let response): locked.outbox.append(response)
        case .dropAndClose: locked.outbox.end()
        case .respondAndClose(let response):
          locked.outbox.append(response).or(locked.outbox.end())
        }
      return (append, locked.session.isSpent)
    }
    perform(append)
    if isSpent { onSpent(self) }
  }

  private func perform(_ append: Outbox.Append) {
    guard append == .scheduleFlush else { return }
    channel.eventLoop.execute {
      self.locked.withLock { $0.outbox.flush() }
        .write(to: self.channel, limits: self.limits)
    }
  }
}

extension Outbox {
  /// Appends what a decision of the session has to be written.
  fileprivate mutating func append<Handle>(_ action: ServerSession<Handle>.Received) -> Append {
    switch action {
    case .nothing, .start, .cancel: .nothing
    case .accept(let hello): append(hello)
    case .respond(let response): append(response)
    case .close(let goAway?, _): append(goAway).or(end())
    case .close(nil, _): end()
    }
  }
}
