import Testing

@testable import RevolvingFund

/// The controls of rules.md 2.12 (1) to (5) on books of a test, and that no report says another sum
/// than the others.
extension Books {
  /// Expects that every report of a day agrees with the books of that day.
  func expectReportsAgree(asOf day: Day, _ note: String = "") throws {
    let book = try #require(facts.portfolios[upk])
    let chart = try #require(charts[upk])
    let movements = movements(upTo: day)
    let quality = DataQuality(
      book, movements: movements, chart: chart, savings: facts.savingsPools[upk] ?? .empty,
      reserveMissing: .zero, monthsNotClosed: 0, keptCash: [], asOf: day)
    #expect(quality.broken == [], "\(day), \(note)")
    try expectStatementsAgree(movements, chart, asOf: day, note)
    let progress = LoanProgress(book.loans, asOf: day)
    for line in progress.lines {
      let history = try #require(book[line.loan.id])
      let card = try #require(
        LoanCard(history, repayments: facts.repayments[line.loan.id] ?? [], asOf: day))
      #expect(card.balance == line.figures.outstanding, "card on \(day), \(note)")
      #expect(card.totalPaid.principal == line.figures.toDate.principal, "\(day), \(note)")
      #expect(
        card.totalPaid.serviceCharge == line.figures.toDate.serviceCharge, "\(day), \(note)")
    }
    let portfolio = Portfolio(book.loans.positions(asOf: day))
    for kind in [LoanIndicator.lar, .par, .rr] {
      let explanation = IndicatorExplanation(kind, portfolio, asOf: day)
      #expect(explanation.inputs == explanation.indicator.inputs, "\(kind) on \(day), \(note)")
    }
    expectResultsExplained(asOf: IndicatorSheet.lastMonthEnd(day), note)
  }

  private func expectStatementsAgree(
    _ movements: [TrialBalance.Movement], _ chart: [Account], asOf day: Day, _ note: String
  ) throws {
    let trial = TrialBalance(asOf: day, movements: movements)
    let known = vouchers.filter { $0.bookedOn <= day }.sorted { $0.bookedOn < $1.bookedOn }
    let income = IncomeStatement(movements, chart: chart, asOf: day)
    #expect(income.profit.year == trial.profitOfYear, "\(day), \(note)")
    let flow = CashFlow(known, movements: movements, chart: chart, asOf: day)
    let money = AccountCode.money.total(trial.balance)
    #expect(flow.month.closing == money && flow.year.closing == money, "\(day), \(note)")
    let sheet = BalanceSheet(trial, chart: chart)
    let changes = EquityChanges(movements, chart: chart, asOf: day)
    #expect(changes.totalClosing == sheet.equity.total(\.balance), "\(day), \(note)")
    let turnover = TrialBalanceSheet(movements, chart: chart, asOf: day)
    #expect(turnover.totalOpening == .zero && turnover.totalDebit == turnover.totalCredit)
    #expect(turnover.totalClosingDebit == turnover.totalClosingCredit, "\(day), \(note)")
    for account in chart {
      let ledger = AccountLedger(
        account, vouchers: known.filter { day.month.first <= $0.bookedOn && !$0.closesYear },
        movements: self.movements(upTo: day.month.first.addingDays(-1)), from: day.month.first,
        until: day)
      #expect(ledger.closing == trial.stated(account.code), "\(account.code), \(note)")
    }
  }

  private func expectResultsExplained(asOf day: Day, _ note: String) {
    let trial = trial(asOf: day)
    let sheet = IndicatorSheet(
      asOf: day, portfolio: .nothing, trial: trial, operatingSince: "2010-01")
    for kind in [BookIndicator.ccr, .roi] {
      let explanation = IndicatorExplanation(kind, sheet, trial: trial, vouchers: vouchers)
      let counted = Ratio(explanation.numerator, max(0, explanation.denominator))
      #expect(counted == explanation.indicator.inputs, "\(kind) on \(day), \(note)")
    }
  }
}

extension IndicatorExplanation {
  /// What the items sum to.
  var inputs: Ratio { Ratio(numerator, denominator) }
}
