/// What an indicator says of a UPK (rules.md 3.7).
public enum PerformanceCategory: String, Hashable, Sendable, CaseIterable {
  /// Memuaskan.
  case satisfactory = "SATISFACTORY"
  /// Minimal.
  case minimum = "MINIMUM"
  /// Penundaan.
  case suspended = "SUSPENDED"
  /// Nothing to divide by. Never shown as 0 or 100 %.
  case notRated = "NOT_RATED"
}

/// The five indicators, by the names that the programme uses.
public enum IndicatorKind: String, Hashable, Sendable, CaseIterable {
  /// Loans at risk: the share of borrowing KSM three or more months late. A count of KSM, not
  /// money.
  case lar = "LAR"
  /// Portfolio at risk: the share of outstanding principal in loans three or more months late.
  case par = "PAR"
  /// Cost coverage: income over cost, from 1 January.
  case ccr = "CCr"
  /// Return on investment: net profit from 1 January, for a whole year, over capital.
  case roi = "ROI"
  /// Repayment rate: the share of outstanding principal that is not overdue by three months.
  case rr = "RR"

  /// The whole percentages at which the category changes.
  public var boundaries: [Int64] {
    switch self {
    case .lar, .par: [10, 20]
    case .ccr: [100, 125]
    case .roi: [0, 10]
    case .rr: [80, 90]
    }
  }

  /// Decimals shown where no boundary asks for more (rules.md 0, ruling 14).
  public var decimals: Int { self == .roi ? 4 : 2 }

  /// The category of an exact ratio; never of a rounded figure.
  public func category(of ratio: Ratio) -> PerformanceCategory {
    guard ratio.isRated else { return .notRated }
    func at(_ percent: Int64) -> Ordering { ratio.compared(toPercent: percent) }
    return switch self {
    case .lar, .par:
      at(10) == .below ? .satisfactory : at(20) == .below ? .minimum : .suspended
    case .ccr:
      at(125) == .above ? .satisfactory : at(100) == .below ? .suspended : .minimum
    case .roi:
      at(10) == .above ? .satisfactory : at(0) == .below ? .suspended : .minimum
    case .rr:
      at(90) != .below ? .satisfactory : at(80) != .below ? .minimum : .suspended
    }
  }
}
