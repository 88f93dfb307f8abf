public import RevolvingFund

/// Why a published figure is not ours, found from the inputs alone.
public enum FigureReason: Hashable, Sendable {
  /// Printed and exact figure agree.
  case agrees
  /// The paper divided the wrong way round.
  case inverted
  /// The printed figure is right, but with fewer decimals than it needs.
  case rounded(decimals: Int)
  /// The paper's inputs are not this UPK's.
  case otherInputs(printed: Ratio)
  /// What is called profit is more than the year's whole income: a balance, not a result.
  case profitAboveIncome(profit: Int64, income: Int64)
  /// Right for the months so far, but not made a whole year's.
  case notAnnualised
  /// It is the figure of another indicator of the same month.
  case figureOf(IndicatorKind)
  /// The category does not follow from the exact figure.
  case wrongCategory(
    printed: PerformanceCategory, right: PerformanceCategory, percent: Percent,
    kind: IndicatorKind)
  /// None of the rules explains it.
  case unexplained

  /// The stable code of the reason.
  public var code: String {
    switch self {
    case .agrees: "AGREES"
    case .inverted: "RATIO_INVERTED"
    case .rounded: "ROUNDED"
    case .otherInputs: "OTHER_INPUTS"
    case .profitAboveIncome: "PROFIT_IS_A_BALANCE"
    case .notAnnualised: "NOT_ANNUALISED"
    case .figureOf: "FIGURE_OF_ANOTHER_INDICATOR"
    case .wrongCategory: "CATEGORY_WRONG"
    case .unexplained: "UNEXPLAINED"
    }
  }
}
