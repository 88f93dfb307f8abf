import RevolvingFund

/// Loans and books such as a UPK has: groups of five, 1.5 % a month, paid in part.
enum CoreSample {
  private static let id = UPKID(1)
  private static let firstDay: Int32 = 16_810

  /// So many days after the pay-out, which is on 10 January 2016.
  static func day(_ number: Int) -> Day { Day(epochDays: firstDay + Int32(number)) }

  /// 10 million rupiah for a group of five, on which nothing was paid.
  static func loan(_ number: Int64, months: Int) -> Loan {
    Loan(
      id: LoanID(id, number), ksm: KSMID(id, number), application: ApplicationID(id, number),
      terms: LoanTerms(
        months: months, rate: MonthlyRate(millionths: 15_000), method: .flat, roundUnit: 100,
        earlySettlement: .waive),
      shares: (1...5).map { Share(member: $0, amount: Rupiah(2_000_000)) }, disbursedOn: day(0),
      state: .active, paid: .nothing, waivedServiceCharge: .zero, closedOn: nil)
  }

  /// Payments over 1,000 days, of one amount.
  static func entries(_ count: Int, of amount: Rupiah) -> [LoanLedger.Entry] {
    (1...count).map { number in
      LoanLedger.Entry(on: day(number * 1000 / count), number: Int64(number), amount: amount)
    }
  }

  /// The fifth installment, paid on its due day with a receipt, as most are.
  static func repayment() -> (RecordRepayment, Facts, Caller) {
    let due = Rupiah(1_150_000)
    let entries = (1...4).map { number in
      LoanLedger.Entry(on: day(number * 30), number: Int64(number), amount: due)
    }
    var loan = loan(1, months: 10)
    let ledger = LoanLedger(schedule: loan.schedule, rule: .waive, entries: entries)
    loan.paid = ledger.paid
    loan.memberPaid = loan.shares.map { _ in Rupiah(4 * 230_000) }
    var facts = Facts()
    facts.heads[id] = Head(
      stream: id, latestDay: day(140),
      counters: [Counter.repayment.name: 41, Counter.receipt(year: 2016).name: 41])
    facts.loans[loan.id] = loan
    facts.payments[loan.id] = entries
    let command = RecordRepayment(
      loan: loan.id, amount: due, account: .cash, reference: "KW-0042", day: day(152))
    let caller = Caller(principal: PrincipalID(1), person: PersonID(1), today: day(152))
    return (command, facts, caller)
  }

  static let unit: UPK = {
    guard let code = Code("mentari"), let region = RegionCode("92.71.01.1001") else {
      preconditionFailure("neither code is one")
    }
    return UPK(
      id: id, code: code, name: "Mentari", bkm: code, region: region,
      operatingSince: Month(year: 2015, month: 1), ranEarlierProgramme: false, liveFrom: day(0))
  }()

  /// 50 loans; every fifth stopped paying after its third installment.
  static func book() -> LoanBook {
    LoanBook(
      loans: (1...50).map { number in
        let entries = (1...(number % 5 == 0 ? 3 : 7)).map { month in
          LoanLedger.Entry(on: day(month * 30), number: Int64(month), amount: Rupiah(1_150_000))
        }
        return LoanHistory(loan: loan(Int64(number), months: 10), entries: entries)
      }, writtenOff: [])
  }

  /// Eight months of lending, income and cost.
  static func movements() -> [TrialBalance.Movement] {
    func moved(_ account: AccountCode, _ month: Month, _ debit: Int64, _ credit: Int64)
      -> TrialBalance.Movement
    {
      TrialBalance.Movement(
        account: account, month: month, debit: Rupiah(debit), credit: Rupiah(credit))
    }
    let months = (1...8).map { Month(year: 2016, month: $0) }
    return [moved(.bank, months[0], 600_000_000, 0), moved(.capitalBLM, months[0], 0, 600_000_000)]
      + months.flatMap { month in
        [
          moved(.cash, month, 50_000_000, 9_000_000),
          moved(.loans, month, 60_000_000, 42_500_000),
          moved(.serviceCharge, month, 0, 7_500_000),
          moved(.bankFees, month, 20_000, 0), moved(.bankTax, month, 10_000, 0),
        ]
      }
  }
}
