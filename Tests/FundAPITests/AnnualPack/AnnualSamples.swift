import FundAPI

@testable import RevolvingFund

/// Packs of made-up years: Mentari's, and a large one with a loss and a budget.
enum AnnualSamples {
  static let mentari = pack(
    2017, KeptBoards.mentari,
    [
      (.bank, .capitalBLM, 20_000_000, 2015), (.loans, .bank, 20_000_000, 2015),
      (.bank, .otherIncome, 152_097, 2017), (.bankFees, .bank, 120_000, 2017),
      (.bankTax, .bank, 30_414, 2017),
    ], budget: [])

  static let large = pack(
    2026, KeptBoards.large,
    [
      (.bank, .capitalBLM, 98_765_432_109, 2020), (.loans, .bank, 87_654_321_012, 2020),
      (.savingsBank, .savings, 12_345_678_901, 2021), (.equipment, .bank, 1_234_567_890, 2022),
      (.cash, .serviceCharge, 5_430_000_000, 2026),
      (AccountCode(51010), .cash, 4_010_000_000, 2026),
      (AccountCode(51030), .cash, 1_000_000_000, 2026),
      (AccountCode(51040), .cash, 999_999_999, 2026),
    ],
    budget: [
      (.serviceCharge, 9_430_000_000), (AccountCode(51010), 1_010_000_000),
      (AccountCode(51040), 5_000),
    ])

  /// A pack of one month's movements a year; its indicators are those of the books alone.
  static func pack(
    _ year: Int, _ board: NoticeBoard,
    _ postings: [(debit: AccountCode, credit: AccountCode, amount: Int64, year: Int)],
    budget: [(AccountCode, Int64)], proposed: [ProfitShare] = []
  ) -> AnnualPack {
    let day = Month(year: year, month: 12).last
    let chart = ChartOfAccounts.standard
    let movements = postings.flatMap { posting -> [TrialBalance.Movement] in
      let month = Month(year: posting.year, month: 1)
      let amount = Rupiah(posting.amount)
      return [
        TrialBalance.Movement(
          account: posting.debit, month: month, debit: amount, credit: .zero),
        TrialBalance.Movement(
          account: posting.credit, month: month, debit: .zero, credit: amount),
      ]
    }
    let trial = TrialBalance(asOf: day, movements: movements)
    let empty = PortfolioSums.nothing
    return AnnualPack(
      year: year, isClosed: board.isClosed, board: board,
      balance: BalanceSheet(trial, chart: chart),
      income: IncomeStatement(movements, chart: chart, asOf: day),
      flow: CashFlow(
        postings.filter { $0.year == year }.enumerated().map { voucher($0 + 1, $1) },
        movements: movements, chart: chart, asOf: day),
      equity: EquityChanges(movements, chart: chart, asOf: day), lending: lending(board),
      indicators: (1...12).map { number in
        let end = Month(year: year, month: number).last
        return IndicatorSheet(
          asOf: end, portfolio: empty, trial: TrialBalance(asOf: end, movements: movements),
          operatingSince: Month(year: 2015, month: 1))
      },
      reserve: ReserveReading(scheme: .none, portfolio: empty, trial: trial),
      realisation: BudgetRealisation(
        budget.isEmpty ? nil : approved(year, budget), trial: trial, chart: chart.map(\.code)),
      use: FundUse(trial), proposal: proposal(trial, proposed),
      oversight: AnnualOversight(
        supervisions: 4, findings: 7, openFindings: 2, confirmations: 2, complaints: 3,
        openComplaints: 1))
  }

  private static func proposal(_ trial: TrialBalance, _ shares: [ProfitShare]) -> ProfitProposal {
    do {
      return try ProfitProposal(
        trial, decided: nil, proposed: shares, rule: .standard, par: PortfolioSums.nothing.par)
    } catch {
      preconditionFailure("the samples propose what is allowed")
    }
  }

  private static func lending(_ board: NoticeBoard) -> AnnualLending {
    AnnualLending(
      loans: 24, lent: board.traffic.lent, due: .nothing, paid: .nothing, overdue: .nothing,
      opening: board.outstanding - board.traffic.lent, closing: board.outstanding)
  }

  private static func approved(_ year: Int, _ lines: [(AccountCode, Int64)]) -> Budget {
    Budget(
      upk: UPKID(1), number: 1, year: year,
      lines: lines.map { Budget.Line($0, Rupiah($1)) },
      proposedOn: Month(year: year, month: 1).first, proposedBy: PersonID(1),
      approval: nil)
  }

  private static func voucher(
    _ number: Int, _ posting: (debit: AccountCode, credit: AccountCode, amount: Int64, year: Int)
  ) -> Voucher {
    let day = Month(year: posting.year, month: 1).first
    return Voucher(
      number: VoucherNumber(kind: .transfer, year: posting.year, number: Int64(number)),
      bookedOn: day, description: "-", reference: nil,
      postings: [
        Posting(debit: posting.debit, credit: posting.credit, amount: Rupiah(posting.amount))
      ])
  }
}
