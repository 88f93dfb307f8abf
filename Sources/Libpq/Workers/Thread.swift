import CLibpq
import Glibc

/// Starting threads of the system.
///
/// Workers block, so they may be no threads of the cooperative pool.
enum Thread {
  /// What a new thread is given.
  private final class Start: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }

  /// The system starts no more threads for now.
  struct Refused: Error, CustomStringConvertible {
    let status: Int32

    var description: String { "the system starts no more threads (error \(status))" }
  }

  /// Starts a thread that takes no signals, ends with `body` and is waited for by nobody.
  ///
  /// - Throws: `Refused`; then `body` is not run.
  static func detach(
    named name: String, _ body: @escaping @Sendable () -> Void
  ) throws(Refused) {
    let start = unsafe Unmanaged.passRetained(
      Start {
        unsafe clibpq_name_thread(name)
        body()
      })
    var signals = sigset_t()
    var inherited = sigset_t()
    unsafe sigfillset(&signals)
    unsafe pthread_sigmask(SIG_BLOCK, &signals, &inherited)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &inherited, nil) }

    var thread = pthread_t()
    let status = unsafe pthread_create(
      &thread, nil,
      { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, start.toOpaque())
    guard status == 0 else {
      unsafe start.release()
      throw Refused(status: status)
    }
    pthread_detach(thread)
  }
}
