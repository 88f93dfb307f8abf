/// What the assessment of a UPK's bookkeeping is computed from.
public struct AssessmentRecord: Hashable, Sendable {
  public let budgets: [Budget]
  /// Every version of the closed months.
  public let periods: [ClosedPeriod]
  /// The books at the end of the last of the three months.
  public let trial: TrialBalance
  /// The loans on that day.
  public let portfolio: Portfolio
  /// What the groups have saved by that day, summed from their own accounts.
  public let groupSavings: Rupiah
  /// The scheme in force on that day.
  public let scheme: ReserveScheme
  /// The longest that a voucher of the cash book waited in the three months, in days.
  public let cashBookLag: Int
  public let papers: Papers

  public init(
    budgets: [Budget], periods: [ClosedPeriod], trial: TrialBalance, portfolio: Portfolio,
    groupSavings: Rupiah, scheme: ReserveScheme, cashBookLag: Int, papers: Papers
  ) {
    self.budgets = budgets
    self.periods = periods
    self.trial = trial
    self.portfolio = portfolio
    self.groupSavings = groupSavings
    self.scheme = scheme
    self.cashBookLag = cashBookLag
    self.papers = papers
  }

  /// What others put on record beside the journal.
  public struct Papers: Hashable, Sendable {
    /// In the order in which they were made.
    public let cashCounts: [CountedCash]
    /// One for an account and a month: the last version.
    public let reconciliations: [ReconciledAccount]
    /// Months whose report went to the board, and whose sheet hung on the notice board.
    public let boardReports: Set<Month>
    public let noticeSheets: Set<Month>
    public let inspections: [Day]

    public init(
      cashCounts: [CountedCash], reconciliations: [ReconciledAccount], boardReports: Set<Month>,
      noticeSheets: Set<Month>, inspections: [Day]
    ) {
      self.cashCounts = cashCounts
      self.reconciliations = reconciliations
      self.boardReports = boardReports
      self.noticeSheets = noticeSheets
      self.inspections = inspections
    }

    /// Nothing on record.
    public static let none = Papers(
      cashCounts: [], reconciliations: [], boardReports: [], noticeSheets: [], inspections: [])
  }

  /// Cash as counted, beside the ledger of the day.
  public struct CountedCash: Hashable, Sendable {
    public let on: Day
    public let counted: Rupiah
    public let ledger: Rupiah

    public init(on day: Day, counted: Rupiah, ledger: Rupiah) {
      on = day
      self.counted = counted
      self.ledger = ledger
    }
  }

  /// A bank account of which a month was held against the bank's statement.
  public struct ReconciledAccount: Hashable, Sendable {
    public let account: AccountCode
    public let month: Month
    public let isReconciled: Bool

    public init(account: AccountCode, month: Month, isReconciled: Bool) {
      self.account = account
      self.month = month
      self.isReconciled = isReconciled
    }
  }
}
