/// What a UPK's annual pack is made from.
public struct AnnualRecord: Sendable {
  public let upk: UPK
  public let book: LoanBook
  public let chart: [Account]
  /// Up to the year's last day.
  public let movements: [TrialBalance.Movement]
  /// Those of the year.
  public let vouchers: [Voucher]
  public let policies: [LendingPolicy]
  public let budgets: [Budget]
  public let periods: PeriodRecord
  /// December as its close froze it; `nil` while it is open.
  public let december: ClosedPeriod?
  public let closedYears: [ClosedYear]
  public let allocations: [ProfitAllocation]
  /// What binds a meeting that decides now.
  public let profitRule: ProfitRule
  public let oversight: AnnualOversight

  public init(
    upk: UPK, book: LoanBook, chart: [Account], movements: [TrialBalance.Movement],
    vouchers: [Voucher], policies: [LendingPolicy], budgets: [Budget], periods: PeriodRecord,
    december: ClosedPeriod?, closedYears: [ClosedYear], allocations: [ProfitAllocation],
    profitRule: ProfitRule, oversight: AnnualOversight
  ) {
    self.upk = upk
    self.book = book
    self.chart = chart
    self.movements = movements
    self.vouchers = vouchers
    self.policies = policies
    self.budgets = budgets
    self.periods = periods
    self.december = december
    self.closedYears = closedYears
    self.allocations = allocations
    self.profitRule = profitRule
    self.oversight = oversight
  }
}

/// How often a UPK was looked at in a year, and who was heard: counts, since texts may name people.
public struct AnnualOversight: Hashable, Sendable {
  public let supervisions: Int
  public let findings: Int
  /// Findings of any year that had no answer at the year's end.
  public let openFindings: Int
  /// How often borrowers were asked what they owe.
  public let confirmations: Int
  public let complaints: Int
  /// Complaints of any year that had no answer at the year's end.
  public let openComplaints: Int

  public init(
    supervisions: Int, findings: Int, openFindings: Int, confirmations: Int, complaints: Int,
    openComplaints: Int
  ) {
    self.supervisions = supervisions
    self.findings = findings
    self.openFindings = openFindings
    self.confirmations = confirmations
    self.complaints = complaints
    self.openComplaints = openComplaints
  }

  /// The counts of a year from all that was recorded by its last day.
  public init(
    _ year: Int, supervisions: [Supervision], findings: [Finding],
    confirmations: [BalanceConfirmation], complaints: [Complaint]
  ) {
    let end = Month(year: year, month: 12).last
    self.init(
      supervisions: supervisions.count { $0.on.year == year },
      findings: findings.count { $0.on.year == year },
      openFindings: findings.count { $0.answer(asOf: end) == nil },
      confirmations: confirmations.count { $0.on.year == year },
      complaints: complaints.count { $0.on.year == year },
      openComplaints: complaints.count { $0.answer(asOf: end) == nil })
  }
}
