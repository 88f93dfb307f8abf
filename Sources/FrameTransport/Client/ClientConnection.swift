import GRPCCore
import NIOCore
import Synchronization

/// One connection at its client: does what its ``ClientSession`` decides.
final class ClientConnection: FrameConnection {
  static let readsWhileWriting = ReadsWhileWriting.always

  private typealias Session = ClientSession<Pending<CallResponse>>

  private struct Locked: ~Copyable {
    var session = Session.awaitingHello
    var outbox = Outbox()
    var peers = Peers(remote: "unknown", local: "unknown")
  }

  /// Both ends, as gRPC describes them.
  struct Peers {
    let remote: String
    let local: String
  }

  private let locked = Mutex(Locked())
  private let channel: any Channel
  private let limits: FrameLimits
  private let handshake = Pending<Void>()

  init(channel: any Channel, limits: FrameLimits) {
    self.channel = channel
    self.limits = limits
  }

  func opened() {
    let hello = Hello(versions: Hello.version...Hello.version, limits: limits)
    // Only now: a channel has no addresses before it is connected.
    let peers = Peers(remote: channel.remoteAddress.peer, local: channel.localAddress.peer)
    perform(
      locked.withLock { locked in
        locked.peers = peers
        return locked.outbox.append(hello)
      })
  }

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
    close(
      RPCError(
        code: .unavailable,
        message: "The connection to \(peers.remote) was lost before the answer came; "
          + "whether the call was carried out is not known."))
  }
}

extension ClientConnection {
  /// Waits for the HELLO of the server.
  var ready: Void {
    get async throws { try await handshake.value }
  }

  var peers: Peers {
    locked.withLock { $0.peers }
  }

  /// Whether a new call may begin.
  var isOpen: Bool {
    locked.withLock { $0.session.isOpen }
  }

  /// Sends a request; the response goes to the waiter.
  ///
  /// - Throws: `.resourceExhausted` when the server would not take it, `.unavailable` and others
  ///   when the connection is no more.
  func begin(_ call: OutgoingCall, waiter: Pending<CallResponse>) throws(RPCError) -> UInt32 {
    let (begun, append) = locked.withLock { locked -> (Session.Begun, Outbox.Append) in
      let begun = locked.session.begin(call, waiter: waiter)
      guard case .send(let request) = begun else { return (begun, .nothing) }
      return (begun, locked.outbox.append(request))
    }
    perform(append)
    switch begun {
    case .send(let request): return request.call
    case .refuse(let error): throw error
    }
  }

  /// Tells the server that nobody waits for a call, unless it is answered.
  func abandon(_ call: UInt32) {
    perform { $0.abandon(call) }
  }

  /// Ends the connection as soon as no call waits.
  func leave() {
    perform { $0.leave() }
  }

  /// Ends the connection at once.
  func close(_ error: RPCError) {
    _ = decide { $0.close(nil, error) }
  }

  private func perform(_ event: (inout Session) -> Session.Abandoned) {
    perform(
      locked.withLock { locked in
        switch event(&locked.session) {
        case .nothing: .nothing
        case .cancel(let cancel): locked.outbox.append(cancel)
        case .cancelAndClose(let cancel): locked.outbox.append(cancel).or(locked.outbox.end())
        case .close: locked.outbox.end()
        }
      })
  }

  /// Asks the session and does what it says.
  private func decide(_ event: (inout Session) -> Session.Received) -> Reading {
    let (action, append) = locked.withLock { locked in
      let action = event(&locked.session)
      return (action, locked.outbox.append(action))
    }
    perform(append)
    switch action {
    case .nothing:
      return .goOn
    case .ready:
      handshake.fulfil(.success(()))
      return .handshakeDone
    case .deliver(let response, let waiter):
      waiter.fulfil(.success(response))
      return .goOn
    case .deliverAndClose(let response, let waiter):
      waiter.fulfil(.success(response))
      return .stop
    case .fail(let waiters, let error):
      for waiter in waiters {
        waiter.fulfil(.failure(error))
      }
      return .goOn
    case .close(_, let waiters, let error):
      handshake.fulfil(.failure(error))
      for waiter in waiters {
        waiter.fulfil(.failure(error))
      }
      return .stop
    }
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
  fileprivate mutating func append<Waiter>(_ action: ClientSession<Waiter>.Received) -> Append {
    switch action {
    case .nothing, .ready, .deliver, .fail: .nothing
    case .deliverAndClose: end()
    case .close(let goAway?, _, _): append(goAway).or(end())
    case .close(nil, _, _): end()
    }
  }
}
