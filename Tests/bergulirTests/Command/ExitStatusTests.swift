import FundAPI
import GRPCCore
import RevolvingFund
import Testing

@testable import bergulir

@Test(arguments: [
  (RPCError.Code.invalidArgument, 2), (.unauthenticated, 4), (.permissionDenied, 4),
  (.unavailable, 5), (.deadlineExceeded, 5), (.resourceExhausted, 5), (.notFound, 6),
  (.failedPrecondition, 7), (.outOfRange, 7), (.alreadyExists, 9), (.aborted, 9),
  (.cancelled, 130), (.unknown, 1), (.unimplemented, 1), (.internalError, 1), (.dataLoss, 1),
])
func `an exit code follows from the status`(code: RPCError.Code, exit: Int) {
  #expect(CallFailure(RPCError(code: code, message: "x")).exit.rawValue == Int32(exit))
}

@Test func `the statuses have the numbers and names of gRPC`() {
  #expect(CallStatus(.cancelled) == .cancelled)
  #expect(CallStatus(.unauthenticated) == .unauthenticated)
  #expect(CallStatus.allCases.count == 17)
  #expect(CallStatus.failedPrecondition.name == "FAILED_PRECONDITION")
  #expect(CallStatus.internalError.name == "INTERNAL")
  #expect(CallStatus.notFound.name == "NOT_FOUND")
}

@Test func `a rule's refusal is 7 and a mistake of our own is 2`() {
  let refusal = Problem(.databaseUnavailable)
  #expect(CallFailure(refusal).exit == .unreachable)
  #expect(CallFailure(Complaint(.fileEmpty(path: "a"))).exit == .usage)
}

@Test(arguments: [RPCError.Code.deadlineExceeded, .unavailable, .cancelled])
func `a write without an answer has an unknown outcome and names its id`(code: RPCError.Code) {
  let id = RequestID()
  let failure = CallFailure(RPCError(code: code, message: "lost")).ofWrite(id)
  #expect(failure.violations.map(\.reason) == ["OUTCOME_UNKNOWN"])
  #expect(failure.violations[0][fact: "request_id"] == id.description)
  #expect(failure.exit == .unreachable)
}

@Test func `the daemon's own word on a write stands`() {
  let id = RequestID()
  for fault in [Fault.databaseUnavailable, .overloaded(retryAfterMilliseconds: 5)] {
    let failure = CallFailure(Problem(fault))
    #expect(failure.ofWrite(id) == failure)
  }
  let late = CallFailure(Problem(.deadlineExceeded)).ofWrite(id)
  #expect(late.violations.map(\.reason) == ["OUTCOME_UNKNOWN"])
}
