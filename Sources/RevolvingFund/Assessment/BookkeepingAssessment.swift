/// The assessment of a UPK's bookkeeping over the three months that ended last (rules.md 3.8;
/// ruling 23).
///
/// Adequate (memadai) takes eight of ten items, the five about money among them, and a budget:
/// without one bookkeeping is never adequate.
public struct BookkeepingAssessment: Hashable, Sendable {
  public let asOf: Day
  /// The three months, oldest first.
  public let months: [Month]
  public let results: [AssessmentResult]

  /// The last day of the next month on which a month is closed in time.
  static let closingDay: Int32 = 5
  /// How long a voucher of the cash book may wait, in days.
  static let patience = 5

  /// The last of the three months.
  public static func lastMonth(asOf day: Day) -> Month {
    IndicatorSheet.lastMonthEnd(day).month
  }

  public init(_ record: AssessmentRecord, asOf day: Day) {
    asOf = day
    let last = BookkeepingAssessment.lastMonth(asOf: day)
    months = [last.adding(-2), last.adding(-1), last]
    results = [
      record.budgetApproved(of: last.year, on: day), record.cashBook,
      record.cashCount(months), record.bankReconciled(months), record.ledgersAgree,
      record.reserveFormed, record.closedInTime(months),
      AssessmentRecord.paper(.boardReport, months, has: record.papers.boardReports),
      AssessmentRecord.paper(.noticeSheet, months, has: record.papers.noticeSheets),
      record.supervision(months),
    ]
  }

  public var passed: Int { results.count(where: \.passed) }

  public var isAdequate: Bool {
    let needed = results.filter { $0.item.isMoney || $0.item == .budgetApproved }
    return passed >= 8 && needed.allSatisfy(\.passed)
  }
}

extension AssessmentRecord {
  fileprivate func budgetApproved(of year: Int, on day: Day) -> AssessmentResult {
    let budget = budgets.inForce(year: year, on: day)
    return AssessmentResult(
      .budgetApproved, passed: budget != nil,
      [AssessmentEvidence("year", "\(year)")]
        + (budget.map { [AssessmentEvidence("budget", "\($0.number)")] } ?? []))
  }

  fileprivate var cashBook: AssessmentResult {
    AssessmentResult(
      .cashBook, passed: cashBookLag <= BookkeepingAssessment.patience,
      [
        AssessmentEvidence("days_late", "\(cashBookLag)"),
        AssessmentEvidence("most", "\(BookkeepingAssessment.patience)"),
      ])
  }

  /// A count in every month, and the last of each equal to the ledger.
  fileprivate func cashCount(_ months: [Month]) -> AssessmentResult {
    let last = months.map { month in papers.cashCounts.last { $0.on.month == month } }
    let missing = zip(months, last).filter { $1 == nil }.map(\.0)
    let different = last.compactMap(\.self).filter { $0.counted != $0.ledger }.map(\.on.month)
    return AssessmentResult(
      .cashCount, passed: missing.isEmpty && different.isEmpty,
      [
        AssessmentEvidence("missing", list(missing.map(\.description))),
        AssessmentEvidence("different", list(different.map(\.description))),
      ])
  }

  /// Each bank account with money in it, in every month.
  fileprivate func bankReconciled(_ months: [Month]) -> AssessmentResult {
    let accounts = [AccountCode.bank, .savingsBank].filter {
      $0 == .bank || trial.balance($0) != .zero
    }
    let missing = accounts.flatMap { account in
      months.filter { month in
        !papers.reconciliations.contains {
          $0.account == account && $0.month == month && $0.isReconciled
        }
      }.map { "\(account.number)/\($0)" }
    }
    return AssessmentResult(
      .bankReconciled, passed: missing.isEmpty,
      [AssessmentEvidence("missing", list(missing))])
  }

  fileprivate var ledgersAgree: AssessmentResult {
    let loans = trial.balance(.loans)
    let savings = trial.balance(.savings)
    return AssessmentResult(
      .ledgersAgree, passed: loans == portfolio.outstanding && savings == groupSavings,
      [
        AssessmentEvidence("loans_ledger", "\(loans.amount)"),
        AssessmentEvidence("loans", "\(portfolio.outstanding.amount)"),
        AssessmentEvidence("savings_ledger", "\(savings.amount)"),
        AssessmentEvidence("savings", "\(groupSavings.amount)"),
      ])
  }

  /// A UPK that forms no reserve is held against the programme's own scheme.
  fileprivate var reserveFormed: AssessmentResult {
    let scheme = scheme == .none ? .standard : scheme
    let required = scheme.required(portfolio.balances)
    let formed = -trial.balance(.loanLossReserve)
    return AssessmentResult(
      .reserveFormed, passed: required <= formed,
      [
        AssessmentEvidence("scheme", scheme.rawValue),
        AssessmentEvidence("required", "\(required.amount)"),
        AssessmentEvidence("formed", "\(formed.amount)"),
      ])
  }

  /// By the first close of each month: opening one again is no delay.
  fileprivate func closedInTime(_ months: [Month]) -> AssessmentResult {
    let late = months.filter { month in
      let first = periods.first { $0.month == month && $0.version == 1 }
      let latest = month.adding(1).first.addingDays(BookkeepingAssessment.closingDay - 1)
      return first.map { latest < $0.closedOn } ?? true
    }
    return AssessmentResult(
      .closedInTime, passed: late.isEmpty,
      [AssessmentEvidence("late", list(late.map(\.description)))])
  }

  fileprivate static func paper(
    _ item: AssessmentItem, _ months: [Month], has: Set<Month>
  ) -> AssessmentResult {
    let missing = months.filter { !has.contains($0) }
    return AssessmentResult(
      item, passed: missing.isEmpty,
      [AssessmentEvidence("missing", list(missing.map(\.description)))])
  }

  fileprivate func supervision(_ months: [Month]) -> AssessmentResult {
    let found = papers.inspections.filter { months.contains($0.month) }.max()
    return AssessmentResult(
      .supervision, passed: found != nil,
      found.map { [AssessmentEvidence("on", $0.description)] } ?? [])
  }
}
