import RevolvingFund
import Testing

/// Vector (a): ten installments of 500,000 and 75,000, due from 10 February 2016.
struct AllocationTests {
  let loan = Loan.sample()

  struct Row: Sendable {
    var paid: PaidTotals = .nothing
    var pays: Rupiah
    var lines: [[Int64]]
  }

  @Test(arguments: [
    Row(pays: 300_000, lines: [[1, 75_000, 225_000]]),
    Row(pays: 1, lines: [[1, 1, 0]]),
    Row(pays: 75_000, lines: [[1, 75_000, 0]]),
    Row(pays: 575_000, lines: [[1, 75_000, 500_000]]),
    Row(pays: 660_000, lines: [[1, 75_000, 500_000], [2, 75_000, 10_000]]),
    Row(
      paid: PaidTotals(principal: 225_000, serviceCharge: 75_000), pays: 275_000,
      lines: [[1, 0, 275_000]]),
    Row(
      paid: PaidTotals(principal: 225_000, serviceCharge: 75_000), pays: 300_000,
      lines: [[1, 0, 275_000], [2, 25_000, 0]]),
    Row(
      paid: PaidTotals(principal: 500_000, serviceCharge: 100_000), pays: 60_000,
      lines: [[2, 50_000, 10_000]]),
  ])
  func `the oldest installment is paid first, its service charge before its principal`(
    row: Row
  ) throws {
    let allocation = try loan.schedule.allocate(
      row.pays, after: row.paid, on: "2016-02-10", rule: .waive)
    let lines = allocation.lines.map {
      [Int64($0.installment), $0.serviceCharge.amount, $0.principal.amount]
    }
    #expect(lines == row.lines)
    #expect(allocation.waivedServiceCharge == .zero)
  }

  @Test func `vector e leaves 275,000 in arrears`() throws {
    let history = try LoanHistory.repaid(loan, [("2016-02-10", 300_000)])
    let position = try #require(history.position(asOf: "2016-02-11"))
    #expect(position.overduePrincipal + position.overdueServiceCharge == 275_000)
  }

  @Test(arguments: [
    ("2016-01-10" as Day, EarlySettlement.waive, 5_075_000 as Rupiah),
    ("2016-02-10", .waive, 5_075_000), ("2016-02-11", .waive, 5_150_000),
    ("2016-11-10", .waive, 5_750_000), ("2017-06-01", .waive, 5_750_000),
    ("2016-01-10", .charge, 5_750_000),
  ])
  func `settling costs all principal and the charge up to the running installment`(
    day: Day, rule: EarlySettlement, debt: Rupiah
  ) {
    #expect(loan.schedule.settlement(after: .nothing, on: day, rule: rule) == debt)
  }

  @Test func `settling early waives later charges, and leaves nothing open`() throws {
    let schedule = loan.schedule
    let allocation = try schedule.allocate(
      5_150_000, after: .nothing, on: "2016-02-11", rule: .waive)
    #expect(allocation.principal == 5_000_000)
    #expect(allocation.serviceCharge == 150_000)
    #expect(allocation.waivedServiceCharge == 600_000)
    let charged = try schedule.allocate(
      5_750_000, after: .nothing, on: "2016-02-11", rule: .charge)
    #expect(charged.waivedServiceCharge == .zero)
  }

  @Test func `charges paid ahead are not asked for twice when settling`() throws {
    let paid = PaidTotals(principal: 1_500_000, serviceCharge: 225_000)
    let schedule = loan.schedule
    #expect(schedule.settlement(after: paid, on: "2016-02-01", rule: .waive) == 3_500_000)
    let allocation = try schedule.allocate(
      3_500_000, after: paid, on: "2016-02-01", rule: .waive)
    #expect(allocation.serviceCharge == .zero)
    #expect(allocation.waivedServiceCharge == 525_000)
  }

  @Test func `a repayment is above zero and within the debt`() {
    #expect(throws: Rejection.amountNotPositive(field: .amount, 0)) {
      try loan.schedule.allocate(0, after: .nothing, on: "2016-02-10", rule: .waive)
    }
    #expect(throws: Rejection.amountNotPositive(field: .amount, -5)) {
      try loan.schedule.allocate(-5, after: .nothing, on: "2016-02-10", rule: .waive)
    }
    #expect(throws: Rejection.repaymentExceedsDebt(amount: 5_075_001, debt: 5_075_000)) {
      try loan.schedule.allocate(5_075_001, after: .nothing, on: "2016-02-10", rule: .waive)
    }
  }

  @Test func `any sequence of repayments ends where one repayment of their sum does`() throws {
    var random = SeededGenerator.announced()
    for _ in 0..<500 {
      let loan = Loan.sample(
        amount: Rupiah(.random(in: 100_000...5_000_000, using: &random)),
        terms: .usual(
          .random(in: 1...24, using: &random),
          method: Bool.random(using: &random) ? .flat : .declining, early: .charge))
      let schedule = loan.schedule
      let debt = schedule.settlement(after: .nothing, on: loan.disbursedOn, rule: .charge)
      let whole = Rupiah(.random(in: 1...debt.amount, using: &random))
      let once = try schedule.allocate(
        whole, after: .nothing, on: loan.disbursedOn, rule: .charge)
      var paid = PaidTotals.nothing
      var left = whole
      var parts: [Int: [Rupiah]] = [:]
      while left > .zero {
        let part = Rupiah(.random(in: 1...left.amount, using: &random))
        let allocation = try schedule.allocate(
          part, after: paid, on: loan.disbursedOn, rule: .charge)
        #expect(allocation.lines.total { $0.principal + $0.serviceCharge } == part)
        for line in allocation.lines {
          let before = parts[line.installment] ?? [0, 0]
          parts[line.installment] = [
            before[0] + line.serviceCharge, before[1] + line.principal,
          ]
        }
        paid.principal += allocation.principal
        paid.serviceCharge += allocation.serviceCharge
        left -= part
      }
      let expected = once.lines.reduce(into: [:]) {
        $0[$1.installment] = [$1.serviceCharge, $1.principal]
      }
      #expect(parts == expected)
    }
  }

  @Test func `after random repayments a settlement leaves nothing open under either rule`() throws {
    var random = SeededGenerator.announced()
    for _ in 0..<500 {
      let rule: EarlySettlement = Bool.random(using: &random) ? .waive : .charge
      let loan = Loan.sample(terms: .usual(10, early: rule))
      var repayments: [(Day, Rupiah)] = []
      var paid = PaidTotals.nothing
      var day = loan.disbursedOn
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        day = day.addingDays(.random(in: 0...90, using: &random))
        let debt = loan.schedule.settlement(after: paid, on: day, rule: rule)
        let amount = Rupiah(.random(in: 1...max(1, debt.amount / 2), using: &random))
        let allocation = try loan.schedule.allocate(amount, after: paid, on: day, rule: rule)
        paid.principal += allocation.principal
        paid.serviceCharge += allocation.serviceCharge
        repayments.append((day, amount))
      }
      repayments.append((day, loan.schedule.settlement(after: paid, on: day, rule: rule)))
      let history = try LoanHistory.repaid(loan, repayments)
      let position = try #require(history.position(asOf: day.addingMonths(24)))
      #expect(history.loan.state == .paidOff)
      #expect(position.outstanding == .zero)
      #expect(position.overduePrincipal + position.overdueServiceCharge == .zero)
      #expect(position.collectability == .current)
      let given = history.loan.paid.serviceCharge + history.loan.waivedServiceCharge
      #expect(given == loan.schedule.serviceCharge)
    }
  }
}
