public import GRPCCore

/// The statuses of a call as gRPC numbers them, as an enum so that a switch over them is complete.
public enum CallStatus: Int, CaseIterable, Sendable {
  case ok
  case cancelled, unknown, invalidArgument, deadlineExceeded, notFound, alreadyExists
  case permissionDenied, resourceExhausted, failedPrecondition, aborted, outOfRange
  case unimplemented, internalError, unavailable, dataLoss, unauthenticated

  public init(_ code: RPCError.Code) {
    self = CallStatus(rawValue: code.rawValue) ?? .unknown
  }

  /// The name as gRPC writes it, such as `FAILED_PRECONDITION`.
  public var name: String {
    switch self {
    case .internalError: "INTERNAL"
    default: "\(self)".map { $0.isUppercase ? "_\($0)" : $0.uppercased() }.joined()
    }
  }
}
