import FundAPI
import RevolvingFund

/// A printed figure beside ours, and why the two differ.
struct Comparison: Hashable, Sendable {
  let published: PublishedFigure
  let right: RightFigure
  let reasons: [FigureReason]

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
  ) -> [FigureReason] {
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
  ) -> FigureReason {
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
  ) -> [FigureReason] {
    guard let printed = published.category, printed != right.category else { return [] }
    return [
      .wrongCategory(
        printed: printed, right: right.category, percent: Percent(text: right.percent),
        kind: published.kind)
    ]
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
