/// What one UPK is and does, on one page (rules.md 6, P-17).
public struct QuickStatus: Hashable, Sendable {
  public let asOf: Day
  /// The last month closed by the day, and how many that have ended since are not.
  public let closedThrough: Month?
  public let monthsNotClosed: Int
  public let category: AuthorityCategory
  /// Groups and members who ever borrowed, and those who owe now.
  public let groupsServed: Int
  public let groupsBorrowing: Int
  public let membersServed: Int
  public let membersBorrowing: Int
  /// Loans of which money was handed out, since the beginning and this year.
  public let disbursed: Counted
  public let disbursedThisYear: Counted
  public let outstanding: Counted
  /// Loans with overdue principal, and that principal.
  public let arrears: Counted
  /// Loans of class 3 to 5 with their whole balance.
  public let atRisk: Counted
  public let par: Indicator
  /// Principal and service charge that came in this year.
  public let repaidThisYear: Rupiah
  /// Evenings of the last twelve months after which cash above its limit was kept another day.
  public let keptCash: [CashExcess]
  /// Cash above the limit at the end of the day, which has until the next.
  public let dueCash: CashExcess?

  /// A number of loans and their sum.
  public struct Counted: Hashable, Sendable {
    public let count: Int
    public let amount: Rupiah
  }

  /// The status at the end of a day.
  public init(
    _ book: LoanBook, authority: LendingAuthority, operatingSince: Month, cash: CashFlowByDay,
    limits: CashLimits, asOf day: Day
  ) {
    let lent = book.lent.filter { $0.loan.disbursedOn <= day }
    let known = book.loans.filter { $0.loan.disbursedOn <= day && $0.loan.state != .cancelled }
    let portfolio = Portfolio(book.loans.positions(asOf: day))
    let open = Set(portfolio.positions.map(\.loan))
    func borrowers(_ loans: [LoanHistory]) -> Int {
      Set(loans.flatMap { loan in loan.loan.shares.map { [loan.loan.ksm.number, $0.member] } })
        .count
    }
    func counted(_ positions: [LoanPosition], _ amount: (LoanPosition) -> Rupiah) -> Counted {
      Counted(count: positions.count, amount: positions.total(amount))
    }
    func counted(_ loans: [LoanHistory]) -> Counted {
      Counted(count: loans.count, amount: loans.total(\.loan.principal))
    }
    let eve = Month(year: day.year, month: 1).first.addingDays(-1)
    asOf = day
    keptCash = cash.kept(above: limits, asOf: day)
    dueCash = cash.due(above: limits, asOf: day)
    category = authority.category
    closedThrough = authority.lastClosed?.month
    let next = closedThrough?.adding(1) ?? operatingSince
    monthsNotClosed = max(0, day.month.distance(from: next) + (day == day.month.last ? 1 : 0))
    groupsServed = Set(known.map(\.loan.ksm)).count
    groupsBorrowing = Set(portfolio.positions.map(\.ksm)).count
    membersServed = borrowers(known)
    membersBorrowing = borrowers(known.filter { open.contains($0.loan.id) })
    disbursed = counted(lent)
    disbursedThisYear = counted(lent.filter { eve < $0.loan.disbursedOn })
    outstanding = counted(portfolio.positions, \.outstanding)
    arrears = counted(
      portfolio.positions.filter { $0.overduePrincipal > .zero }, \.overduePrincipal)
    atRisk = counted(portfolio.positions.filter(\.collectability.isAtRisk), \.outstanding)
    par = portfolio.par
    repaidThisYear = book.loans.total { ($0.paid(by: day) - $0.paid(by: eve)).total }
  }
}
