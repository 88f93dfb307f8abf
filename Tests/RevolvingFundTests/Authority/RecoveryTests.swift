import RevolvingFund
import Testing

/// Leaving a suspension, and coming back into one.
struct RecoveryTests {
  /// 12,330,000 frozen at the end of October 2016, on two loans past their final due day.
  private func frozen(_ repayments: [(Day, Rupiah)] = []) throws -> LoanBook {
    LoanBook(
      loans: try [
        LoanHistory.repaid(
          .sample(1, amount: 6_165_000, on: "2016-06-10", terms: .usual(2, rate: .none)),
          repayments),
        LoanHistory.repaid(
          .sample(2, ksm: 2, amount: 6_165_000, on: "2016-06-10", terms: .usual(2, rate: .none)),
          [("2016-12-01", 2_000_000)]),
      ], writtenOff: [])
  }

  private func test(_ book: LoanBook, on day: Day) throws -> RecoveryTest {
    let record = PeriodRecord.closed(book, through: "2016-10")
    return RecoveryTest(try #require(record.suspension), loans: book.loans, asOf: day)
  }

  @Test(arguments: [(5_398_000 as Rupiah, true), (5_397_999, false)])
  func `7,398,000 of 12,330,000 passes and one rupiah less does not`(
    amount: Rupiah, passes: Bool
  ) throws {
    let test = try test(try frozen([("2016-12-01", amount)]), on: "2016-12-01")
    #expect(test.frozenPrincipal == 12_330_000)
    #expect(test.target == 7_398_000)
    #expect(test.recovered == amount + 2_000_000)
    #expect(test.isPassed == passes)
    #expect(test.missing == (passes ? .zero : 1))
  }

  @Test func `only what came after the freeze and by the day counts, loan by loan`() throws {
    let book = try frozen([("2016-10-31", 165_000), ("2016-11-01", 1_000_000)])
    #expect(try test(book, on: "2016-10-31").recovered == .zero)
    #expect(try test(book, on: "2016-11-30").counters.map(\.recovered) == [1_000_000, 0])
    let later = try test(book, on: "2016-12-01")
    #expect(later.counters.map(\.recovered) == [1_000_000, 2_000_000])
    #expect(later.counters.map(\.missing) == [5_000_000, 4_165_000])
    #expect(later.frozenPrincipal == 12_165_000)
  }

  @Test func `principal beyond what was frozen and service charge do not count`() throws {
    let history = try LoanHistory.repaid(
      .sample(amount: 1_000_000, on: "2016-01-10"), [("2016-06-15", 1_000_000)])
    let book = LoanBook(loans: [history], writtenOff: [])
    let suspension = try #require(PeriodRecord.closed(book, through: "2016-05").suspension)
    let test = RecoveryTest(suspension, loans: [history], asOf: "2016-07-30")
    #expect(suspension.loans.map(\.overduePrincipal) == [400_000])
    #expect(history.payments.map(\.paid.principal) == [865_000])
    #expect(test.recovered == 400_000)
  }

  @Test func `a reversal takes back what it reverses, below nothing never`() throws {
    let frozen = try frozen()
    let reversed = frozen.loans.map { history in
      LoanHistory(
        loan: history.loan,
        payments: [(("2016-11-05" as Day), 900_000 as Rupiah), ("2016-11-06", -900_001)].map {
          LoanHistory.Payment(on: $0, paid: PaidTotals(principal: $1, serviceCharge: 0))
        })
    }
    let suspension = try #require(PeriodRecord.closed(frozen, through: "2016-10").suspension)
    #expect(
      RecoveryTest(suspension, loans: reversed, asOf: "2016-11-05").recovered == 1_800_000)
    #expect(RecoveryTest(suspension, loans: reversed, asOf: "2016-11-06").recovered == .zero)
  }

  @Test func `the test waits until every loan of the list is past its final due day`() throws {
    let history = try LoanHistory.repaid(
      .sample(amount: 1_000_000, on: "2016-01-10", terms: .usual(10)),
      [("2016-06-15", 1_000_000)])
    let book = LoanBook(loans: [history], writtenOff: [])
    let suspension = try #require(PeriodRecord.closed(book, through: "2016-05").suspension)
    for (day, isAvailable) in [("2016-11-10" as Day, false), ("2016-11-11", true)] {
      let test = RecoveryTest(suspension, loans: [history], asOf: day)
      #expect(test.isAvailable == isAvailable)
      #expect(test.notYetDue.count == (isAvailable ? 0 : 1))
      #expect(test.isPassed == isAvailable)
    }
  }

  @Test(arguments: [
    (0 as Rupiah, 0 as Rupiah), (1, 1), (3, 2), (5, 3), (6, 4), (12_330_000, 7_398_000),
    (9_000_000_000_000_000_000, 5_400_000_000_000_000_000),
  ])
  func `the target is three fifths, rounded up`(frozen: Rupiah, target: Rupiah) {
    let loan = FrozenLoan(
      loan: LoanID(upk, 1), collectability: .loss, overduePrincipal: frozen,
      overdueServiceCharge: 0, finalDue: "2016-09-10")
    let test = RecoveryTest(
      Suspension(since: "2016-10", loans: [loan]), loans: [], asOf: "2017-06-30")
    #expect(test.target == target)
  }
}

extension MonthlyRate {
  fileprivate static let none = MonthlyRate(millionths: 0)
}
