import Dispatch
import Synchronization

/// Holds threads while it is shut.
final class Gate: Sendable {
  private struct State {
    var isShut = false
    var waiting: [DispatchSemaphore] = []
  }

  private let state = Mutex(State())

  func shut() {
    state.withLock { $0.isShut = true }
  }

  func open() {
    let waiting = state.withLock { state in
      state.isShut = false
      defer { state.waiting = [] }
      return state.waiting
    }
    for semaphore in waiting { semaphore.signal() }
  }

  /// Waits until the gate is open.
  func pass() {
    let semaphore: DispatchSemaphore? = state.withLock { state in
      guard state.isShut else { return nil }
      let semaphore = DispatchSemaphore(value: 0)
      state.waiting.append(semaphore)
      return semaphore
    }
    semaphore?.wait()
  }
}
