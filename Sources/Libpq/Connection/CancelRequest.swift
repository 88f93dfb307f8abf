import CLibpq
import Synchronization

/// A request to the server to stop what one of its sessions runs.
///
/// `@unchecked Sendable` because libpq documents a `PGcancel` as free to be used by any thread, and
/// only the thread of `send` and `deinit` use it.
@safe
final class CancelRequest: @unchecked Sendable {
  /// How far the request has come.
  enum Progress: Hashable, Sendable {
    case sending
    /// The server has passed it on: what it does from now on is no answer to it.
    case delivered
    case failed(String)
  }

  private let handle: OpaquePointer
  private let state = Mutex(Progress.sending)

  var progress: Progress {
    state.withLock { $0 }
  }

  /// A request for the session; `nil` if it has no connection.
  init?(session: OpaquePointer) {
    guard let handle = unsafe PQgetCancel(session) else { return nil }
    unsafe self.handle = handle
  }

  deinit {
    unsafe PQfreeCancel(handle)
  }

  /// Sends it by a thread of its own, since the server may not answer, and rings when it is done.
  func send(ringing bell: Bell) {
    do throws(Thread.Refused) {
      try Thread.detach(named: "libpq-cancel") { [self] in
        let progress = deliver()
        state.withLock { $0 = progress }
        bell.ring()
      }
    } catch {
      state.withLock { $0 = .failed(error.description) }
    }
  }

  private func deliver() -> Progress {
    var words = [CChar](repeating: 0, count: 256)
    let isDelivered = unsafe words.withUnsafeMutableBufferPointer { words in
      unsafe PQcancel(handle, words.baseAddress, Int32(words.count)) == 1
    }
    guard !isDelivered else { return .delivered }
    let text = words.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return .failed(Connection.oneLine(String(decoding: text, as: UTF8.self)))
  }
}
