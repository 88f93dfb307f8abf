import FundAPI
import RevolvingFund
import SwiftProtobuf
import Testing

private let malabutor = code("malabutor")

private func sheet(_ nets: [(Int32, Int64)]) -> Bergulir_V1_Capital {
  let trial = TrialBalance(
    asOf: day(2017, 12, 31),
    movements: nets.map { account, net in
      TrialBalance.Movement(
        account: AccountCode(account), month: Month(year: 2017, month: 3),
        debit: Rupiah(max(0, net)), credit: Rupiah(max(0, -net)))
    })
  return Bergulir_V1_Capital(CapitalSheet(trial), of: malabutor)
}

@Test func `capital is shown by source, beside where it is and whose savings are kept`() {
  let wire = sheet([
    (31010, -1), (31020, -20), (31030, -300), (11030, 7), (11010, 8), (11021, 9), (21020, -5),
    (11012, 2), (11022, 3), (41020, -400), (51060, 101), (51090, 6), (12020, 11),
  ])
  #expect(wire.upk == "upks/malabutor" && wire.asOf == "2017-12-31")
  #expect([wire.p2Kp, wire.blm, wire.other, wire.total] == [1, 20, 300, 321])
  #expect([wire.lent, wire.cash, wire.bank] == [7, 8, 9])
  #expect([wire.savings, wire.savingsCash, wire.savingsBank] == [5, 2, 3])
  #expect(wire.savingsCovered)
  #expect(wire.use.income == 400 && wire.use.operatingCost == 101 && wire.use.otherCost == 6)
  #expect(wire.use.purchases == 11 && wire.use.priorProfit == 0 && wire.use.unspent == 282)
  #expect(!wire.use.fundEroded && wire.use.operatingPercent == "25.25")
  #expect(!wire.use.operatingWithinLimit)
}

@Test func `a figure near the limit shows on which side it is`() {
  let over = sheet([(41020, -400_000), (51060, 100_001)]).use
  #expect(over.operatingPercent == "25.0003" && !over.operatingWithinLimit)
  let on = sheet([(41020, -400_000), (51060, 100_000)]).use
  #expect(on.operatingPercent == "25.00" && on.operatingWithinLimit)
  let none = sheet([(51060, 1), (21020, -1)])
  #expect(none.use.operatingPercent.isEmpty && none.use.fundEroded && !none.savingsCovered)
}

@Test func `savings are those of a day`() {
  let account = SavingsAccount(movements: [
    SavingsAccount.Movement(on: day(2017, 1, 5), amount: Rupiah(50)),
    SavingsAccount.Movement(on: day(2017, 2, 5), amount: Rupiah(50)),
    SavingsAccount.Movement(on: day(2017, 2, 9), amount: Rupiah(-30)),
  ])
  let wire = Bergulir_V1_Savings(account, of: 3, in: malabutor, asOf: day(2017, 4, 1))
  #expect(wire.ksm == "upks/malabutor/ksms/3" && wire.asOf == "2017-04-01")
  #expect(wire.balance == 70 && wire.lastDeposit == "2017-02-05")
  #expect(wire.monthsSaved == 0 && wire.longestRun == 2)
  let early = Bergulir_V1_Savings(account, of: 3, in: malabutor, asOf: day(2017, 1, 4))
  #expect(early.balance == 0 && early.lastDeposit.isEmpty && early.longestRun == 0)
}
