import Testing

@testable import RevolvingFund

struct PortfolioQualityTests {
  /// A good loan of 6,000,000, and one of 4,000,000 that was restructured in class 2.
  private func book(writtenOff: [WriteOff] = []) -> LoanBook {
    let good = Loan.sample(1, amount: 6_000_000, on: "2016-06-01")
    var old = Loan.sample(2, ksm: 2, amount: 4_000_000, on: "2016-01-10")
    old.state = .restructured
    old.closedOn = "2016-04-01"
    let successor = Loan(
      id: LoanID(upk, 3), ksm: KSMID(upk, 2), application: old.application, terms: .usual(10),
      shares: old.shares, disbursedOn: "2016-04-01", state: .active, paid: .nothing,
      waivedServiceCharge: .zero, closedOn: nil,
      succession: Succession(
        predecessor: old.id, inheritedClass: .specialMention, carriedCharge: []))
    return LoanBook(
      loans: [good, old, successor].map { LoanHistory(loan: $0, payments: []) },
      writtenOff: writtenOff)
  }

  @Test func `neither restructuring nor write-off dresses PAR`() {
    let quality = book(writtenOff: [.sample(LoanID(upk, 9), 2_000_000, on: "2016-03-01")])
      .quality(asOf: "2016-06-15")
    #expect(quality.outstanding == 10_000_000 && quality.atRisk == 0)
    #expect(quality.restructured == 4_000_000 && quality.restructuredLoans == 1)
    #expect(quality.restructuredAtRisk == 0 && quality.writtenOff == 2_000_000)
    #expect(quality.claims.total == 2_000_000)
    #expect(quality.par == Ratio(0, 10_000_000))
    #expect(quality.withoutRestructured == Ratio(0, 6_000_000))
    #expect(quality.withRestructured == Ratio(4_000_000, 10_000_000))
    #expect(quality.withWriteOffs == Ratio(2_000_000, 12_000_000))
    #expect(quality.withBoth == Ratio(6_000_000, 12_000_000))
  }

  @Test func `before the restructuring there is one loan, and after it went bad both show it`() {
    let before = book().quality(asOf: "2016-03-31")
    #expect(before.outstanding == 4_000_000 && before.restructuredLoans == 0)
    let bad = book().quality(asOf: "2016-08-01")
    #expect(bad.par == Ratio(4_000_000, 10_000_000))
    #expect(bad.withoutRestructured == Ratio(0, 6_000_000))
    #expect(bad.withRestructured == Ratio(4_000_000, 10_000_000))
  }

  @Test func `the gate counts a successor of a listed loan as listed`() {
    let day: Day = "2016-08-01"
    #expect(book().gate(on: day, outside: [LoanID(upk, 2)]).ratio == Ratio(0, 10_000_000))
    #expect(book().gate(on: day, outside: []).ratio == Ratio(4_000_000, 10_000_000))
  }

  @Test func `what comes in on a successor is recovered of the list, and restructuring is not`() {
    let frozen = FrozenLoan(
      loan: LoanID(upk, 2), collectability: .specialMention, overduePrincipal: 1_000_000,
      overdueServiceCharge: 0, finalDue: "2016-11-10")
    let list = Suspension(since: "2016-03", loans: [frozen])
    let loans = book().loans
    #expect(RecoveryTest(list, loans: loans, asOf: "2016-05-01").recovered == 0)
    let paid = loans.map { history in
      LoanHistory(
        loan: history.loan,
        payments: history.loan.id.number == 3
          ? [.init(on: "2016-04-20", paid: PaidTotals(principal: 300_000, serviceCharge: 60_000))]
          : [])
    }
    #expect(RecoveryTest(list, loans: paid, asOf: "2016-05-01").recovered == 300_000)
  }
}

extension LoanBook {
  /// The quality of loans that were read whole.
  func quality(asOf day: Day) -> PortfolioQuality {
    PortfolioQuality(
      Portfolio(loans.positions(asOf: day)).sums, writtenOff: writtenOff, asOf: day)
  }
}
