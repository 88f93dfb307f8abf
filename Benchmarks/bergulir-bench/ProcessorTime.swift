import Glibc

/// The processor time that a process has used, all its threads together.
struct ProcessorTime: Sendable {
  private let clock: clockid_t

  /// The clock of this process.
  static let own = ProcessorTime(clock: CLOCK_PROCESS_CPUTIME_ID)

  private init(clock: clockid_t) {
    self.clock = clock
  }

  /// The clock of another process of the same user.
  ///
  /// - Throws: `Errno` by number, as `NoClock`.
  init(of process: pid_t) throws {
    var clock = clockid_t()
    let failure = clock_getcpuclockid(process, &clock)
    guard failure == 0 else { throw NoClock(process: process, errno: failure) }
    self.clock = clock
  }

  var nanoseconds: Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// A process that is gone or somebody else's.
  struct NoClock: Error {
    let process: pid_t
    let errno: Int32
  }
}

/// The clocks of both ends; no server's where both are one process.
struct Clocks: Sendable {
  var server: ProcessorTime?
  var client = ProcessorTime.own
}
