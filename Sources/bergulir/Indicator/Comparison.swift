import FundAPI
import RevolvingFund

/// A printed figure beside ours, and why the two differ.
struct Comparison: Hashable, Sendable {
  let published: PublishedFigure
  let right: RightFigure
  let reasons: [Reason]

  /// Why a printed figure is not ours, found from the inputs alone.
  enum Reason: Hashable, Sendable {
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
    case wrongCategory(printed: PerformanceCategory, right: RightFigure, kind: IndicatorKind)
    /// None of the rules explains it.
    case unexplained

    /// The stable code of the reason.
    var code: String {
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

  /// Compares a printed figure with ours.
  ///
  /// - Parameters:
  ///   - published: the printed figure.
  ///   - right: ours of the same month.
  ///   - income: the year's income to the same month.
  ///   - others: the other indicators' inputs of the month, ours and the printed ones.
  init(
    _ published: PublishedFigure, right: RightFigure, income: Int64,
    others: [(kind: IndicatorKind, ratio: Ratio)]
  ) {
    self.published = published
    self.right = right
    reasons =
      Comparison.reasons(of: published, right: right, income: income, others: others)
      + Comparison.categoryReasons(of: published, right: right)
  }

  private static func reasons(
    of published: PublishedFigure, right: RightFigure, income: Int64,
    others: [(kind: IndicatorKind, ratio: Ratio)]
  ) -> [Reason] {
    let (ours, kind) = (right.inputs, published.kind)
    if published.shows(right.judged) {
      return needsMoreDecimals(published, right.judged)
        ? [.rounded(decimals: published.decimals)] : [.agrees]
    }
    if kind == .roi, published.shows(ours) { return [.notAnnualised] }
    let inputs = published.inputs ?? ours
    let wrongInputs = inputs == ours ? [] : [reason(ofInputs: inputs, kind, income: income)]
    if published.shows(inputs), inputs != ours { return wrongInputs }
    if published.shows(Ratio(inputs.denominator, inputs.numerator)) {
      return [.inverted] + wrongInputs
    }
    if let other = others.first(where: { $0.kind != kind && published.shows($0.ratio) }) {
      return [.figureOf(other.kind)] + wrongInputs
    }
    return [.unexplained] + wrongInputs
  }

  /// Why a paper's inputs are not this UPK's.
  private static func reason(
    ofInputs inputs: Ratio, _ kind: IndicatorKind, income: Int64
  ) -> Reason {
    kind == .roi && inputs.numerator > income
      ? .profitAboveIncome(profit: inputs.numerator, income: income)
      : .otherInputs(printed: inputs)
  }

  /// Whether the printed figure lost what two decimals show.
  private static func needsMoreDecimals(_ published: PublishedFigure, _ ratio: Ratio) -> Bool {
    guard published.decimals < 2, let full = ratio.percentText(decimals: 2) else { return false }
    let decimals = full.suffix(2 - published.decimals)
    return decimals.contains { $0 != "0" }
  }

  private static func categoryReasons(
    of published: PublishedFigure, right: RightFigure
  ) -> [Reason] {
    guard let printed = published.category, printed != right.category else { return [] }
    return [.wrongCategory(printed: printed, right: right, kind: published.kind)]
  }
}

/// An indicator as it is right.
struct RightFigure: Hashable, Sendable {
  let inputs: Ratio
  /// What the category is taken from: for ROI the ratio for a whole year.
  let judged: Ratio
  /// The judged ratio for people; empty when not rated.
  let percent: String
  let category: PerformanceCategory
}

extension PublishedFigure {
  /// Whether a ratio, rounded as the paper rounds, is the printed figure.
  func shows(_ ratio: Ratio) -> Bool {
    ratio.percentText(decimals: decimals) == printed
  }
}
