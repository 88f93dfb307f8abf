import Synchronization

/// A value that arrives once and that any number of tasks may wait for.
final class Pending<Value: Sendable>: Sendable {
  private typealias Waiter = CheckedContinuation<Result<Value, any Error>, Never>

  private enum State {
    case waiting([UInt64: Waiter], next: UInt64)
    case arrived(Result<Value, any Error>)
  }

  private let state = Mutex(State.waiting([:], next: 0))

  /// Delivers the value; the first delivery counts.
  func fulfil(_ result: Result<Value, any Error>) {
    let waiters = state.withLock { state -> [Waiter] in
      guard case .waiting(let waiters, _) = state else { return [] }
      state = .arrived(result)
      return Array(waiters.values)
    }
    for waiter in waiters {
      waiter.resume(returning: result)
    }
  }

  /// The value, waited for.
  ///
  /// - Throws: the error delivered instead, or `CancellationError` when the task is cancelled
  ///   before anything is delivered.
  var value: Value {
    get async throws {
      let id = ticket()
      let result = await withTaskCancellationHandler {
        await withCheckedContinuation { continuation in
          // The handler below may have run already; it found nobody, but the task knows.
          enter(continuation, id: id, isCancelled: Task.isCancelled)
        }
      } onCancel: {
        leave(id: id)
      }
      return try result.get()
    }
  }

  /// What arrives, waited for even when the task is cancelled.
  var settled: Result<Value, any Error> {
    get async {
      let id = ticket()
      return await withCheckedContinuation { enter($0, id: id, isCancelled: false) }
    }
  }

  private func ticket() -> UInt64 {
    state.withLock { state in
      guard case .waiting(let waiters, let next) = state else { return 0 }
      state = .waiting(waiters, next: next + 1)
      return next
    }
  }

  private func enter(_ waiter: Waiter, id: UInt64, isCancelled: @autoclosure () -> Bool) {
    let result = state.withLock { state -> Result<Value, any Error>? in
      switch state {
      case .arrived(let result):
        return result
      case .waiting(var waiters, let next):
        // Asked under the lock: a later cancellation waits for it and finds the waiter.
        if isCancelled() { return .failure(CancellationError()) }
        waiters[id] = waiter
        state = .waiting(waiters, next: next)
        return nil
      }
    }
    if let result { waiter.resume(returning: result) }
  }

  private func leave(id: UInt64) {
    let waiter = state.withLock { state -> Waiter? in
      guard case .waiting(var waiters, let next) = state else { return nil }
      let waiter = waiters.removeValue(forKey: id)
      state = .waiting(waiters, next: next)
      return waiter
    }
    waiter?.resume(returning: .failure(CancellationError()))
  }
}
