import RevolvingFund
import Testing

struct IndicatorSheetTests {
  /// The books of a year in which this was earned and spent, on this capital.
  private func trial(
    _ day: Day, income: Rupiah, cost: Rupiah, capital: Rupiah = 20_000_000
  ) -> TrialBalance {
    TrialBalance(
      asOf: day,
      movements: [
        TrialBalance.Movement(
          account: .capitalBLM, month: "2015-12", debit: 0, credit: capital),
        TrialBalance.Movement(account: .otherIncome, month: day.month, debit: 0, credit: income),
        TrialBalance.Movement(account: .bankFees, month: day.month, debit: cost, credit: 0),
      ])
  }

  private func sheet(_ trial: TrialBalance, since: Month = "2010-01") -> IndicatorSheet {
    IndicatorSheet(
      asOf: trial.asOf, portfolio: .nothing, trial: trial, operatingSince: since)
  }

  @Test(arguments: Array(PublishedTables.months.enumerated()))
  func `table 3 recomputes month by month, with February suspended`(
    index: Int, row: PublishedTables.Month
  ) {
    let day = Month(year: 2017, month: index + 1).last
    let sheet = sheet(trial(day, income: row.income, cost: row.cost))
    #expect(sheet.ccr.percent == row.ccr)
    #expect(sheet.ccr.category == row.ccrCategory)
    #expect(sheet.roi.annualised == row.roi)
    #expect(sheet.roi.category == row.ccrCategory)
    #expect((index == 1) == (row.ccrCategory == .suspended))
  }

  @Test func `table 4 as printed gives other ratios than it prints`() {
    for (index, row) in PublishedTables.tableFour.enumerated() {
      let day = Month(year: 2018, month: index + 1).last
      let ccr = sheet(trial(day, income: row.0, cost: row.1)).ccr
      #expect(ccr.percent != row.2)
      #expect(ccr.percent == row.3)
      #expect(ccr.category == row.4)
    }
  }

  @Test(arguments: PublishedTables.reconstructed)
  func `the year of tables 4 and 5 ends suspended once its income is put right`(
    month: Int, income: Rupiah, cost: Rupiah, ccr: String, roi: String
  ) {
    let sheet = sheet(trial(Month(year: 2018, month: month).last, income: income, cost: cost))
    #expect(sheet.ccr.percent == ccr)
    #expect(sheet.roi.annualised == roi)
    #expect(sheet.ccr.category == (month < 11 ? .minimum : .suspended))
    #expect(sheet.roi.category == sheet.ccr.category)
  }

  @Test func `the published figures of tables 1, 2 and 5 never come out`() {
    #expect(Indicator(.lar, Ratio(2, 4)).percent != "200.00")
    #expect(Indicator(.par, Ratio(12_330_000, 20_000_000)).percent != "62.00")
    for (index, row) in PublishedTables.months.enumerated() {
      let roi = sheet(
        trial(Month(year: 2017, month: index + 1).last, income: row.income, cost: row.cost)
      ).roi
      for figure in [roi.percent, roi.annualised] {
        #expect(figure?.hasPrefix("113.0") == false)
      }
      #expect(roi.category != .satisfactory)
    }
  }

  @Test(arguments: [
    ("2017-01-31" as Day, "2010-01" as Month, 1), ("2017-12-31", "2010-01", 12),
    ("2017-06-30", "2017-04", 3), ("2017-04-30", "2017-04", 1), ("2017-03-31", "2017-04", 1),
    ("2016-06-30", "2017-04", 6),
  ])
  func `months count from the first operating month in the first year`(
    day: Day, since: Month, months: Int
  ) {
    let roi = sheet(trial(day, income: 12_000, cost: 0), since: since).roi
    #expect(roi.judged == Ratio(144_000, Int64(20_000_000 * months)))
  }

  @Test(arguments: [
    (0 as Rupiah, 0 as Rupiah), (5, 0), (0, 5), (-5, 3), (5, -3), (-5, -3), (0, -3), (-5, 0),
  ])
  func `odd years are rated or not rated, never a trap`(income: Rupiah, cost: Rupiah) {
    for capital in [0 as Rupiah, 100, -100] {
      let sheet = sheet(trial("2017-12-31", income: income, cost: cost, capital: capital))
      #expect((sheet.ccr.category == .notRated) == (cost <= .zero))
      #expect((sheet.roi.category == .notRated) == (capital <= .zero))
      #expect(sheet.operationalCCr.category == .notRated)
      #expect(sheet.par.category == .notRated && sheet.lar.category == .notRated)
    }
  }

  @Test func `the sign of the return is that of the coverage over a hundred`() {
    var random = SeededGenerator.announced()
    for _ in 0..<2_000 {
      let income = Rupiah(.random(in: -10...1_000, using: &random))
      let cost = Rupiah(.random(in: 1...1_000, using: &random))
      let sheet = sheet(trial("2017-07-31", income: income, cost: cost))
      #expect(
        sheet.roi.judged.compared(toPercent: 0) == sheet.ccr.judged.compared(toPercent: 100))
    }
  }

  @Test(arguments: [
    ("2017-12-31" as Day, "2017-12-31" as Day), ("2017-12-30", "2017-11-30"),
    ("2017-03-01", "2017-02-28"), ("2017-01-15", "2016-12-31"),
  ])
  func `flows answer for the last month-end`(day: Day, monthEnd: Day) {
    #expect(IndicatorSheet.lastMonthEnd(day) == monthEnd)
  }
}
