import Testing

@testable import RevolvingFund

/// A successor of 1,200,000 over six months from 10 June 2016, of class 4, which carries 60,000.
struct InheritedClassTests {
  private func successor(_ inherited: Collectability = .doubtful) -> Loan {
    Loan(
      id: LoanID(upk, 2), ksm: KSMID(upk, 1), application: ApplicationID(upk, 1),
      terms: .usual(6), shares: [Share(member: 1, amount: 1_200_000)],
      disbursedOn: "2016-06-10", state: .active, paid: .nothing, waivedServiceCharge: .zero,
      closedOn: nil,
      succession: Succession(
        predecessor: LoanID(upk, 1), inheritedClass: inherited,
        carriedCharge: [Share(member: 1, amount: 60_000)]))
  }

  private func collectability(
    _ repayments: [(Day, Rupiah)], on day: Day, _ inherited: Collectability = .doubtful
  ) throws -> Collectability? {
    try LoanHistory.repaid(successor(inherited), repayments).position(asOf: day)?.collectability
  }

  @Test func `overdue charge of the loan before is due with the first installment`() {
    let charges = successor().schedule.installments.map(\.serviceCharge)
    #expect(charges == [78_000, 18_000, 18_000, 18_000, 18_000, 18_000])
    #expect(successor().schedule.principal == 1_200_000)
  }

  /// The first installment is 278,000, the others 218,000.
  private static let punctual: [(Day, Rupiah)] = [
    ("2016-07-10", 278_000), ("2016-08-10", 218_000), ("2016-09-10", 218_000),
  ]

  @Test func `the class falls away with the third installment in a row paid by its due day`() throws
  {
    for (day, expected) in [
      ("2016-06-10", .doubtful), ("2016-07-10", .doubtful), ("2016-08-10", .doubtful),
      ("2016-09-09", .doubtful), ("2016-09-10", .current), ("2016-10-10", .current),
    ] as [(Day, Collectability)] {
      let found = try collectability(Self.punctual, on: day)
      #expect(found == expected, "\(day)")
    }
    #expect(try collectability(Self.punctual, on: "2016-10-11") == .specialMention)
  }

  @Test func `paying ahead does not shorten the three months`() throws {
    let ahead: [(Day, Rupiah)] = [("2016-06-20", 714_000)]
    #expect(try collectability(ahead, on: "2016-06-20") == .doubtful)
    #expect(try collectability(ahead, on: "2016-09-09") == .doubtful)
    #expect(try collectability(ahead, on: "2016-09-10") == .current)
  }

  @Test func `one late or partial installment begins the count anew`() throws {
    let late: [(Day, Rupiah)] = [
      ("2016-07-10", 278_000), ("2016-08-11", 218_000), ("2016-09-10", 218_000),
      ("2016-10-10", 218_000), ("2016-11-10", 218_000),
    ]
    #expect(try collectability(late, on: "2016-10-10") == .doubtful)
    #expect(try collectability(late, on: "2016-11-09") == .doubtful)
    #expect(try collectability(late, on: "2016-11-10") == .current)
    let short: [(Day, Rupiah)] = [
      ("2016-07-10", 277_999), ("2016-08-10", 218_001), ("2016-09-10", 218_000),
    ]
    #expect(try collectability(short, on: "2016-09-10") == .doubtful)
  }

  @Test func `a payment that was taken back was not punctual`() {
    let paid = PaidTotals(principal: 200_000, serviceCharge: 78_000)
    let next = PaidTotals(principal: 200_000, serviceCharge: 18_000)
    var payments = [
      LoanHistory.Payment(on: "2016-07-10", paid: paid),
      LoanHistory.Payment(on: "2016-08-10", paid: next),
      LoanHistory.Payment(on: "2016-09-10", paid: next),
    ]
    let history = LoanHistory(loan: successor(), payments: payments)
    #expect(history.inherited(asOf: "2016-09-20") == .current)
    payments.append(
      LoanHistory.Payment(
        on: "2016-09-15", paid: PaidTotals(principal: -200_000, serviceCharge: -18_000)))
    let reversed = LoanHistory(loan: successor(), payments: payments)
    #expect(reversed.inherited(asOf: "2016-09-14") == .current)
    #expect(reversed.inherited(asOf: "2016-09-15") == .doubtful)
  }

  @Test func `the worse of its own ageing and the inherited class counts`() throws {
    #expect(try collectability([], on: "2016-10-09", .specialMention) == .specialMention)
    #expect(try collectability([], on: "2016-10-10", .specialMention) == .substandard)
    #expect(try collectability([], on: "2017-04-11", .substandard) == .loss)
  }

  @Test func `a loan that was paid off has no class any more, and what it had is remembered`()
    throws
  {
    let history = try LoanHistory.repaid(successor(), [("2016-06-20", 1_278_000)])
    #expect(history.loan.state == .paidOff)
    #expect(history.position(asOf: "2016-06-20")?.collectability == .current)
    #expect(history.worstCollectability(upTo: "2016-12-31") == .doubtful)
  }
}
