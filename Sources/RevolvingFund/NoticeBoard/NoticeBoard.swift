/// What became of a village's money, as its notice board shows it at the end of a month
/// (rules.md 6, P-15).
///
/// It counts and sums, and names nobody.
public struct NoticeBoard: Hashable, Sendable {
  public let month: Month
  /// Whether the month was closed, so that its figures stay as they are.
  public let isClosed: Bool
  /// Whom the UPK may lend to: of a closed month what its close gave.
  public let category: AuthorityCategory
  public let capital: CapitalSheet
  /// All five classes, the best first.
  public let classes: [ClassLine]
  /// Groups that owe something, and their members with a share in it.
  public let groups: Int
  public let borrowers: Int
  /// Principal written off in the last twelve months and not recovered (rules.md 2.9, B-58).
  public let writtenOff: Rupiah
  public let traffic: Traffic
  /// Twelve months, the last of them the sheet's.
  public let readings: [Reading]
  /// From 1 January to the month's end.
  public let income: Rupiah
  public let cost: Rupiah

  public var outstanding: Rupiah { classes.total(\.balance) }
  public var profit: Rupiah { income - cost }
  /// PAR at the month's end.
  public var par: Indicator { Indicator(.par, Ratio(atRisk.amount, outstanding.amount)) }
  /// PAR as if nothing had been written off in the last twelve months.
  public var parWithWriteOffs: Indicator {
    Indicator(.par, Ratio((atRisk + writtenOff).amount, (outstanding + writtenOff).amount))
  }

  private var atRisk: Rupiah { classes.filter(\.collectability.isAtRisk).total(\.balance) }

  /// The loans of one class.
  public struct ClassLine: Hashable, Sendable {
    public let collectability: Collectability
    public let loans: Int
    public let balance: Rupiah

    public init(collectability: Collectability, loans: Int, balance: Rupiah) {
      self.collectability = collectability
      self.loans = loans
      self.balance = balance
    }
  }

  /// What went out to groups and came back from them in the month.
  public struct Traffic: Hashable, Sendable {
    public let loans: Int
    public let lent: Rupiah
    public let principal: Rupiah
    public let serviceCharge: Rupiah

    public init(loans: Int, lent: Rupiah, principal: Rupiah, serviceCharge: Rupiah) {
      self.loans = loans
      self.lent = lent
      self.principal = principal
      self.serviceCharge = serviceCharge
    }
  }

  /// One month of the plots: PAR at its end, income and cost of the month alone.
  public struct Reading: Hashable, Sendable {
    public let month: Month
    public let par: Indicator
    public let income: Rupiah
    public let cost: Rupiah

    public init(month: Month, par: Indicator, income: Rupiah, cost: Rupiah) {
      self.month = month
      self.par = par
      self.income = income
      self.cost = cost
    }
  }

  /// How many months the plots show.
  public static let months = 12
}

extension NoticeBoard {
  /// The sheet of a month from every loan, the movements up to its end, and what its close gave or,
  /// before that, the authority of its last day.
  public init(
    _ month: Month, book: LoanBook, movements: [TrialBalance.Movement], periods: PeriodRecord,
    closed: ClosedPeriod?
  ) {
    let day = month.last
    let portfolio = Portfolio(book.loans.positions(asOf: day))
    let trial = TrialBalance(asOf: day, movements: movements)
    self.month = month
    isClosed = closed != nil
    category =
      closed?.category ?? LendingAuthority(book: book, periods: periods, on: day).category
    capital = CapitalSheet(trial)
    classes = Collectability.allCases.map { collectability in
      ClassLine(
        collectability: collectability, loans: portfolio.loans(in: collectability),
        balance: portfolio.balances[collectability] ?? .zero)
    }
    groups = Set(portfolio.positions.map(\.ksm)).count
    borrowers = book.borrowers(in: portfolio)
    writtenOff = book.writtenOff.total { $0.counted(on: day) }
    traffic = Traffic(book, in: month)
    readings = (1 - NoticeBoard.months...0).map { offset in
      Reading(month.adding(offset), book: book, movements: movements)
    }
    income = trial.incomeOfYear
    cost = trial.costOfYear
  }
}

extension NoticeBoard.Reading {
  fileprivate init(_ month: Month, book: LoanBook, movements: [TrialBalance.Movement]) {
    let trial = TrialBalance(asOf: month.last, movements: movements)
    let before = TrialBalance(asOf: month.adding(-1).last, movements: movements)
    let isJanuary = month.month == 1
    self.init(
      month: month, par: Portfolio(book.loans.positions(asOf: month.last)).par,
      income: trial.incomeOfYear - (isJanuary ? .zero : before.incomeOfYear),
      cost: trial.costOfYear - (isJanuary ? .zero : before.costOfYear))
  }
}

extension NoticeBoard.Traffic {
  fileprivate init(_ book: LoanBook, in month: Month) {
    let lent = book.lent.map(\.loan).filter { $0.disbursedOn.month == month }
    let paid = book.loans.flatMap(\.payments).filter { $0.on.month == month }
    self.init(
      loans: lent.count, lent: lent.total(\.principal), principal: paid.total(\.paid.principal),
      serviceCharge: paid.total(\.paid.serviceCharge))
  }
}

extension LoanBook {
  /// Members with a share in a loan that is not repaid; one with several counts once.
  fileprivate func borrowers(in portfolio: Portfolio) -> Int {
    let open = Set(portfolio.positions.map(\.loan))
    return Set(
      loans.map(\.loan).filter { open.contains($0.id) }
        .flatMap { loan in loan.shares.map { MemberKey(ksm: loan.ksm, member: $0.member) } }
    ).count
  }

  private struct MemberKey: Hashable {
    let ksm: KSMID
    let member: Int64
  }
}
