import RevolvingFund
import Testing

@testable import FundAPI

private let malabutor = code("malabutor")
private let upk = UPKID(1)
private let october = Month(year: 2016, month: 10)

/// A suspension with one loan of 6,165,000, of which 165,000 came in.
private func authority(recovery: Recovery?) -> LendingAuthority {
  let loan = Loan(
    id: LoanID(upk, 7), ksm: KSMID(upk, 1), application: ApplicationID(upk, 7),
    terms: LoanTerms(
      months: 4, rate: MonthlyRate(millionths: 0), method: .flat, roundUnit: 1,
      earlySettlement: .waive),
    shares: [Share(member: 1, amount: Rupiah(6_165_000))], disbursedOn: day(2016, 5, 10),
    state: .active, paid: .nothing, waivedServiceCharge: .zero, closedOn: nil)
  let paid = PaidTotals(principal: Rupiah(165_000), serviceCharge: .zero)
  let history = LoanHistory(
    loan: loan, payments: [LoanHistory.Payment(on: day(2016, 11, 5), paid: paid)])
  let frozen = FrozenLoan(
    loan: loan.id, collectability: .substandard, overduePrincipal: Rupiah(6_165_000),
    overdueServiceCharge: Rupiah(369_900), finalDue: day(2016, 9, 10))
  let closed = ClosedPeriod(
    upk: upk, month: october, version: 1, closedOn: day(2016, 11, 5), closedBy: PersonID(5),
    indicators: [Indicator(.par, Ratio(6_165_000, 6_165_000))],
    gate: GatePAR(asOf: october.last, ratio: Ratio(6_165_000, 6_165_000)), reserve: nil,
    category: .suspended,
    suspendedSince: october)
  return LendingAuthority(
    book: LoanBook(loans: [history], writtenOff: []),
    periods: PeriodRecord(
      last: closed, suspension: Suspension(since: october, loans: [frozen]), recovery: recovery),
    on: day(2016, 12, 2))
}

@Test func `an authority shows what decides, whom it admits and what is frozen`() {
  let found = authority(recovery: nil)
  let duty = CollectionDuty(
    Suspension(since: october, loans: []), recordedOn: [day(2016, 12, 1)], asOf: found.asOf)
  let wire = Bergulir_V1_Authority(found, minutes: nil, duty: duty, of: malabutor)
  #expect(wire.upk == "upks/malabutor" && wire.category == "SUSPENDED")
  #expect(wire.ground == "LAST_CLOSE" && wire.closedMonth == "2016-10")
  #expect(wire.monthEnd.asOf == "2016-10-31" && wire.monthEnd.percent == "100.00")
  #expect(wire.live.asOf == "2016-12-02" && wire.live.category == "SUSPENDED")
  #expect(wire.admitted == ["returningCurrent"] && !wire.topUp)
  #expect(wire.closeBy == "2016-12-31")
  let suspension = wire.suspension
  #expect(suspension.since == "2016-10" && suspension.frozenPrincipal == 6_165_000)
  #expect(suspension.recoveryTarget == 3_699_000 && suspension.missing == 3_534_000)
  #expect(suspension.recovered == 165_000 && suspension.isTestable)
  #expect(suspension.loans.map(\.loan) == ["upks/malabutor/loans/7"])
  #expect(suspension.loans.map(\.overdueServiceCharge) == [369_900])
  #expect(suspension.loans.map(\.missing) == [6_000_000])
  #expect(suspension.missingCollections == ["2016-11"] && suspension.collectedThisMonth)
  #expect(suspension.minutes.isEmpty && suspension.recoveredFrom.isEmpty)
}

@Test func `a recovered authority names the minutes`() {
  let minutes = Recovery(
    upk: upk, since: october, minutes: "BA-7", from: day(2016, 12, 1), confirmedBy: PersonID(3))
  let wire = Bergulir_V1_Authority(
    authority(recovery: minutes), minutes: minutes, duty: nil, of: malabutor)
  #expect(wire.category == "RECOVERED" && wire.ground == "RECOVERY")
  #expect(wire.admitted == ["new", "returningCurrent"])
  #expect(wire.suspension.minutes == "BA-7" && wire.suspension.recoveredFrom == "2016-12-01")
}

@Test func `without a closed month and without loans nothing is rated`() {
  let new = LendingAuthority(
    book: LoanBook(loans: [], writtenOff: []), periods: .empty, on: day(2017, 6, 30))
  let wire = Bergulir_V1_Authority(new, minutes: nil, duty: nil, of: malabutor)
  #expect(!wire.hasSuspension && !wire.hasMonthEnd && wire.live.percent.isEmpty)
  #expect(wire.ground == "NEW" && wire.closeBy.isEmpty && wire.topUp)
  #expect(wire.admitted == ["new", "returningCurrent"])
}

@Test func `a closed month carries its figures, and its list where a suspension began`() {
  guard let closed = authority(recovery: nil).lastClosed else {
    Issue.record("no closed month")
    return
  }
  let wire = Bergulir_V1_Period(closed, in: malabutor)
  #expect(wire.name == "upks/malabutor/periods/2016-10" && wire.month == "2016-10")
  #expect(wire.category == "SUSPENDED" && wire.suspendedSince == "2016-10")
  #expect(wire.version == 1 && wire.closedOn == "2016-11-05")
  #expect(wire.indicators.map(\.numerator) == [6_165_000])
  #expect(wire.gate.denominator == 6_165_000 && wire.frozenLoans.isEmpty)
}

@Test func `an area lists its categories from the best on, what is not rated last`() {
  let rollup = Rollup(
    place: .province, name: "", expected: 0, categories: [.notRated: 2], indicators: [])
  #expect(
    Bergulir_V1_Rollup(rollup).categories.map(\.category) == [
      "SATISFACTORY", "MINIMUM", "RECOVERED", "SUSPENDED", "NOT_RATED",
    ])
}
