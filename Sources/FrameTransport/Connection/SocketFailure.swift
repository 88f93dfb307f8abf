import Glibc
import NIOCore
import NIOPosix

/// Why a socket could not be had, in words for people.
struct SocketFailure: CustomStringConvertible {
  let description: String

  init(_ error: any Error) {
    description =
      switch error {
      case let error as NIOConnectionError:
        Self.words(of: error)
      case let error as IOError:
        String(cString: strerror(error.errnoCode))
      case ChannelError.connectTimeout:
        "No answer in time"
      default:
        "\(error)"
      }
  }

  /// What every address of the name said, each thing once.
  private static func words(of error: NIOConnectionError) -> String {
    let reasons = error.connectionErrors.map { SocketFailure($0.error).description }
    guard let first = reasons.first else { return "The name '\(error.host)' cannot be resolved" }
    return reasons.dropFirst().reduce(into: first) { words, reason in
      if !words.contains(reason) { words += ", \(reason)" }
    }
  }
}
