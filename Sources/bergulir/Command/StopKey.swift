import Dispatch
import FundAPI
import Glibc
import Synchronization

/// Whether the user wants a command of many calls to begin no more of them.
final class StopRequest: Sendable {
  private let asked = Atomic(false)

  var isAsked: Bool { asked.load(ordering: .relaxed) }

  /// Asks for it; the result is whether it was asked for before.
  fileprivate func ask() -> Bool { asked.exchange(true, ordering: .relaxed) }
}

/// Takes Ctrl-C for a request to stop, and the second one for the end of the process.
struct StopKey {
  let request = StopRequest()
  private let source: any DispatchSourceSignal

  init(language: Language) {
    // The default way to die would cut off calls in flight; the source below takes over.
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [request] in
      guard !request.ask() else { exit(ExitStatus.interrupted.rawValue) }
      StandardStream.error.write("\n\(Notes.stopping[language])\n")
    }
    source.resume()
  }

  /// Leaves Ctrl-C to the system again.
  func end() {
    source.cancel()
    signal(SIGINT, SIG_DFL)
  }
}
