import FundAPI
import RevolvingFund
import SwiftProtobuf
import Testing

private let upk = UPKID(1)
private let october = Month(year: 2017, month: 10)

private func period(_ version: Int, _ ccr: Ratio, formed: Int64) -> ClosedPeriod {
  ClosedPeriod(
    upk: upk, month: october, version: version, closedOn: day(2017, 11, 5), closedBy: PersonID(5),
    indicators: [Indicator(.ccr, ccr)], gate: GatePAR(asOf: october.last, ratio: Ratio(1, 2)),
    reserve: LoanLossReserve(
      scheme: .pnpmUrban, required: Rupiah(700), formed: Rupiah(formed)),
    category: .suspended, suspendedSince: october)
}

@Test
func `a closed month tells its reserve, and nothing of one that was kept before there was one`() {
  let wire = Bergulir_V1_Period(period(1, Ratio(1, 1), formed: 500), in: code("malabutor"))
  #expect(wire.reserveScheme == "pnpmUrban")
  #expect(wire.reserveRequired == 700 && wire.reserveFormed == 500)
}

@Test func `a difference names the figures, and who opened the month`() {
  let reopening = Reopening(
    upk: upk, month: october, version: 1, reason: "left out",
    requested: Reopening.Signature(person: PersonID(5), on: day(2017, 11, 6)),
    confirmed: Reopening.Signature(person: PersonID(3), on: day(2017, 11, 7)))
  let wire = Bergulir_V1_PeriodDifference(
    from: period(1, Ratio(9, 8), formed: 0), to: period(2, Ratio(9, 7), formed: 500),
    reopening: reopening, in: code("malabutor"))
  #expect(wire.name == "upks/malabutor/periods/2017-10")
  #expect(wire.fromVersion == 1 && wire.toVersion == 2 && wire.reason == "left out")
  #expect(wire.requestedBy == "persons/5" && wire.confirmedBy == "persons/3")
  #expect(wire.reopenedOn == "2017-11-07")
  #expect(wire.figures.map(\.figure) == ["CCr", "reserve_formed"])
  #expect(wire.figures.map(\.denominatorBefore) == [8, 1])
  #expect(wire.figures.map(\.numeratorAfter) == [9, 500])
}

@Test func `every figure of a closed month has a name`() {
  let figures: [PeriodDifference.Figure] =
    IndicatorKind.allCases.map { .indicator($0) } + [.gate, .reserveRequired, .reserveFormed]
  #expect(figures.map(PeriodFigure.init) == PeriodFigure.allCases)
}

@Test func `parts of a profit are read by purpose, and a year and a budget by name`() throws {
  let request = Bergulir_V1_AllocateProfitRequest.with {
    $0.parts = [
      .with {
        $0.purpose = "capital"
        $0.hundredths = 10_000
      }
    ]
  }
  #expect(try request.parts.shares() == [ProfitShare(.capital, hundredths: 10_000)])
  #expect(throws: Fault.self) {
    try [Bergulir_V1_ProfitPart()].shares()
  }
  #expect(try Field("name", "upks/malabutor/years/2017").year() == 2017)
  #expect(try Field("name", "upks/malabutor/budgets/3").budget() == 3)
  #expect(throws: Fault.self) { try Field("name", "upks/malabutor/years/17").year() }
  #expect(throws: Fault.self) { try Field("name", "upks/malabutor/loans/3").budget() }
}
