/// What stands on loans by class, of one UPK or of several together (rules.md 6, P-06).
public struct ClassFigures: Hashable, Sendable {
  /// Loans with a balance.
  public var loans: Int
  private var balances: [Collectability: Rupiah]

  /// Of a UPK's loans at the end of a day.
  public init(_ portfolio: Portfolio) {
    loans = portfolio.positions.count
    balances = portfolio.balances
  }

  private init() {
    loans = 0
    balances = [:]
  }

  /// Outstanding principal of a class.
  public subscript(collectability: Collectability) -> Rupiah {
    balances[collectability] ?? .zero
  }

  public var outstanding: Rupiah { Collectability.allCases.total { self[$0] } }
  /// Of classes 3 to 5.
  public var atRisk: Rupiah { Collectability.allCases.filter(\.isAtRisk).total { self[$0] } }
  /// The ratio of the sums (rules.md 3.1).
  public var par: Indicator { Indicator(.par, Ratio(atRisk.amount, outstanding.amount)) }
}

extension ClassFigures: AreaFigures {
  public static var nothing: ClassFigures { ClassFigures() }

  public static func += (left: inout ClassFigures, right: ClassFigures) {
    left.loans += right.loans
    left.balances.merge(right.balances) { $0 + $1 }
  }
}
