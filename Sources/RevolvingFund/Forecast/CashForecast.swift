/// What a UPK will have to lend in the months to come, as of a day.
///
/// Installments are expected from loans of class 1 and 2 alone; those of worse loans stand beside
/// them, and so does what is overdue already: it may come on any day or on none.
public struct CashForecast: Hashable, Sendable {
  public let asOf: Day
  public let cash: Rupiah
  public let bank: Rupiah
  /// What approvals have promised and no disbursement has paid yet.
  public let reserved: Rupiah
  /// Overdue principal and service charge of loans of class 1 and 2.
  public let overdue: Rupiah
  /// The same of class 3 and worse.
  public let overdueAtRisk: Rupiah
  public let months: [ExpectedMonth]

  /// Money that can be lent on the day; below zero where more was promised than is there.
  ///
  /// The savers' accounts are not in it: what stands there is never lent (002 §UPK-7e).
  public var available: Rupiah { cash + bank - reserved }

  /// What is due in a month, and what there is to lend at its end if it comes.
  public struct ExpectedMonth: Hashable, Sendable {
    public let month: Month
    public let principal: Rupiah
    public let serviceCharge: Rupiah
    /// Principal and service charge of loans of class 3 and worse.
    public let atRisk: Rupiah
    /// From the day to the end of the month, without what is at risk.
    public let available: Rupiah

    public var expected: Rupiah { principal + serviceCharge }
  }

  /// How many months may be asked for.
  public static let monthsAhead = 1...12

  /// The forecast from a trial balance, the loans and the reservations of the same day; the first
  /// month is that of the next day.
  public init(
    _ trial: TrialBalance, book: LoanBook, reservations: [Reservation], months count: Int
  ) {
    let day = trial.asOf
    asOf = day
    cash = trial.balance(.cash)
    bank = trial.balance(.bank)
    reserved = reservations.held(on: day)
    let open = book.loans.flatMap { history -> [(isAtRisk: Bool, OpenInstallment)] in
      guard let position = history.position(asOf: day) else { return [] }
      return history.openInstallments(asOf: day).map { (position.collectability.isAtRisk, $0) }
    }
    let late = open.filter { $0.1.due <= day }
    overdue = late.filter { !$0.isAtRisk }.total(\.1.total)
    overdueAtRisk = late.filter(\.isAtRisk).total(\.1.total)
    var available = trial.balance(.cash) + trial.balance(.bank) - reserved
    let first = day.addingDays(1).month
    months = (0..<count).map { number in
      let month = first.adding(number)
      let due = open.filter { day < $0.1.due && $0.1.due.month == month }
      let good = due.filter { !$0.isAtRisk }
      available += good.total(\.1.total)
      return ExpectedMonth(
        month: month, principal: good.total(\.1.principal),
        serviceCharge: good.total(\.1.serviceCharge),
        atRisk: due.filter(\.isAtRisk).total(\.1.total), available: available)
    }
  }
}

extension Sequence<Reservation> {
  /// What was promised by a day and is still held on it.
  func held(on day: Day) -> Rupiah {
    filter { $0.decidedOn <= day && $0.holds(on: day) }.total(\.amount)
  }
}
