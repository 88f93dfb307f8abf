public import RevolvingFund

extension Bergulir_V1_PolicyBounds {
  public init(_ bounds: PolicyBounds) {
    self.init()
    // The bounds that hold before any were set have no name and no first day.
    if bounds.version > 0 {
      name = ResourceName.policyBounds(bounds.version).description
      validFrom = bounds.validFrom.description
    }
    ceiling = Bergulir_V1_Span(bounds.ceiling)
    term = Bergulir_V1_Span(bounds.term)
    rateMillionths = Bergulir_V1_Span(bounds.rateMillionths)
    roundUnits = bounds.roundUnits
    savingsAccounts = bounds.savingsAccounts.map(\.rawValue)
    if let startUps = bounds.startUps {
      startUpCeiling = Bergulir_V1_Span(startUps.ceiling)
      startUpTerm = Bergulir_V1_Span(startUps.term)
    }
    lateFee = Bergulir_V1_Span(bounds.lateFee)
    savingsThousandths = Bergulir_V1_Span(bounds.savingsThousandths)
    if let limit = bounds.cashLimit { cashLimit = limit.amount }
    leastCapital = Int32(clamping: bounds.profit.leastCapital)
    profitAtRisk = bounds.profit.atRisk.rawValue
    reason = bounds.reason
  }

  /// The bounds that a request asks for; their version, 0 here, is given by the command.
  ///
  /// Round units come in their order, each once, twenty at most; one span of start-ups asks for the
  /// other.
  ///
  /// - Throws: `fieldMissing`, `fieldInvalid`, each naming the field below `bounds`.
  public func bounds() throws(Fault) -> PolicyBounds {
    guard !roundUnits.isEmpty else { throw .fieldMissing("bounds.round_units") }
    guard roundUnits.count <= 20 else {
      throw .fieldInvalid("bounds.round_units", expected: .between(1, 20))
    }
    return PolicyBounds(
      version: 0, validFrom: try Field("bounds.valid_from", validFrom).day(),
      ceiling: try span("ceiling", hasCeiling, ceiling), term: try span("term", hasTerm, term),
      rateMillionths: try span("rate_millionths", hasRateMillionths, rateMillionths),
      roundUnits: Set(roundUnits).sorted(), savingsAccounts: try rules(), startUps: try startUps(),
      lateFee: hasLateFee
        ? try span("late_fee", hasLateFee, lateFee) : PolicyBounds.standard.lateFee,
      savingsThousandths: hasSavingsThousandths
        ? try span("savings_thousandths", hasSavingsThousandths, savingsThousandths)
        : PolicyBounds.standard.savingsThousandths,
      cashLimit: hasCashLimit ? Rupiah(cashLimit) : nil, profit: try profitRule(),
      reason: try Field("bounds.reason", reason).lines())
  }

  private func profitRule() throws(Fault) -> ProfitRule {
    let standard = ProfitRule.standard
    return ProfitRule(
      leastCapital: hasLeastCapital ? Int(leastCapital) : standard.leastCapital,
      atRisk: try Field("bounds.profit_at_risk", profitAtRisk).optionalChoice() ?? standard.atRisk)
  }

  private func span(
    _ field: String, _ isThere: Bool, _ span: Bergulir_V1_Span
  ) throws(Fault) -> ClosedRange<Int64> {
    guard isThere else { throw .fieldMissing("bounds.\(field)") }
    guard span.least <= span.most else {
      throw .fieldInvalid("bounds.\(field).most", expected: .notBefore("bounds.\(field).least"))
    }
    return span.least...span.most
  }

  private func rules() throws(Fault) -> [SavingsAccountRule] {
    guard !savingsAccounts.isEmpty else { throw .fieldMissing("bounds.savings_accounts") }
    var rules: Set<SavingsAccountRule> = []
    for text in savingsAccounts {
      rules.insert(try Field("bounds.savings_accounts", text).choice())
    }
    return SavingsAccountRule.allCases.filter(rules.contains)
  }

  private func startUps() throws(Fault) -> PolicyBounds.StartUpBounds? {
    guard hasStartUpCeiling || hasStartUpTerm else { return nil }
    return PolicyBounds.StartUpBounds(
      ceiling: try span("start_up_ceiling", hasStartUpCeiling, startUpCeiling),
      term: try span("start_up_term", hasStartUpTerm, startUpTerm))
  }
}

extension Bergulir_V1_Span {
  init(_ range: ClosedRange<Int64>) {
    self.init()
    least = range.lowerBound
    most = range.upperBound
  }
}
