import RevolvingFund

/// Something that the core decides or reckons all day.
enum CoreExercise: String, Exercise {
  case decideRepayment = "decide-repayment"
  case allocatePayment = "allocate-payment"
  case scheduleOf10Months = "schedule-10-months"
  case scheduleOf36Months = "schedule-36-months"
  case positionOf20Payments = "position-20-payments"
  case positionOf2000Payments = "position-2000-payments"
  case indicatorsOf50Loans = "indicators-50-loans"
  case authorityOf50Loans = "authority-50-loans"
}

extension CoreExercise {
  var repetitions: Int {
    switch self {
    case .positionOf2000Payments: 10
    case .indicatorsOf50Loans, .authorityOf50Loans: 50
    default: 1000
    }
  }

  func run(times: Int) throws -> Int {
    switch self {
    case .decideRepayment:
      let (command, facts, caller) = CoreSample.repayment()
      return try repeated(times) {
        try command.effects(given: facts, for: caller).vouchers.count
      }
    case .allocatePayment:
      let (loan, day) = (CoreSample.loan(1, months: 10), CoreSample.day(95))
      let schedule = loan.schedule
      let paid = PaidTotals(principal: Rupiah(1_500_000), serviceCharge: Rupiah(300_000))
      return try repeated(times) {
        try schedule.allocate(Rupiah(1_150_000), after: paid, on: day, rule: .waive).lines.count
      }
    case .scheduleOf10Months: return try schedules(months: 10, times)
    case .scheduleOf36Months: return try schedules(months: 36, times)
    case .positionOf20Payments: return positions(payments: 20, times)
    case .positionOf2000Payments: return positions(payments: 2000, times)
    case .indicatorsOf50Loans:
      let (upk, book, movements) = (CoreSample.unit, CoreSample.book(), CoreSample.movements())
      return repeated(times) {
        IndicatorFigures(
          of: upk, asOf: CoreSample.day(250), book, movements: movements, policies: []
        ).sheet.all.count { $0.category == .satisfactory }
      }
    case .authorityOf50Loans:
      let book = CoreSample.book()
      return repeated(times) {
        let authority = LendingAuthority(
          book: book, periods: .empty, on: CoreSample.day(250))
        return authority.category == .suspended ? 1 : 2
      }
    }
  }

  private func schedules(months: Int, _ times: Int) throws -> Int {
    let loan = CoreSample.loan(1, months: months)
    let shares = loan.shares.map(\.amount)
    return try repeated(times) {
      try Schedule(shares: shares, terms: loan.terms, disbursedOn: loan.disbursedOn)
        .installments.count
    }
  }

  /// The loan is read from what came for it, as the store hands it over.
  private func positions(payments: Int, _ times: Int) -> Int {
    let loan = CoreSample.loan(1, months: 36)
    let entries = CoreSample.entries(payments, of: Rupiah(6_000_000 / Int64(payments)))
    return repeated(times) {
      LoanHistory(loan: loan, entries: entries)
        .position(asOf: CoreSample.day(1060))?.collectability.rawValue ?? 0
    }
  }

  private func repeated<Failure: Error>(
    _ times: Int, _ body: () throws(Failure) -> Int
  ) throws(Failure) -> Int {
    var sum = 0
    for _ in 0..<times { sum += try body() }
    return sum
  }
}
