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
      asOf: day, portfolio: Portfolio(try book.loans.positions(asOf: day)).sums,
      trial: books.trial(asOf: day), operatingSince: "2010-01")
  }

  private func authority(on day: Day) throws -> LendingAuthority {
    LendingAuthority(
      book: try book, periods: try #require(books.facts.periods[upk]), on: day)
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
    let authority = try authority(on: "2018-01-31")
    #expect(authority.category == .suspended)
    #expect(authority.ground == .lastClose)
    #expect(authority.live.ratio == Ratio(12_330_000, 20_000_000))
    #expect(authority.lastClosed?.month == "2017-12")
    #expect(authority.lastClosed?.gate.ratio == Ratio(12_330_000, 20_000_000))
    let recovery = try #require(authority.recovery)
    #expect(recovery.suspension.since == "2016-10")
    #expect(recovery.suspension.loans.map(\.overduePrincipal) == [6_165_000, 6_165_000])
    #expect(recovery.suspension.loans.map(\.overdueServiceCharge) == [369_900, 369_900])
    #expect(recovery.suspension.loans.map(\.finalDue) == ["2016-09-10", "2016-09-10"])
    #expect(recovery.suspension.loans.map(\.collectability) == [.substandard, .substandard])
    #expect(recovery.frozenPrincipal == 12_330_000)
    #expect(recovery.target == 7_398_000)
    #expect(recovery.recovered == .zero)
    #expect(recovery.missing == 7_398_000)
  }

  @Test func `every month has its category, suspended from October 2016 on`() throws {
    let first: Month = "2015-06"
    #expect(books.periods.map(\.month) == (0..<31).map { first.adding($0) })
    let bad = books.periods.filter { $0.category == .suspended }
    #expect(bad.map(\.month) == (0..<15).map { ("2016-10" as Month).adding($0) })
    #expect(Set(bad.map(\.suspendedSince)) == ["2016-10"])
    #expect(books.periods.filter { $0.suspendedSince != nil } == bad)
  }

  @Test func `only returning groups in good standing are admitted`() throws {
    let authority = try authority(on: "2017-12-31")
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
    let authority = LendingAuthority(book: try book, periods: .empty, on: day)
    let late = try book.loans.positions(asOf: day).filter(\.collectability.isAtRisk)
    #expect(late.isEmpty)
    #expect(authority.live.category != .suspended)
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
