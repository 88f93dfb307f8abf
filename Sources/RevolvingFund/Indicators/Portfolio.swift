/// All loans of a UPK with an outstanding balance at the end of a day.
public struct Portfolio: Hashable, Sendable {
  public let positions: [LoanPosition]
  /// What they come to.
  public let sums: PortfolioSums

  /// Keeps the positions with outstanding principal; loans of other UPK must not be among them.
  public init(_ positions: some Sequence<LoanPosition>) {
    self.positions = positions.filter { $0.outstanding > .zero }
    sums = PortfolioSums(self.positions)
  }
}

extension Portfolio {
  public var outstanding: Rupiah { sums.outstanding }
  public var atRisk: Rupiah { sums.atRisk }
  public var balances: [Collectability: Rupiah] { sums.balances }
  public var lar: Indicator { sums.lar }
  public var par: Indicator { sums.par }
  public var rr: Indicator { sums.rr }

  /// How many loans stand in a class.
  public func loans(in class: Collectability) -> Int { Int(sums.loans(in: `class`)) }
}
