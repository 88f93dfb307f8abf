import NIOCore
import Synchronization

/// The session of a connection, with what it has to send and who waits for it, under one lock.
///
/// Any thread may change it; the event loop writes what that appended, once for many changes.
final class SharedSession<Session: ~Copyable & Sendable, Peer: Sendable>: Sendable {
  struct State: ~Copyable {
    var session: Session
    var outbox = Outbox()
    var waiters = CallWaiters()
    /// What is known of the other side.
    var peer: Peer
  }

  private let state: Mutex<State>
  private let channel: any Channel
  private let limits: FrameLimits

  init(_ session: consuming sending Session, peer: Peer, channel: any Channel, limits: FrameLimits)
  {
    state = Mutex(State(session: session, peer: peer))
    self.channel = channel
    self.limits = limits
  }

  /// Looks at it, or changes what needs no writing.
  func withLock<Result>(_ body: (inout State) -> Result) -> Result {
    state.withLock { body(&$0) }
  }

  /// Changes it, and has written what that appended.
  @discardableResult
  func change<Result>(_ body: (inout State) -> Result) -> Result {
    let (result, due) = state.withLock { state in
      let result = body(&state)
      return (result, state.outbox.due())
    }
    if due == .scheduleFlush { channel.eventLoop.execute { self.flush() } }
    return result
  }

  /// Notes whether the socket takes what is written; who waited for it goes on.
  func writabilityChanged(_ isWritable: Bool) {
    state.withLock { state in
      state.outbox.isWritable = isWritable
      return state.waiters.take(isWritable ? .writers : .nobody)
    }.wake()
  }

  private func flush() {
    let (flush, waiters) = state.withLock { state in
      let hadRoom = state.outbox.hasRoom
      let flush = state.outbox.flush()
      return (flush, hadRoom ? [] : state.waiters.take(.writers))
    }
    flush.write(to: channel, limits: limits)
    waiters.wake()
  }
}
