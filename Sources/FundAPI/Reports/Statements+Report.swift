public import RevolvingFund

extension Bergulir_V1_Report {
  /// Income, then cost, then what is left of them.
  public init(_ statement: IncomeStatement, of upk: Code) {
    func rows(_ lines: [IncomeStatement.Line], _ section: ReportTerm) -> [[ReportCell]] {
      lines.map { line in
        [
          .term(.line), .term(section), .account(line.account.code), .accountName(line.account),
          .amount(line.amounts.month), .amount(line.amounts.year),
        ]
      }
    }
    func sum(
      _ row: ReportTerm, _ section: ReportTerm, _ amounts: IncomeStatement.Amounts
    ) -> [ReportCell] {
      [
        .term(row), .term(section), .none, .none, .amount(amounts.month), .amount(amounts.year),
      ]
    }
    self.init(
      "income-statement", of: upk, asOf: statement.asOf,
      [
        .shown("row", .term), .shown("section", .term), .shown("account", .account),
        .shown("display_name", .accountName), .shown("this_month", .amount),
        .shown("this_year", .amount),
      ],
      rows(statement.income, .income) + [sum(.subtotal, .income, statement.totalIncome)]
        + rows(statement.cost, .cost) + [sum(.subtotal, .cost, statement.totalCost)]
        + [sum(.total, .profit, statement.profit)])
  }

  /// Money by section and counter account, between what there was and what there is.
  public init(_ flow: CashFlow, of upk: Code) {
    func sums(_ row: ReportTerm, _ month: Rupiah, _ year: Rupiah) -> [ReportCell] {
      [.term(row)] + [ReportCell](repeating: .none, count: 7) + [.amount(month), .amount(year)]
    }
    let lines = flow.lines.map { line -> [ReportCell] in
      [
        .term(.line), .term(ReportTerm(line.section)), .account(line.account.code),
        .accountName(line.account),
      ] + line.month.cells + line.year.cells + [
        .amount(line.month.net), .amount(line.year.net),
      ]
    }
    let total: [ReportCell] =
      [.term(.total), .none, .none, .none] + flow.month.flow.cells + flow.year.flow.cells
      + [.amount(flow.month.flow.net), .amount(flow.year.flow.net)]
    self.init(
      "cash-flow", of: upk, asOf: flow.asOf,
      [
        .shown("row", .term), .shown("section", .term), .shown("account", .account),
        .shown("display_name", .accountName), .detail("month_received", .amount),
        .detail("month_paid", .amount), .detail("year_received", .amount),
        .detail("year_paid", .amount), .shown("this_month", .amount), .shown("this_year", .amount),
      ],
      [sums(.opening, flow.month.opening, flow.year.opening)] + lines
        + [total, sums(.closing, flow.month.closing, flow.year.closing)])
  }

  /// Equity by account through the year.
  public init(_ changes: EquityChanges, of upk: Code) {
    let lines = changes.lines.map { line -> [ReportCell] in
      [
        .term(.line), .account(line.account.code), .accountName(line.account),
        .amount(line.opening), .amount(line.profit), .amount(line.added), .amount(line.taken),
        .amount(line.closing),
      ]
    }
    self.init(
      "equity-changes", of: upk, asOf: changes.asOf,
      [
        .shown("row", .term), .shown("account", .account), .shown("display_name", .accountName),
        .shown("opening", .amount), .shown("profit", .amount), .shown("added", .amount),
        .shown("taken", .amount), .shown("closing", .amount),
      ],
      lines + [
        [
          .term(.total), .none, .none, .amount(changes.totalOpening),
          .amount(changes.totalProfit), .amount(changes.totalAdded),
          .amount(changes.totalTaken), .amount(changes.totalClosing),
        ]
      ])
  }

  /// Accounts through the month.
  public init(_ sheet: TrialBalanceSheet, of upk: Code) {
    let lines = sheet.lines.map { line -> [ReportCell] in
      [
        .term(.line), .account(line.account.code), .accountName(line.account),
        .amount(line.opening), .amount(line.debit), .amount(line.credit),
        .amount(line.closingDebit), .amount(line.closingCredit),
      ]
    }
    self.init(
      "trial-balance", of: upk, asOf: sheet.asOf,
      [
        .shown("row", .term), .shown("account", .account), .shown("display_name", .accountName),
        .shown("opening", .amount), .shown("debit", .amount), .shown("credit", .amount),
        .shown("closing_debit", .amount), .shown("closing_credit", .amount),
      ],
      lines + [
        [
          .term(.total), .none, .none, .amount(sheet.totalOpening), .amount(sheet.totalDebit),
          .amount(sheet.totalCredit), .amount(sheet.totalClosingDebit),
          .amount(sheet.totalClosingCredit),
        ]
      ])
  }
}

extension CashFlow.Flow {
  fileprivate var cells: [ReportCell] { [.amount(received), .amount(paid)] }
}
