import RevolvingFund
import Testing

/// Ten installments of 500,000 and 75,000, due from 10 February 2016.
struct LoanPositionTests {
  @Test func `a loan has no position before it was disbursed`() throws {
    let history = try LoanHistory.repaid(.sample())
    #expect(history.position(asOf: "2016-01-09") == nil)
    #expect(history.position(asOf: "2016-01-10")?.outstanding == 5_000_000)
  }

  @Test func `what is paid later is not seen on an earlier day`() throws {
    let history = try LoanHistory.repaid(
      .sample(), [("2016-02-10", 575_000), ("2016-03-15", 575_000)])
    let before = try #require(history.position(asOf: "2016-03-14"))
    #expect(before.outstanding == 4_500_000)
    #expect(before.collectability == .specialMention)
    #expect(before.oldestUnpaidDue == "2016-03-10")
    #expect(before.overduePrincipal == 500_000)
    #expect(before.overdueServiceCharge == 75_000)
    let after = try #require(history.position(asOf: "2016-03-15"))
    #expect(after.outstanding == 4_000_000)
    #expect(after.collectability == .current)
    #expect(after.overduePrincipal == .zero)
  }

  @Test func `on the due day itself nothing is overdue`() throws {
    let history = try LoanHistory.repaid(.sample())
    let position = try #require(history.position(asOf: "2016-02-10"))
    #expect(position.collectability == .current)
    #expect(position.overduePrincipal == .zero)
    #expect(position.finalDue == "2016-11-10")
  }

  @Test func `an unpaid service charge alone ages the whole loan`() throws {
    let loan = Loan.sample(terms: .usual(1))
    let history = LoanHistory(
      loan: loan,
      payments: [
        LoanHistory.Payment(
          on: "2016-02-01", paid: PaidTotals(principal: .zero, serviceCharge: 74_999))
      ])
    let position = try #require(history.position(asOf: "2016-05-10"))
    #expect(position.overdueServiceCharge == 1)
    #expect(position.collectability == .substandard)
  }

  @Test(arguments: [
    ("2016-05-09" as Day, 0 as Rupiah), ("2016-05-10", 500_000), ("2016-06-09", 500_000),
    ("2016-06-10", 1_000_000), ("2017-02-10", 5_000_000),
  ])
  func `the repayment rate counts principal that fell due three months ago or longer`(
    day: Day, overdue: Rupiah
  ) throws {
    let history = try LoanHistory.repaid(.sample())
    #expect(history.position(asOf: day)?.overduePrincipalThreeMonths == overdue)
  }

  @Test func `a loan settled early owes nothing later, though charges were waived`() throws {
    let history = try LoanHistory.repaid(.sample(), [("2016-02-10", 5_075_000)])
    let position = try #require(history.position(asOf: "2017-02-10"))
    #expect(position.outstanding == .zero)
    #expect(position.overdueServiceCharge == .zero)
    #expect(position.oldestUnpaidDue == nil)
    #expect(position.collectability == .current)
    #expect(history.loan.waivedServiceCharge == 675_000)
  }

  @Test func `the worst class is that of the eve of a cure or of the day itself`() throws {
    let history = try LoanHistory.repaid(
      .sample(), [("2016-05-20", 575_000), ("2016-05-20", 1_725_000)])
    #expect(history.worstCollectability(upTo: "2016-02-10") == .current)
    #expect(history.worstCollectability(upTo: "2016-05-09") == .specialMention)
    #expect(history.worstCollectability(upTo: "2016-05-10") == .substandard)
    #expect(history.worstCollectability(upTo: "2016-05-20") == .substandard)
    #expect(history.position(asOf: "2016-05-20")?.collectability == .current)
    let inTime = try LoanHistory.repaid(.sample(terms: .usual(1)), [("2016-05-10", 5_075_000)])
    #expect(inTime.worstCollectability(upTo: "2017-01-01") == .specialMention)
  }

  @Test func `payments may come in any order`() throws {
    let loan = Loan.sample()
    let sums = PaidTotals(principal: 500_000, serviceCharge: 75_000)
    let history = LoanHistory(
      loan: loan,
      payments: [
        LoanHistory.Payment(on: "2016-03-10", paid: sums),
        LoanHistory.Payment(on: "2016-02-10", paid: sums),
      ])
    #expect(history.payments.map(\.on) == ["2016-02-10", "2016-03-10"])
    #expect([history].positions(asOf: "2016-02-10").map(\.outstanding) == [4_500_000])
  }
}
