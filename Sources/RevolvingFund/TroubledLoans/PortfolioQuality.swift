/// PAR as published, and as it is when neither restructuring nor write-off may dress it
/// (rules.md 2.9, B-55 and B-58).
public struct PortfolioQuality: Hashable, Sendable {
  public let asOf: Day
  /// Outstanding principal of all loans, and of those of class 3 to 5.
  public let outstanding: Rupiah
  public let atRisk: Rupiah
  /// The part of each that stands on loans that follow a restructured one.
  public let restructured: Rupiah
  public let restructuredAtRisk: Rupiah
  /// How many such loans have a balance.
  public let restructuredLoans: Int
  /// Principal written off in the last twelve months and not recovered: W of ruling 3.
  public let writtenOff: Rupiah
  /// What is still claimed of all loans ever written off.
  public let claims: PaidTotals

  /// The quality of a UPK's loans at the end of a day.
  public init(_ portfolio: PortfolioSums, writtenOff: [WriteOff], asOf day: Day) {
    let claims = writtenOff.map { $0.claim(asOf: day) }
    asOf = day
    outstanding = portfolio.outstanding
    atRisk = portfolio.atRisk
    restructured = portfolio.restructured.balance
    restructuredAtRisk = portfolio.restructured.atRisk
    restructuredLoans = Int(portfolio.restructured.loans)
    self.writtenOff = writtenOff.total { $0.counted(on: day) }
    self.claims = PaidTotals(
      principal: claims.total(\.principal), serviceCharge: claims.total(\.serviceCharge))
  }

  /// As published: restructured loans by their class, written-off ones not at all.
  public var par: Ratio { Ratio(atRisk.amount, outstanding.amount) }

  /// Without the loans that follow a restructured one, above the line and below.
  public var withoutRestructured: Ratio {
    Ratio((atRisk - restructuredAtRisk).amount, (outstanding - restructured).amount)
  }

  /// With every loan that follows a restructured one at risk, whatever its class.
  public var withRestructured: Ratio {
    Ratio((atRisk - restructuredAtRisk + restructured).amount, outstanding.amount)
  }

  /// With what was written off in the last twelve months, as the gate reads it.
  public var withWriteOffs: Ratio {
    Ratio((atRisk + writtenOff).amount, (outstanding + writtenOff).amount)
  }

  /// With both.
  public var withBoth: Ratio {
    Ratio(
      (atRisk - restructuredAtRisk + restructured + writtenOff).amount,
      (outstanding + writtenOff).amount)
  }
}
