import ArgumentParser
import GRPCCore

/// What the process answers to its caller; `bergulir server exit-codes` lists them.
enum ExitStatus: Int32, CaseIterable, Sendable {
  case success = 0
  case otherError = 1
  case usage = 2
  case notPermitted = 4
  case unreachable = 5
  case notFound = 6
  case refused = 7
  case conflict = 9
  case interrupted = 130

  init(_ status: CallStatus) {
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

/// The statuses of a call as gRPC numbers them, as an enum so that a switch over them is complete.
enum CallStatus: Int, CaseIterable, Sendable {
  case ok
  case cancelled, unknown, invalidArgument, deadlineExceeded, notFound, alreadyExists
  case permissionDenied, resourceExhausted, failedPrecondition, aborted, outOfRange
  case unimplemented, internalError, unavailable, dataLoss, unauthenticated

  init(_ code: RPCError.Code) {
    self = CallStatus(rawValue: code.rawValue) ?? .unknown
  }

  /// The name as gRPC writes it, such as `FAILED_PRECONDITION`.
  var name: String {
    switch self {
    case .internalError: "INTERNAL"
    default: "\(self)".map { $0.isUppercase ? "_\($0)" : $0.uppercased() }.joined()
    }
  }
}
