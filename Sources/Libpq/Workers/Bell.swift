import CLibpq
import Glibc

/// What wakes a worker that waits for its server.
///
/// Rung by any thread, heard by the worker alone. A ring that nobody waits for is kept until the
/// worker waits next, so none is missed; the worker looks again at what it is told to do, so one
/// too many does no harm.
final class Bell: Sendable {
  /// Readable while the bell rings.
  let descriptor: Int32

  init() {
    descriptor = clibpq_event_descriptor()
    precondition(descriptor >= 0, "the system opens no more files (error \(errno))")
  }

  deinit {
    close(descriptor)
  }

  func ring() {
    eventfd_write(descriptor, 1)
  }

  /// Makes the bell quiet until it is rung again.
  func quiet() {
    var rings = eventfd_t()
    unsafe eventfd_read(descriptor, &rings)
  }
}
