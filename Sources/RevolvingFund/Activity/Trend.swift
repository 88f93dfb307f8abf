/// How lending stood in a ward at a month's end (000; rules.md R-050): growth in borrowers and
/// little of class 5 are the signs of success.
public struct TrendPoint: Hashable, Sendable {
  public let region: RegionCode
  public let month: Month
  public let upks: Int
  /// Groups and members with a balance.
  public let groups: Int
  public let borrowers: Int
  public let women: Int
  public let outstanding: Rupiah
  /// What of it is of class 5 (macet).
  public let loss: Rupiah

  /// Reckons a ward's month from the books of its UPK; women are known by their shares.
  public init(
    region: RegionCode, month: Month, books: [LoanBook], women: Set<LoanShareKey>
  ) {
    let open = books.flatMap(\.loans).compactMap { history in
      history.position(asOf: month.last).flatMap {
        $0.outstanding > .zero ? (history.loan, $0) : nil
      }
    }
    let shares = open.flatMap { loan, _ in
      loan.shares.map { (loan, LoanShareKey(loan: loan.id, member: $0.member)) }
    }
    func people(_ shares: [(Loan, LoanShareKey)]) -> Int {
      Set(shares.map { BorrowerKey(ksm: $0.ksm, member: $1.member) }).count
    }
    self.region = region
    self.month = month
    upks = books.count
    groups = Set(open.map(\.0.ksm)).count
    borrowers = people(shares)
    self.women = people(shares.filter { women.contains($0.1) })
    outstanding = open.map(\.1).total(\.outstanding)
    loss = open.map(\.1).filter { $0.collectability == .loss }.total(\.outstanding)
  }

  public var lossPercent: String? {
    Ratio(loss.amount, outstanding.amount).percentText(decimals: 2)
  }
}

/// A member's share of a loan.
public struct LoanShareKey: Hashable, Sendable {
  public let loan: LoanID
  public let member: Int64

  public init(loan: LoanID, member: Int64) {
    self.loan = loan
    self.member = member
  }
}

/// A member of a group, whatever the loan.
private struct BorrowerKey: Hashable {
  let ksm: KSMID
  let member: Int64
}
