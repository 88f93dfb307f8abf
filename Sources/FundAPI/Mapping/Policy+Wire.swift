public import RevolvingFund

extension Bergulir_V1_Policy {
  public init(_ policy: LendingPolicy, in upk: Code) {
    self.init()
    name = ResourceName.policy(upk, policy.version).description
    validFrom = policy.validFrom.description
    firstLoanCeiling = policy.firstLoanCeiling.amount
    laterLoanCeiling = policy.laterLoanCeiling.amount
    shortestTerm = Int32(policy.shortestTerm)
    longestTerm = Int32(policy.longestTerm)
    rateMillionths = policy.rate.millionths
    method = policy.method.rawValue
    roundUnit = policy.roundUnit
    earlySettlement = policy.earlySettlement.rawValue
    reserveScheme = policy.reserveScheme.rawValue
    minutes = policy.minutes
  }

  /// The policy that a request asks for; its version, 0 here, is given by the command.
  ///
  /// - Throws: `fieldMissing`, `fieldInvalid`, each naming the field below `policy`.
  public func policy(of upk: UPKID) throws(Fault) -> LendingPolicy {
    LendingPolicy(
      upk: upk, version: 0, validFrom: try Field("policy.valid_from", validFrom).day(),
      firstLoanCeiling: Rupiah(firstLoanCeiling), laterLoanCeiling: Rupiah(laterLoanCeiling),
      shortestTerm: Int(shortestTerm), longestTerm: Int(longestTerm),
      rate: MonthlyRate(millionths: rateMillionths),
      method: try Field("policy.method", method).choice(), roundUnit: roundUnit,
      earlySettlement: try Field("policy.early_settlement", earlySettlement).choice(),
      reserveScheme: try Field("policy.reserve_scheme", reserveScheme).choice(),
      minutes: try Field("policy.minutes", minutes).line())
  }
}
