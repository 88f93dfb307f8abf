/// A figure with what it was made from.
public struct Indicator: Hashable, Sendable {
  public let kind: IndicatorKind
  /// The inputs as counted: for ROI the profit so far over the capital.
  public let inputs: Ratio
  /// What is classed: for ROI the inputs times twelve over the months so far, else the inputs.
  public let judged: Ratio

  /// An indicator that is judged by its inputs.
  public init(_ kind: IndicatorKind, _ inputs: Ratio) {
    self.init(kind, inputs: inputs, judged: inputs)
  }

  /// An indicator that was kept.
  public init(_ kind: IndicatorKind, inputs: Ratio, judged: Ratio) {
    self.kind = kind
    self.inputs = inputs
    self.judged = judged
  }

  /// ROI over `months` elapsed months, 1 to 12 (rules.md 3.5 and ruling 15).
  public static func roi(profit: Rupiah, capital: Rupiah, months: Int) -> Indicator {
    let isRated = capital > .zero
    return Indicator(
      .roi, inputs: Ratio(profit.amount, isRated ? capital.amount : 0),
      judged: Ratio(profit.amount * 12, isRated ? capital.amount * Int64(months) : 0))
  }

  public var category: PerformanceCategory { kind.category(of: judged) }

  /// The inputs as percent for people; `nil` when not rated.
  public var percent: String? {
    inputs.percentText(decimals: kind.decimals, boundaries: kind == .roi ? [] : kind.boundaries)
  }

  /// ROI for a whole year as percent for people; `nil` for the others and when not rated.
  public var annualised: String? {
    guard kind == .roi else { return nil }
    return judged.percentText(decimals: kind.decimals, boundaries: kind.boundaries)
  }
}
