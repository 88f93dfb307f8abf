import RevolvingFund
import Testing

struct PortfolioTests {
  @Test func `a group with several loans counts once in both parts`() throws {
    let positions = try [
      LoanHistory.repaid(.sample(1, ksm: 1)), LoanHistory.repaid(.sample(2, ksm: 1)),
      LoanHistory.repaid(.sample(3, ksm: 2, on: "2016-12-01")),
      LoanHistory.repaid(.sample(4, ksm: 3, on: "2016-12-01")),
      LoanHistory.repaid(.sample(5, ksm: 4, terms: .usual(1)), [("2016-02-10", 5_075_000)]),
    ].positions(asOf: "2016-12-31")
    let portfolio = Portfolio(positions)
    #expect(portfolio.lar.inputs == Ratio(1, 3))
    #expect(portfolio.par.inputs == Ratio(10_000_000, 20_000_000))
    #expect(portfolio.balances == [.loss: 10_000_000, .current: 10_000_000])
    #expect(portfolio.loans(in: .loss) == 2)
    #expect(portfolio.loans(in: .doubtful) == 0)
  }

  @Test func `PAR is classes 3 to 5 over all, LAR at most all groups, RR at most 100 percent`() {
    var random = SeededGenerator.announced()
    for _ in 0..<300 {
      let positions = (1...Int64.random(in: 1...12, using: &random)).compactMap { number in
        let loan = Loan.sample(
          number, ksm: .random(in: 1...5, using: &random),
          amount: Rupiah(.random(in: 1_000...5_000_000, using: &random)),
          on: ("2015-01-31" as Day).addingDays(.random(in: 0...700, using: &random)))
        let paid = PaidTotals(
          principal: Rupiah(.random(in: 0...loan.principal.amount, using: &random)),
          serviceCharge: .zero)
        return LoanHistory(
          loan: loan, payments: [LoanHistory.Payment(on: loan.disbursedOn, paid: paid)]
        ).position(asOf: "2016-12-31")
      }
      let portfolio = Portfolio(positions)
      let late = [Collectability.substandard, .doubtful, .loss].total {
        portfolio.balances[$0] ?? .zero
      }
      #expect(portfolio.par.inputs == Ratio(late.amount, portfolio.outstanding.amount))
      #expect(portfolio.balances.values.total() == portfolio.outstanding)
      #expect(portfolio.lar.inputs.numerator <= portfolio.lar.inputs.denominator)
      #expect((0...portfolio.outstanding.amount).contains(portfolio.rr.inputs.numerator))
    }
  }
}
