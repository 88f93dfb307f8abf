import RevolvingFund
import Testing

struct BooksTests {
  private func movement(
    _ account: AccountCode, _ month: Month, debit: Rupiah = 0, credit: Rupiah = 0
  ) -> TrialBalance.Movement {
    TrialBalance.Movement(account: account, month: month, debit: debit, credit: credit)
  }

  @Test func `balances are positive on an account's usual side`() {
    let trial = TrialBalance(
      asOf: "2017-12-31",
      movements: [
        movement(.bank, "2016-01", debit: 100, credit: 30),
        movement(.savings, "2016-02", debit: 5, credit: 25),
        movement(.loanLossReserve, "2017-03", credit: 50),
        movement(.serviceCharge, "2016-03", credit: 7),
        movement(.serviceCharge, "2017-03", credit: 4),
        movement(.bankFees, "2017-03", debit: 3), movement(.bank, "2018-01", debit: 999),
      ])
    #expect(trial.balance(.bank) == 70)
    #expect(trial.balance(.savings) == 20)
    #expect(trial.balance(.loanLossReserve) == -50)
    #expect(trial.balance(.serviceCharge) == 11)
    #expect(trial.yearToDate(.serviceCharge) == 4)
    #expect(trial.yearToDate(.bank) == .zero)
    #expect(trial.incomeOfYear == 4 && trial.costOfYear == 3 && trial.profitOfYear == 1)
    #expect(trial.unclosedPriorProfit == 7)
    #expect(trial.balance(.misuseReceivable) == .zero)
  }

  @Test func `a sheet balances whatever is posted, in whichever year`() {
    var random = SeededGenerator.announced()
    let accounts = ChartOfAccounts.standard.map(\.code).filter { $0 != .writtenOffLoans }
    for _ in 0..<200 {
      let movements = (0..<40).flatMap { _ -> [TrialBalance.Movement] in
        let month = ("2015-01" as Month).adding(.random(in: 0..<36, using: &random))
        let amount = Rupiah(.random(in: 1...Rupiah.limit.amount, using: &random))
        let pair = accounts.shuffled(using: &random)
        return [
          movement(pair[0], month, debit: amount), movement(pair[1], month, credit: amount),
        ]
      }
      let day = ("2015-01" as Month).adding(.random(in: 0..<36, using: &random)).last
      let trial = TrialBalance(asOf: day, movements: movements)
      let sheet = BalanceSheet(trial, chart: ChartOfAccounts.standard)
      #expect(sheet.totalAssets == sheet.totalLiabilitiesAndEquity)
      #expect(sheet.equity.allSatisfy { $0.account.code.kind == .equity && $0.balance != .zero })
    }
  }

  @Test func `the chart has each account once, all with a class, none for the board's spending`() {
    let codes = ChartOfAccounts.standard.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes == codes.sorted())
    #expect(AccountCode.controlled.isSubset(of: codes))
    #expect(
      codes.filter { $0.kind == .cost }.map(\.number) == [
        51010, 51020, 51030, 51040, 51050, 51060, 51070, 51080, 51090,
      ])
  }

  @Test(arguments: [
    (AccountCode.bank, AccountCode.otherIncome, VoucherKind.cashReceipt),
    (.bankFees, .bank, .cashPayment), (.cash, .bank, .transfer),
    (.savingsBank, .savingsCash, .transfer),
    (.provision, .loanLossReserve, .transfer), (.savingsCash, .savings, .cashReceipt),
  ])
  func `a voucher is money in, money out or neither`(
    debit: AccountCode, credit: AccountCode, kind: VoucherKind
  ) {
    #expect(VoucherKind([Posting(debit: debit, credit: credit, amount: 1)]) == kind)
  }

  @Test func `voucher numbers are written with kind, year and four digits`() {
    #expect(
      VoucherNumber(kind: .cashReceipt, year: 2017, number: 12).description == "KM-2017-0012")
    #expect(VoucherKind.allCases.map(\.rawValue) == ["KM", "KK", "PB"])
  }
}

@Test func `an account list shows income of the year alone, and what earlier years left in 31040`()
{
  func moved(_ account: Int32, _ month: String, debit: Int64 = 0, credit: Int64 = 0)
    -> TrialBalance.Movement
  {
    TrialBalance.Movement(
      account: AccountCode(account), month: Month(parsing: month) ?? Month(year: 1900, month: 1),
      debit: Rupiah(debit), credit: Rupiah(credit))
  }
  let trial = TrialBalance(
    asOf: Month(year: 2017, month: 12).last,
    movements: [
      moved(11021, "2016-05", debit: 700), moved(41010, "2016-05", credit: 700),
      moved(11021, "2017-03", debit: 50), moved(41020, "2017-03", credit: 50),
    ])
  #expect(trial.stated(.serviceCharge) == .zero)
  #expect(trial.stated(.otherIncome) == Rupiah(50))
  #expect(trial.stated(.priorProfit) == Rupiah(700))
  #expect(trial.stated(.bank) == Rupiah(750))
}
