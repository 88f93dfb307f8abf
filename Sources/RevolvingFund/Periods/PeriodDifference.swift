/// A figure that two versions of a closed month do not share.
public struct PeriodDifference: Hashable, Sendable {
  public let figure: Figure
  public let before: Ratio
  public let after: Ratio

  /// What a closed month freezes; amounts stand as a whole over one.
  public enum Figure: Hashable, Sendable {
    case indicator(IndicatorKind)
    case gate
    case reserveRequired, reserveFormed
  }

  public init(figure: Figure, before: Ratio, after: Ratio) {
    self.figure = figure
    self.before = before
    self.after = after
  }

  /// Everything in which a later version of a month differs from an earlier one, in a fixed order.
  public static func all(
    from earlier: ClosedPeriod, to later: ClosedPeriod
  ) -> [PeriodDifference] {
    let before = figures(earlier)
    return figures(later).compactMap { figure, after in
      let old = before.first { $0.0 == figure }?.1 ?? Ratio(0, 0)
      return old == after ? nil : PeriodDifference(figure: figure, before: old, after: after)
    }
  }

  private static func figures(_ period: ClosedPeriod) -> [(Figure, Ratio)] {
    let reserve = period.reserve
    return period.indicators.map { (.indicator($0.kind), $0.inputs) }
      + [
        (.gate, period.gate.ratio),
        (.reserveRequired, Ratio(reserve?.required.amount ?? 0, 1)),
        (.reserveFormed, Ratio(reserve?.formed.amount ?? 0, 1)),
      ]
  }
}
