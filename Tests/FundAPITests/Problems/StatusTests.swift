import FundAPI
import GRPCCore
import RevolvingFund
import Testing

@Test func `a rule of the fund is never a missing permission`() {
  let statuses = Set(RejectionCode.allCases.map(\.status))
  #expect(
    statuses == [.invalidArgument, .notFound, .alreadyExists, .failedPrecondition])
}

@Test(arguments: [
  (RejectionCode.amountNotPositive, RPCError.Code.invalidArgument),
  (.textMissing, .invalidArgument), (.notFound, .notFound), (.alreadyExists, .alreadyExists),
  (.requestIDReused, .alreadyExists), (.lendingNotAuthorised, .failedPrecondition),
  (.insufficientFunds, .failedPrecondition), (.sameSigner, .failedPrecondition),
])
func `a rejection has the status of its kind`(code: RejectionCode, status: RPCError.Code) {
  #expect(code.status == status)
}

@Test(arguments: [
  (FaultCode.fieldInvalid, RPCError.Code.invalidArgument), (.tokenExpired, .unauthenticated),
  (.permissionDenied, .permissionDenied), (.overloaded, .resourceExhausted),
  (.tooManyBadTokens, .resourceExhausted),
  (.databaseUnavailable, .unavailable), (.corrupted, .dataLoss), (.unexpected, .internalError),
])
func `a fault has the status of its kind`(code: FaultCode, status: RPCError.Code) {
  #expect(code.status == status)
}

@Test func `codes are upper snake case, at most 63 characters, and no two are the same`() {
  let codes = RejectionCode.allCases.map(\.rawValue) + FaultCode.allCases.map(\.rawValue)
  #expect(Set(codes).count == codes.count)
  for code in codes {
    #expect(code.utf8.count <= 63)
    #expect(code.allSatisfy { $0.isASCII && ($0.isUppercase || $0 == "_") }, "\(code)")
  }
}
