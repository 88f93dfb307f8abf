import RevolvingFund
import Testing

/// What the annual meeting hears is what books and loans say of the year.
struct AnnualPackTests {
  private func pack(
    _ year: Int, proposed: [ProfitShare] = [], allocations: [ProfitAllocation] = [],
    rule: ProfitRule = .standard
  ) throws -> AnnualPack {
    let books = try Mentari.books()
    let day = Month(year: year, month: 12).last
    let unit = try #require(books.facts.upks[upk])
    return try AnnualPack(
      year,
      AnnualRecord(
        upk: unit, book: try #require(books.facts.portfolios[upk]),
        chart: ChartOfAccounts.standard, movements: books.movements(upTo: day),
        vouchers: books.vouchers, policies: books.facts.policies[upk] ?? [], budgets: [],
        periods: books.facts.periods[upk] ?? .empty,
        december: books.periods.first { $0.month == day.month }, closedYears: [],
        allocations: allocations, profitRule: rule,
        oversight: AnnualOversight(
          supervisions: 0, findings: 0, openFindings: 0, confirmations: 0, complaints: 0,
          openComplaints: 0)), proposed: proposed)
  }

  @Test func `Mentari's year is the paper's, in every statement`() throws {
    let pack = try pack(2017)
    #expect(pack.balance.totalAssets == pack.balance.totalLiabilitiesAndEquity)
    #expect(pack.income.totalIncome.year == 152_097 && pack.income.totalCost.year == 150_414)
    #expect(pack.equity.totalClosing == pack.balance.equity.total(\.balance))
    #expect(pack.flow.year.closing == pack.board.capital.cash + pack.board.capital.bank)
    #expect(pack.indicators.map(\.ccr.percent).first == "103.11")
    #expect(
      pack.indicators.last?.all.map(\.percent) == [
        "50.00", "61.65", "101.12", "0.0084", "38.35",
      ])
    #expect(pack.reserve.ccr.percent == "1.21" && pack.reserve.standard.missing == 12_406_700)
    #expect(!pack.use.isWithinOperatingLimit && pack.realisation.budget == nil)
  }

  @Test func `what went out and came back in the year leads from its first day to its last`() throws
  {
    let lending = try pack(2017).lending
    #expect(lending.loans == 2 && lending.lent == 7_670_000)
    #expect(lending.opening == 12_330_000 && lending.closing == 20_000_000)
    #expect(lending.paid == .nothing && lending.removed == 0)
    let before = try pack(2016).lending
    #expect(before.closing == 12_330_000 && before.opening + before.lent > before.closing)
    #expect(
      before.opening + before.lent - before.paid.principal - before.removed == before.closing)
  }

  @Test func `all of a profit is proposed as capital unless something else is`() throws {
    let plain = try pack(2017).proposal
    #expect(plain.profit == 1_683 && plain.available == 1_683 && !plain.isDecided)
    #expect(plain.lines.map(\.purpose) == [.capital] && plain.lines.map(\.amount) == [1_683])
    let parts = [
      ProfitShare(.capital, hundredths: 5_000), ProfitShare(.supervisors, hundredths: 5_000),
    ]
    #expect(try pack(2017, proposed: parts).proposal.lines.map(\.amount) == [842, 841])
    #expect(throws: Refusal.self) {
      try pack(2017, proposed: [ProfitShare(.unitBonus, hundredths: 10_000)])
    }
    #expect(throws: Refusal.self) {
      try pack(2017, proposed: [ProfitShare(.capital, hundredths: 9_999)])
    }
    // PAR was 61.65 % at the end of 2017.
    let all = ProfitRule(leastCapital: 5_000, atRisk: .capitalOnly)
    #expect(
      throws: Refusal(.profitForCapitalOnly(hundredths: 5_000, par: Ratio(12_330_000, 20_000_000)))
    ) {
      try pack(2017, proposed: parts, rule: all)
    }
    #expect(try pack(2017, rule: all).proposal.lines.map(\.amount) == [1_683])
  }

  @Test func `what the meeting decided takes the place of what was proposed`() throws {
    let decided = ProfitAllocation(
      upk: upk, year: 2017, on: "2018-02-28", decidedBy: Village.coordinator, minutes: "RWT",
      bounds: nil,
      lines: [ProfitAllocation.Line(purpose: .capital, hundredths: 10_000, amount: 1_683)])
    let proposal = try pack(2017, allocations: [decided]).proposal
    #expect(proposal.isDecided && proposal.lines == decided.lines)
    #expect(try !pack(2016, allocations: [decided]).proposal.isDecided)
  }
}

struct AnnualOversightTests {
  @Test func `a year's findings and complaints are counted, the open ones of any year`() {
    func complaint(_ number: Int64, _ day: Day, answered: Day?) -> Complaint {
      Complaint(
        id: ComplaintID(upk, number), on: day, channel: .box, text: "-",
        receivedBy: Village.manager,
        answer: answered.map { ComplaintAnswer(on: $0, by: Village.manager, text: "-") })
    }
    let found = AnnualOversight(
      2017, supervisions: [], findings: [], confirmations: [],
      complaints: [
        complaint(1, "2016-05-01", answered: nil),
        complaint(2, "2017-05-01", answered: "2017-05-09"),
        complaint(3, "2017-12-30", answered: "2018-01-05"),
      ])
    #expect(found.complaints == 2 && found.openComplaints == 2)
    #expect(found.supervisions == 0 && found.openFindings == 0)
  }
}
