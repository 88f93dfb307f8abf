import Glibc

/// A mutex with conditions to wait for: work, a turn to connect, and deadlines.
///
/// `@unchecked Sendable` because `state` is touched only inside `withLock`.
@safe
final class Monitor<State>: @unchecked Sendable {
  /// What a thread waits for.
  enum Condition: CaseIterable {
    case work
    case connecting
    case deadlines
  }

  /// What a waiting thread finds when it looks.
  enum Turn<Value> {
    case done(Value)
    case wait(until: ContinuousClock.Instant?)
  }

  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let work: UnsafeMutablePointer<pthread_cond_t>
  private let connecting: UnsafeMutablePointer<pthread_cond_t>
  private let deadlines: UnsafeMutablePointer<pthread_cond_t>
  private var state: State

  init(_ state: State) {
    self.state = state
    unsafe mutex = .allocate(capacity: 1)
    unsafe work = .allocate(capacity: 1)
    unsafe connecting = .allocate(capacity: 1)
    unsafe deadlines = .allocate(capacity: 1)
    unsafe mutex.initialize(to: pthread_mutex_t())
    unsafe pthread_mutex_init(mutex, nil)
    var attributes = pthread_condattr_t()
    unsafe pthread_condattr_init(&attributes)
    unsafe pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    for condition in Condition.allCases {
      unsafe pointer(condition).initialize(to: pthread_cond_t())
      unsafe pthread_cond_init(pointer(condition), &attributes)
    }
    unsafe pthread_condattr_destroy(&attributes)
  }

  deinit {
    for condition in Condition.allCases {
      unsafe pthread_cond_destroy(pointer(condition))
      unsafe pointer(condition).deallocate()
    }
    unsafe pthread_mutex_destroy(mutex)
    unsafe mutex.deallocate()
  }

  func withLock<Value, Failure: Error>(
    _ body: (inout State) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    return try body(&state)
  }

  /// Looks at the state now and after each signal or time of waking, until the turn is done.
  func wait<Value>(for condition: Condition, _ look: (inout State) -> Turn<Value>) -> Value {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    while true {
      switch look(&state) {
      case .done(let value):
        return value
      case .wait(until: nil):
        unsafe pthread_cond_wait(pointer(condition), mutex)
      case .wait(until: let instant?):
        var time = Self.monotonic(instant)
        unsafe pthread_cond_timedwait(pointer(condition), mutex, &time)
      }
    }
  }

  func signal(_ condition: Condition) {
    unsafe pthread_cond_signal(pointer(condition))
  }

  func broadcast(_ condition: Condition) {
    unsafe pthread_cond_broadcast(pointer(condition))
  }

  private func pointer(_ condition: Condition) -> UnsafeMutablePointer<pthread_cond_t> {
    switch condition {
    case .work: unsafe work
    case .connecting: unsafe connecting
    case .deadlines: unsafe deadlines
    }
  }

  /// The instant as a time of the clock that pthread waits by.
  private static func monotonic(_ instant: ContinuousClock.Instant) -> timespec {
    var now = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &now)
    let left = max(.zero, ContinuousClock.now.duration(to: instant)).components
    let nanoseconds = now.tv_nsec + Int(left.attoseconds / 1_000_000_000)
    let seconds = Int(clamping: min(left.seconds, 1_000_000_000))
    return timespec(
      tv_sec: now.tv_sec + seconds + nanoseconds / 1_000_000_000,
      tv_nsec: nanoseconds % 1_000_000_000)
  }
}
