internal import FundAPI
internal import FundStore
internal import RevolvingFund

extension Bergulir_V1_Receipt {
  /// What the wire says of a command that the store ran.
  init(_ recorded: Recorded, of command: any Command, in upk: Code?) {
    let outcome: WriteOutcome =
      recorded.isDryRun
      ? .dryRun
      : recorded.isReplay
        ? .replayed(sequence: recorded.sequence ?? 0) : .done(sequence: recorded.sequence ?? 0)
    let isNamed = !(recorded.isDryRun && command.kind.numbersItsSubject)
    let path = command.stream == .province ? "" : upk.map { "upks/\($0)/" } ?? ""
    self.init(
      command.kind, of: isNamed ? ResourceName(path + recorded.subject) : nil, outcome)
    // A dry run draws no number: the one it saw may be another voucher's tomorrow.
    if !recorded.isDryRun { vouchers = recorded.vouchers }
  }
}

extension CommandKind {
  /// Whether the command makes something that gets its number only when it is done.
  fileprivate var numbersItsSubject: Bool {
    switch self {
    case .registerPerson, .assignRole, .recordTraining, .createPrincipal, .issueToken, .setCharter,
      .setPolicy, .setPolicyBounds, .registerKSM, .addMember, .submitApplication, .draftApplication,
      .disburse,
      .recordCollection, .planRepair, .attest, .setInstrument, .restructureLoan, .recordCaseStep,
      .escalate, .recordVisit,
      .setApprovalChain, .delegateRole, .declareRelationship, .recordCashCount, .reconcileBank,
      .registerAsset, .proposeBudget, .recordComplaint, .recordMeeting,
      .recordSupervision, .recordPublication, .confirmBalances:
      true
    case .registerRegion, .registerBKM, .registerUPK, .endAssignment, .filePapers, .revokeToken,
      .endMembership, .recordInspection, .signApproval, .recordRepayment, .receiveCapital,
      .reverseRepayment, .refundSuspense, .assignSuspense, .unassignSuspense,
      .revokeDelegation, .endRelationship, .applySuspense, .callJointLiability, .settleMemberDebt,
      .setOffSavings,
      .postJournal, .closePeriod, .confirmRecovery, .depositSavings, .withdrawSavings,
      .reverseVoucher, .openAccount, .bookCashDifference, .depreciateAssets,
      .bankSavings, .acknowledgePolicy, .writeOffLoan, .recoverClaim, .waiveClaim,
      .reverseRecovery,
      .answerEscalation, .confirmReceipts, .voidDisbursement, .liftBlock, .completeApplication,
      .cancelApplication, .submitDraft,
      .waitlistApplication, .releaseApplication, .signContract, .skipQueue, .confirmSkip,
      .requestReopening, .confirmReopening, .closeYear, .allocateProfit, .paySupervisors,
      .approveBudget,
      .answerComplaint, .answerFinding,
      .requestRelease, .confirmRelease, .importBooks:
      false
    }
  }
}
