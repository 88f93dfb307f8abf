import FundAPI
import RevolvingFund

extension Record {
  /// A policy as it is shown.
  init(_ policy: Bergulir_V1_Policy) {
    let rule = policy.startUps
    self.init(
      [
        "name": .filled(policy.name), "valid_from": .filled(policy.validFrom),
        "first_loan_ceiling": .amount(policy.firstLoanCeiling),
        "later_loan_ceiling": .amount(policy.laterLoanCeiling),
        "rate_percent": .percent(RateArgument.text(millionths: policy.rateMillionths)),
        "method": .code(policy.method, ChargeMethod.self),
      ],
      details: [
        "shortest_term": .count(Int64(policy.shortestTerm)),
        "longest_term": .count(Int64(policy.longestTerm)),
        "round_unit": .amount(policy.roundUnit),
        "early_settlement": .code(policy.earlySettlement, EarlySettlement.self),
        "reserve_scheme": .code(policy.reserveScheme, ReserveScheme.self),
        "borrower_criteria": .filled(policy.borrowerCriteria),
        "joint_liability": .filled(policy.jointLiability),
        "savings_account": .code(policy.savingsAccount, SavingsAccountRule.self),
        "start_up_ceiling": policy.hasStartUps ? .amount(rule.ceiling) : .absent,
        "start_up_longest_term":
          policy.hasStartUps ? .count(Int64(rule.longestTerm)) : .absent,
        "deviation_thousandths": .count(Int64(policy.deviationThousandths)),
        "late_fee": .amount(policy.lateFee),
        "savings_thousandths": .count(Int64(policy.savingsThousandths)),
        "cash_limit": policy.hasCashLimit ? .amount(policy.cashLimit) : .absent,
        "reason": .filled(policy.reason), "minutes": .filled(policy.minutes),
        "headings": .codes(policy.headings, PolicyHeading.self),
      ])
  }

  /// Who knows a policy.
  init(_ acknowledgement: Bergulir_V1_PolicyAcknowledgement) {
    self.init([
      "policy": .filled(acknowledgement.policy), "person": .filled(acknowledgement.person),
      "on": .filled(acknowledgement.on),
    ])
  }

  /// A province's bounds as they are shown.
  init(_ bounds: Bergulir_V1_PolicyBounds) {
    func span(_ span: Bergulir_V1_Span, _ text: (Int64) -> String) -> Value {
      .text("\(text(span.least))..\(text(span.most))")
    }
    func plain(_ value: Int64) -> String { "\(value)" }
    self.init(
      [
        "name": .filled(bounds.name), "valid_from": .filled(bounds.validFrom),
        "ceiling": span(bounds.ceiling, plain), "term": span(bounds.term, plain),
        "rate_percents": span(bounds.rateMillionths) { RateArgument.text(millionths: $0) },
      ],
      details: [
        "round_units": .names(bounds.roundUnits.map(plain)),
        "savings_accounts": .codes(bounds.savingsAccounts, SavingsAccountRule.self),
        "start_up_ceiling":
          bounds.hasStartUpCeiling ? span(bounds.startUpCeiling, plain) : .absent,
        "start_up_term": bounds.hasStartUpTerm ? span(bounds.startUpTerm, plain) : .absent,
        "late_fee": span(bounds.lateFee, plain),
        "savings_thousandths": span(bounds.savingsThousandths, plain),
        "cash_limit": bounds.hasCashLimit ? .amount(bounds.cashLimit) : .absent,
        "least_capital_percent": .filledPercent(
          Ratio(Int64(bounds.leastCapital), 10_000).percentText(decimals: 2) ?? ""),
        "profit_at_risk": .code(bounds.profitAtRisk, ProfitAtRisk.self),
        "reason": .filled(bounds.reason),
      ])
  }

  /// A charter as it is shown.
  init(_ charter: Bergulir_V1_Charter) {
    self.init(
      [
        "name": .filled(charter.name), "valid_from": .filled(charter.validFrom),
        "deed": .filled(charter.deed), "lacking": .codes(charter.lacking, CharterClause.self),
      ],
      details: [
        "poverty_tool": .filled(charter.povertyTool),
        "lending_only": .filled(charter.lendingOnly),
        "income_for_unit_only": .filled(charter.incomeForUnitOnly),
        "minutes": .filled(charter.minutes),
      ])
  }
}
