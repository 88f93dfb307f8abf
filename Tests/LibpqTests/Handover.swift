import Dispatch
import Synchronization

/// A place where a worker thread stops until the test says that it may go on.
final class Handover: Sendable {
  private struct State {
    var given: Int32?
    var waiter: CheckedContinuation<Int32, Never>?
  }

  private let state = Mutex(State())
  private let gate = DispatchSemaphore(value: 0)

  /// Says that the worker has come this far, with a number if it has one to tell.
  func give(_ number: Int32 = 0) {
    let waiter = state.withLock { state in
      state.given = number
      return state.waiter.take()
    }
    waiter?.resume(returning: number)
  }

  /// Waits until the worker has come this far.
  @discardableResult
  func taken() async -> Int32 {
    await withCheckedContinuation { continuation in
      let given = state.withLock { state in
        if state.given == nil { state.waiter = continuation }
        return state.given
      }
      if let given { continuation.resume(returning: given) }
    }
  }

  /// Lets the worker go on.
  func answer() {
    gate.signal()
  }

  /// Holds the worker's thread until it may go on.
  func awaitAnswer() {
    gate.wait()
  }
}

/// Something that happened, seen from any thread.
final class Flag: Sendable {
  private let state = Mutex(false)

  var isRaised: Bool {
    state.withLock { $0 }
  }

  func raise() {
    state.withLock { $0 = true }
  }
}
