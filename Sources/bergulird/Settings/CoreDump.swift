import Glibc

/// What the kernel writes of a process that crashes: nothing, since keys are in its memory.
enum CoreDump {
  /// `PR_SET_DUMPABLE` of `prctl`.
  private static let setDumpable: Int32 = 4

  /// Switches core dumps off, and keeps other processes of the same user out of this one's memory.
  ///
  /// Programs that it starts, such as PostgreSQL, have no dumps either, but are as open as ever.
  static func forbid() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    // A pattern that pipes dumps to a program ignores the limit; this it does not. Swift has no
    // `prctl`, which takes a variable number of arguments.
    typealias Control = @convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32
    guard let symbol = dlsym(nil, "prctl") else { return }
    _ = unsafeBitCast(symbol, to: Control.self)(setDumpable, 0, 0, 0, 0)
  }
}
