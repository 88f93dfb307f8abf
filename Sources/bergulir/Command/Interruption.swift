import Dispatch
import FundAPI
import Glibc
import RevolvingFund

/// Ends the process when the user presses Ctrl-C while a write is on its way, and says what is
/// not known then.
struct Interruption {
  private let source: any DispatchSourceSignal

  init(requestID: RequestID, language: Language) {
    // The default way to die would say nothing; the source below takes over.
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler {
      StandardStream.error.write("bergulir: \(Notes.interrupted[language])\n")
      StandardStream.error.write("  \(Notes.rerun(requestID)[language])\n")
      exit(ExitStatus.interrupted.rawValue)
    }
    source.resume()
  }

  /// Leaves Ctrl-C to the system again.
  func end() {
    source.cancel()
    signal(SIGINT, SIG_DFL)
  }
}
