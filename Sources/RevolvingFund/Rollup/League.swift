/// Places in the order of one indicator, best first.
///
/// Exact ratios are compared, equal ones share a place, and what is not rated comes last without
/// one.
public struct League: Hashable, Sendable {
  public let kind: IndicatorKind
  public let rows: [Row]

  /// A place with its rank.
  public struct Row: Hashable, Sendable {
    /// From 1; `nil` for a place that is not rated.
    public let rank: Int?
    public let rollup: Rollup

    public init(rank: Int?, rollup: Rollup) {
      self.rank = rank
      self.rollup = rollup
    }
  }

  public init(of rollups: [Rollup], by kind: IndicatorKind) {
    func ratio(_ rollup: Rollup) -> Ratio? {
      rollup[kind].map(\.judged).flatMap { $0.isRated ? $0 : nil }
    }
    let rated = rollups.compactMap { rollup in ratio(rollup).map { (rollup, $0) } }
    let sorted = rated.enumerated().sorted { left, right in
      switch kind.merit(of: left.element.1, against: right.element.1) {
      case .above: true
      case .below: false
      case .equal: left.offset < right.offset
      }
    }
    var rows: [Row] = []
    var last: (rank: Int, ratio: Ratio)?
    for (rollup, ratio) in sorted.map(\.element) {
      let isTied = last.map { kind.merit(of: $0.ratio, against: ratio) == .equal } ?? false
      let rank = isTied ? last?.rank ?? 1 : rows.count + 1
      rows.append(Row(rank: rank, rollup: rollup))
      last = (rank, ratio)
    }
    self.kind = kind
    self.rows = rows + rollups.filter { ratio($0) == nil }.map { Row(rank: nil, rollup: $0) }
  }
}

extension IndicatorKind {
  /// Whether a figure is better than another: little is good of LAR and PAR, much of the others.
  func merit(of left: Ratio, against right: Ratio) -> Ordering {
    switch self {
    case .lar, .par: right.compared(to: left)
    case .ccr, .roi, .rr: left.compared(to: right)
    }
  }
}

extension Ratio {
  /// Compares two rated fractions exactly.
  func compared(to other: Ratio) -> Ordering {
    precondition(isRated && other.isRated, "an unrated fraction has no order")
    return Ordering(
      Int128(numerator) * Int128(other.denominator), Int128(other.numerator) * Int128(denominator))
  }
}
