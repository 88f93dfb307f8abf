public import RevolvingFund

extension Bergulir_V1_Policy {
  public init(_ policy: LendingPolicy, in upk: Code) {
    self.init()
    name = ResourceName.policy(upk, policy.version).description
    validFrom = policy.validFrom.description
    borrowerCriteria = policy.borrowerCriteria
    firstLoanCeiling = policy.firstLoanCeiling.amount
    laterLoanCeiling = policy.laterLoanCeiling.amount
    shortestTerm = Int32(policy.shortestTerm)
    longestTerm = Int32(policy.longestTerm)
    rateMillionths = policy.rate.millionths
    method = policy.method.rawValue
    roundUnit = policy.roundUnit
    earlySettlement = policy.earlySettlement.rawValue
    reserveScheme = policy.reserveScheme.rawValue
    jointLiability = policy.jointLiability
    savingsAccount = policy.savingsAccount.rawValue
    if let rule = policy.startUps {
      startUps = Bergulir_V1_StartUpRule()
      startUps.ceiling = rule.ceiling.amount
      startUps.longestTerm = Int32(rule.longestTerm)
    }
    deviationThousandths = Int32(policy.deviationThousandths)
    lateFee = policy.lateFee.amount
    savingsThousandths = Int32(clamping: policy.savingsThousandths)
    if let limit = policy.cashLimit { cashLimit = limit.amount }
    reason = policy.reason
    minutes = policy.minutes
    headings = policy.headings.map(\.rawValue)
  }

  /// The policy that a request asks for; its version, 0 here, is given by the command.
  ///
  /// - Throws: `fieldMissing`, `fieldInvalid`, each naming the field below `policy`.
  public func policy(of upk: UPKID) throws(Fault) -> LendingPolicy {
    LendingPolicy(
      upk: upk, version: 0, validFrom: try Field("policy.valid_from", validFrom).day(),
      borrowerCriteria: try Field("policy.borrower_criteria", borrowerCriteria).lines(),
      firstLoanCeiling: Rupiah(firstLoanCeiling), laterLoanCeiling: Rupiah(laterLoanCeiling),
      shortestTerm: Int(shortestTerm), longestTerm: Int(longestTerm),
      rate: MonthlyRate(millionths: rateMillionths),
      method: try Field("policy.method", method).choice(), roundUnit: roundUnit,
      earlySettlement: try Field("policy.early_settlement", earlySettlement).choice(),
      reserveScheme: try Field("policy.reserve_scheme", reserveScheme).choice(),
      jointLiability: try Field("policy.joint_liability", jointLiability).lines(),
      savingsAccount: try Field("policy.savings_account", savingsAccount).choice(),
      startUps: hasStartUps
        ? StartUpRule(
          ceiling: Rupiah(startUps.ceiling), longestTerm: Int(startUps.longestTerm)) : nil,
      deviationThousandths: hasDeviationThousandths ? Int(deviationThousandths) : 500,
      lateFee: Rupiah(lateFee), savingsThousandths: Int(savingsThousandths),
      cashLimit: hasCashLimit ? Rupiah(cashLimit) : nil,
      reason: try Field("policy.reason", reason).lines(),
      minutes: try Field("policy.minutes", minutes).line())
  }
}

extension Bergulir_V1_PolicyAcknowledgement {
  public init(_ acknowledgement: PolicyAcknowledgement, in upk: Code) {
    self.init()
    policy = ResourceName.policy(upk, acknowledgement.version).description
    person = ResourceName.person(acknowledgement.person).description
    on = acknowledgement.on.description
  }
}
