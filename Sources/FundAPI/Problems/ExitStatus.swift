/// What the process of the command line answers to its caller.
public enum ExitStatus: Int32, CaseIterable, Sendable {
  case success = 0
  case otherError = 1
  case usage = 2
  case notPermitted = 4
  case unreachable = 5
  case notFound = 6
  case refused = 7
  case conflict = 9
  case booksDiffer = 10
  case interrupted = 130

  public init(_ status: CallStatus) {
    switch status {
    case .ok: self = .success
    case .invalidArgument: self = .usage
    case .unauthenticated, .permissionDenied: self = .notPermitted
    case .unavailable, .deadlineExceeded, .resourceExhausted: self = .unreachable
    case .notFound: self = .notFound
    case .failedPrecondition, .outOfRange: self = .refused
    case .alreadyExists, .aborted: self = .conflict
    case .cancelled: self = .interrupted
    case .unknown, .unimplemented, .internalError, .dataLoss: self = .otherError
    }
  }
}
