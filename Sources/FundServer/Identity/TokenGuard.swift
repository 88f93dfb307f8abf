internal import FundAPI
internal import Synchronization

/// What stands before the tokens: who tried bad ones waits.
final class TokenGuard: Sendable {
  private let state: Mutex<State>
  private let now: @Sendable () -> ContinuousClock.Instant

  private struct State: Sendable {
    var limit: BadTokenLimit
    /// Hashes of tokens that were good lately: they are no guesses, wherever they come from.
    var good: Set<[UInt8]> = []
  }

  /// Good tokens that are remembered; all are forgotten beyond it.
  private static let mostGood = 4096

  init(now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
    self.now = now
    state = Mutex(State(limit: BadTokenLimit(now: now())))
  }

  /// Lets a token be looked up.
  ///
  /// - Throws: `Fault.tooManyBadTokens` with the time to wait.
  func check(_ hash: [UInt8], of peer: String) throws(Fault) {
    let now = self.now()
    let wait = state.withLock { state in
      state.good.contains(hash)
        ? nil : state.limit.wait(BadTokenLimit.address(of: peer), at: now)
    }
    guard let wait else { return }
    let milliseconds = wait / .milliseconds(1)
    throw .tooManyBadTokens(retryAfterMilliseconds: Int(milliseconds.rounded(.up)))
  }

  /// Takes note of a token that nobody has.
  func refused(of peer: String) {
    let now = self.now()
    state.withLock { $0.limit.take(BadTokenLimit.address(of: peer), at: now) }
  }

  /// Takes note of a token that is somebody's.
  func accepted(_ hash: [UInt8]) {
    state.withLock { state in
      if state.good.count >= TokenGuard.mostGood { state.good.removeAll() }
      state.good.insert(hash)
    }
  }
}
