import RevolvingFund
import Testing

/// The whole road through the core: every fact below comes from commands.
struct MentariTests {
  let books: Books

  init() throws {
    books = try Mentari.books()
  }

  private var book: LoanBook {
    get throws { try #require(books.facts.portfolios[upk]) }
  }

  private func sheet(asOf day: Day) throws -> IndicatorSheet {
    IndicatorSheet(
      asOf: day, portfolio: Portfolio(try book.loans.positions(asOf: day)),
      trial: books.trial(asOf: day), operatingSince: "2010-01")
  }

  @Test func `31 December 2017 answers what the paper should have printed`() throws {
    let sheet = try sheet(asOf: "2017-12-31")
    #expect(sheet.lar.inputs == Ratio(2, 4))
    #expect(sheet.par.inputs == Ratio(12_330_000, 20_000_000))
    #expect(sheet.rr.inputs == Ratio(7_670_000, 20_000_000))
    #expect(sheet.all.map(\.kind) == [.lar, .par, .ccr, .roi, .rr])
    #expect(sheet.all.map(\.percent) == ["50.00", "61.65", "101.12", "0.0084", "38.35"])
    #expect(
      sheet.all.map(\.category) == [.suspended, .suspended, .minimum, .minimum, .suspended])
    #expect(sheet.operationalCCr.category == .notRated)
  }

  @Test func `income and cost are those of table 3 in every month`() {
    for (index, row) in PublishedTables.months.enumerated() {
      let trial = books.trial(asOf: Month(year: 2017, month: index + 1).last)
      #expect(trial.incomeOfYear == row.income)
      #expect(trial.costOfYear == row.cost)
      #expect(trial.capital == 20_000_000)
    }
  }

  @Test func `four loans are open, two current and two lost`() throws {
    let positions = Portfolio(try book.loans.positions(asOf: "2017-12-31")).positions
    #expect(positions.map(\.collectability).sorted() == [.current, .current, .loss, .loss])
    #expect(
      positions.map(\.outstanding.amount).sorted() == [
        3_835_000, 3_835_000, 6_165_000, 6_165_000,
      ])
  }

  @Test func `the UPK is suspended since October 2016 and must recover 7,398,000`() throws {
    let authority = try book.authority(on: "2017-12-31")
    #expect(authority.category == .suspended)
    #expect(authority.live.ratio == Ratio(12_330_000, 20_000_000))
    #expect(authority.monthEnd.asOf == "2017-11-30")
    #expect(authority.monthEnd.ratio == Ratio(12_330_000, 12_330_000))
    let suspension = try #require(authority.suspension)
    #expect(suspension.since == "2016-10-31")
    #expect(suspension.frozen.map(\.overduePrincipal) == [6_165_000, 6_165_000])
    #expect(suspension.frozen.map(\.finalDue) == ["2016-09-10", "2016-09-10"])
    #expect(suspension.frozenPrincipal == 12_330_000)
    #expect(suspension.recoveryTarget == 7_398_000)
    #expect(suspension.recovered == .zero)
  }

  @Test func `only returning groups in good standing are admitted`() throws {
    let authority = try book.authority(on: "2017-12-31")
    #expect(BorrowerStanding.allCases.filter(authority.admits) == [.returningCurrent])
    let standings = try (1...4).map { number in
      BorrowerStanding(loans: try book.loans(of: KSMID(upk, Int64(number))), on: "2017-12-31")
    }
    #expect(
      standings == [
        .returningNotCurrent, .returningNotCurrent, .returningCurrent, .returningCurrent,
      ])
    #expect(
      BorrowerStanding(loans: try book.loans(of: KSMID(upk, 9)), on: "2017-12-31") == .new)
  }

  @Test(arguments: ["2016-08-31" as Day, "2016-09-30"])
  func `before October 2016 nothing was three months late, or only in part of the time`(
    day: Day
  ) throws {
    let authority = try book.authority(on: day)
    let late = try book.loans.positions(asOf: day).filter(\.collectability.isAtRisk)
    #expect(late.isEmpty)
    #expect(authority.category != .suspended)
    #expect(authority.suspension == nil)
  }

  @Test func `the balance sheet balances and shows earlier profit that was never closed`() throws {
    let chart = try #require(books.charts[upk])
    let trial = books.trial(asOf: "2017-12-31")
    let sheet = BalanceSheet(trial, chart: chart)
    #expect(sheet.totalAssets == sheet.totalLiabilitiesAndEquity)
    let equity: [AccountCode: Rupiah] = sheet.equity.reduce(into: [:]) {
      $0[$1.account.code] = $1.balance
    }
    #expect(equity[.capitalBLM] == 20_000_000)
    #expect(equity[.profitOfYear] == 1_683)
    #expect(equity[.priorProfit] == 591_750)
    #expect(sheet.assets.map(\.account.code) == [.bank, .loans])
    #expect(trial.balance(.loans) == 20_000_000)
  }

  @Test func `vouchers are numbered without gaps by kind and year`() {
    let numbers = Dictionary(grouping: books.vouchers.map(\.number)) { "\($0.kind)-\($0.year)" }
    for series in numbers.values {
      #expect(series.map(\.number) == Array(1...Int64(series.count)))
    }
    #expect(numbers["cashReceipt-2017"]?.count == 12)
    #expect(numbers["cashPayment-2017"]?.count == 26)
    #expect(numbers["cashReceipt-2016"]?.count == 8)
  }
}
