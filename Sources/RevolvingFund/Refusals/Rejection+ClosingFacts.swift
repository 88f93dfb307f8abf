// The facts of `Rejection` about closed months and years.
extension Rejection {
  var closingFacts: [Fact]? {
    switch self {
    case .periodNotLast(let month, let last):
      [("month", "\(month)"), ("last", "\(last)")]
    case .reopeningTooLate(let day, let latest):
      [("day", "\(day)"), ("latest", "\(latest)")]
    case .yearNotOver(let year, let closed):
      [("year", "\(year)")] + (closed.map { [("closed_through", "\($0)")] } ?? [])
    case .yearOutOfOrder(let year, let expected):
      [("year", "\(year)"), ("expected_year", "\(expected)")]
    case .yearClosed(let year):
      [("year", "\(year)")]
    case .allocationNotWhole(let hundredths):
      [("percent", percent(hundredths))]
    case .purposeRepeated(let purpose):
      [("purpose", purpose.rawValue)]
    case .budgetAccountRepeated(let account):
      [("account", "\(account.number)")]
    case .accountNotForBudget(let account):
      [("account", "\(account.number)")]
    case .operatingAboveLimit(let operating, let income):
      [("operating", "\(operating.amount)"), ("income", "\(income.amount)")]
    case .coverageTooLow(let income, let cost):
      [("income", "\(income.amount)"), ("cost", "\(cost.amount)")]
    case .purposeNotAllowed(let purpose):
      [("purpose", purpose.rawValue)]
    case .profitForCapitalOnly(let hundredths, let par):
      [
        ("percent", percent(hundredths)), ("at_risk", "\(par.numerator)"),
        ("balance", "\(par.denominator)"),
        ("par", par.percentText(decimals: 2, boundaries: [10, 20]) ?? ""),
      ]
    case .capitalShareTooLow(let hundredths, let least):
      [("percent", percent(hundredths)), ("least", percent(least))]
    case .nothingToAllocate(let profit, let available):
      [("profit", "\(profit.amount)"), ("available", "\(available.amount)")]
    case .honorariumExceeded(let available, let asked):
      [("available", "\(available.amount)"), ("asked", "\(asked.amount)")]
    default: nil
    }
  }
}

/// Hundredths of a percent as percent, such as `99.50`.
private func percent(_ hundredths: Int) -> String {
  Ratio(Int64(hundredths), 10_000).percentText(decimals: 2) ?? ""
}
