import Testing

@testable import RevolvingFund

struct OpenShareTests {
  private func parts(_ shares: [Rupiah], of amount: Rupiah) -> [Rupiah] {
    amount.divided(by: shares)
  }

  @Test func `an amount is divided as the shares are, the largest fractions first`() {
    #expect(parts([500_000, 500_000], of: 1) == [1, 0])
    #expect(parts([500_000, 500_000, 500_000], of: 100) == [34, 33, 33])
    #expect(parts([100, 200, 400], of: 10) == [1, 3, 6])
    #expect(parts([100, 200, 400], of: 0) == [0, 0, 0])
    #expect(parts([3], of: 999_999_999_999) == [999_999_999_999])
    #expect(parts([], of: 0) == [])
  }

  @Test func `the parts of any shares sum to the amount and exceed no share`() {
    var generator = SeededGenerator(seed: 20_161_110)
    for _ in 0..<5_000 {
      let shares = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
        Rupiah(Int64.random(in: 1...Rupiah.limit.amount / 20, using: &generator))
      }
      let amount = Rupiah(Int64.random(in: 0...shares.total().amount, using: &generator))
      let parts = parts(shares, of: amount)
      #expect(parts.total() == amount)
      #expect(zip(parts, shares).allSatisfy { .zero <= $0 && $0 <= $1 })
    }
  }

  @Test func `a member who paid takes nothing along, and the others what is open on their own`() {
    var loan = Loan(
      id: LoanID(upk, 1), ksm: KSMID(upk, 1), application: ApplicationID(upk, 1),
      terms: .usual(10), shares: (1...4).map { Share(member: $0, amount: 500_000) },
      disbursedOn: "2016-01-10", state: .active, paid: .nothing, waivedServiceCharge: .zero,
      closedOn: nil)
    let own = loan.memberSchedules[0]
    let first = own.installments[0].total
    loan.memberPaid[0] = own.principal + own.serviceCharge
    loan.memberPaid[1] = first
    loan.paid = loan.schedule.filled(loan.memberPaid.total())
    let parts = loan.openShares
    #expect(parts.total(\.amount) == loan.openPrincipal)
    #expect(parts.map(\.member) == loan.shares.dropFirst().map(\.member))
    #expect(parts[0].amount < parts[1].amount)
    let charge: Rupiah = 1001
    let charges = loan.dividing(charge, among: parts, fallenDueBy: own.installments[0].due)
    #expect(charges.total(\.amount) == charge)
    // The second has paid what fell due.
    #expect(charges.map(\.member) == loan.shares.dropFirst(2).map(\.member))
    let early = loan.dividing(charge, among: parts, fallenDueBy: loan.disbursedOn)
    #expect(early.total(\.amount) == charge && early.count == parts.count)
  }

  @Test func `what fell due by a day and was not paid is open charge`() {
    var loan = Loan.sample()
    #expect(loan.openServiceCharge(fallenDueBy: "2016-02-09") == 0)
    #expect(loan.openServiceCharge(fallenDueBy: "2016-02-10") == 75_000)
    loan.paid = PaidTotals(principal: 500_000, serviceCharge: 100_000)
    #expect(loan.openServiceCharge(fallenDueBy: "2016-02-10") == 0)
    #expect(loan.openServiceCharge(fallenDueBy: "2016-03-10") == 50_000)
    #expect(loan.openPrincipal == 4_500_000)
  }
}
