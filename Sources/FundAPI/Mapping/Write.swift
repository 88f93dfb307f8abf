public import RevolvingFund

/// What goes with every write, read.
public struct WriteOptions: Hashable, Sendable {
  public let requestID: RequestID
  /// Check and answer as if it were done, but do nothing.
  public let isDryRun: Bool
  /// The day it is booked on; the server's today where the caller wrote none.
  public let day: Day
}

extension Bergulir_V1_Write {
  /// What the caller asked for.
  ///
  /// - Throws: `requestIDRequired`, `fieldInvalid`.
  public func options(today: Day) throws(Fault) -> WriteOptions {
    guard !requestID.isEmpty else { throw .requestIDRequired }
    return WriteOptions(
      requestID: try Field("write.request_id", requestID).requestID(),
      isDryRun: validateOnly, day: try Field("write.on", on).day(or: today))
  }
}

extension Field {
  /// A request id that must be there.
  public func requestID() throws(Fault) -> RequestID {
    try read(.uuid) { RequestID($0) }
  }
}

extension RequestID {
  /// The id of one line of a list that is sent line by line: the line's number added to the end.
  ///
  /// The same list under the same id is therefore sent under the same ids again.
  public func line(_ number: Int) -> RequestID {
    let line = UInt32(truncatingIfNeeded: value) &+ UInt32(truncatingIfNeeded: number)
    return RequestID(value: (value >> 32) << 32 | UInt128(line))
  }
}

/// What came of a write, before it is put on the wire.
public enum WriteOutcome: Hashable, Sendable {
  /// Done now, as this event of the stream.
  case done(sequence: Int64)
  /// Done before under the same request id.
  case replayed(sequence: Int64)
  /// Nothing was done; it would have been accepted.
  case dryRun
}

extension Bergulir_V1_Receipt {
  /// The receipt of a write; a dry run that would have made something names nothing.
  public init(
    _ kind: CommandKind, of name: ResourceName?, _ outcome: WriteOutcome,
    vouchers: [VoucherNumber] = []
  ) {
    self.init()
    self.name = name?.description ?? ""
    self.verb = kind.verb.rawValue
    self.vouchers = vouchers.map(\.description)
    switch outcome {
    case .done(let sequence): self.sequence = sequence
    case .replayed(let sequence):
      self.sequence = sequence
      self.replayed = true
    case .dryRun: self.dryRun = true
    }
  }
}

extension CommandKind {
  /// What was done, in one word.
  public var verb: Verb {
    switch self {
    case .registerRegion, .registerBKM, .registerUPK, .registerPerson, .registerKSM: .registered
    case .assignRole: .assigned
    case .endAssignment, .endMembership: .ended
    case .createPrincipal: .created
    case .issueToken: .issued
    case .revokeToken: .revoked
    case .setCharter, .setPolicy, .setPolicyBounds, .setInstrument,
      .setApprovalChain:
      .set
    case .acknowledgePolicy: .acknowledged
    case .filePapers: .filed
    case .addMember: .added
    case .submitApplication, .submitDraft: .submitted
    case .draftApplication: .drafted
    case .recordInspection, .recordRepayment, .recordCollection, .recordTraining, .attest,
      .recordCaseStep:
      .recorded
    case .confirmReceipts, .recordVisit,
      .signContract:
      .recorded
    case .voidDisbursement: .voided
    case .liftBlock: .lifted
    case .reverseRepayment, .reverseRecovery: .reversed
    case .refundSuspense: .refunded
    case .applySuspense, .setOffSavings: .applied
    case .assignSuspense: .assigned
    case .unassignSuspense: .reversed
    case .revokeDelegation: .revoked
    case .endRelationship: .ended
    case .callJointLiability: .recorded
    case .settleMemberDebt: .settled
    case .planRepair: .planned
    case .escalate: .escalated
    case .answerEscalation, .answerComplaint, .answerFinding: .answered
    case .recordComplaint, .recordMeeting, .recordSupervision, .recordPublication,
      .confirmBalances:
      .recorded
    case .closePeriod, .closeYear: .closed
    case .requestReopening: .asked
    case .confirmReopening: .reopened
    case .allocateProfit: .allocated
    case .paySupervisors: .paid
    case .proposeBudget: .proposed
    case .approveBudget: .adopted
    case .confirmRecovery: .confirmed
    case .signApproval: .signed
    case .disburse: .disbursed
    case .receiveCapital: .received
    case .postJournal: .posted
    case .importBooks: .imported
    case .reverseVoucher: .reversed
    case .openAccount: .opened
    case .recordCashCount: .recorded
    case .bookCashDifference, .depreciateAssets: .posted
    case .reconcileBank: .reconciled
    case .registerAsset: .registered
    case .depositSavings: .deposited
    case .withdrawSavings: .withdrawn
    case .bankSavings: .banked
    case .restructureLoan: .restructured
    case .writeOffLoan: .dropped
    case .recoverClaim: .recovered
    case .waiveClaim: .waived
    case .completeApplication: .completed
    case .cancelApplication: .cancelled
    case .waitlistApplication: .waitlisted
    case .releaseApplication: .released
    case .skipQueue: .requested
    case .confirmSkip: .approved
    case .delegateRole: .delegated
    case .declareRelationship: .declared
    case .requestRelease: .appealed
    case .confirmRelease: .unfrozen
    }
  }
}
