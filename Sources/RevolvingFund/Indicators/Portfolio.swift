/// All loans of a UPK with an outstanding balance at the end of a day.
public struct Portfolio: Hashable, Sendable {
  public let positions: [LoanPosition]

  /// Keeps the positions with outstanding principal; loans of other UPK must not be among them.
  public init(_ positions: some Sequence<LoanPosition>) {
    self.positions = positions.filter { $0.outstanding > .zero }
  }

  public var outstanding: Rupiah { positions.total(\.outstanding) }

  /// The whole balance of loans in class 3 to 5, not only their overdue part (rules.md 3.3).
  public var atRisk: Rupiah {
    positions.filter(\.collectability.isAtRisk).total(\.outstanding)
  }

  /// Outstanding principal by class; a class without loans is absent.
  public var balances: [Collectability: Rupiah] {
    Dictionary(grouping: positions, by: \.collectability).mapValues { $0.total(\.outstanding) }
  }

  /// How many loans stand in a class.
  public func loans(in class: Collectability) -> Int {
    positions.count { $0.collectability == `class` }
  }

  /// KSM at risk over KSM with a balance; one with several loans counts once (rules.md 3.2).
  public var lar: Indicator {
    let borrowing = Set(positions.map(\.ksm))
    let late = Set(positions.filter(\.collectability.isAtRisk).map(\.ksm))
    return Indicator(.lar, Ratio(Int64(late.count), Int64(borrowing.count)))
  }

  public var par: Indicator {
    Indicator(.par, Ratio(atRisk.amount, outstanding.amount))
  }

  public var rr: Indicator {
    let overdue = positions.total(\.overduePrincipalThreeMonths)
    return Indicator(.rr, Ratio((outstanding - overdue).amount, outstanding.amount))
  }
}
