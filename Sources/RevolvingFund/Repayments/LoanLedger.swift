/// What was paid on a loan, day by day: a function of its schedule and of what came when.
///
/// All money for the loan by a day fills its installments from the oldest, in each the service
/// charge before the principal (rules.md 0, ruling 7). A payment of exactly the settlement pays
/// the loan off. So a payment of an earlier day, or one that is taken back, changes how later ones
/// split, and never what they were.
public struct LoanLedger: Hashable, Sendable {
  public let schedule: Schedule
  public let rule: EarlySettlement
  public let entries: [Entry]
  /// The sums at the end of each day with an entry, in order.
  public private(set) var days: [DayTotal] = []
  /// What each entry brought or took back, by its number.
  private var splits: [Int64: PaidTotals] = [:]
  /// The sums after all entries.
  public private(set) var paid = PaidTotals.nothing
  /// The day on which the loan was paid off, unless that was taken back.
  public private(set) var settledOn: Day?
  /// Whether no payment was more than the debt of its day.
  public private(set) var isSound = true

  /// Money that came for the loan, above zero, or was taken back, below.
  public struct Entry: Hashable, Sendable {
    public let on: Day
    /// Its place among those of its day.
    public let number: Int64
    public let amount: Rupiah

    public init(on day: Day, number: Int64, amount: Rupiah) {
      on = day
      self.number = number
      self.amount = amount
    }
  }

  /// What was paid by the end of a day.
  public struct DayTotal: Hashable, Sendable {
    public let on: Day
    public let paid: PaidTotals
  }

  /// The ledger that entries give, in any order.
  public init(schedule: Schedule, rule: EarlySettlement, entries: some Sequence<Entry>) {
    self.schedule = schedule
    self.rule = rule
    self.entries = entries.filter { $0.amount != .zero }
      .sorted { ($0.on, $0.number) < ($1.on, $1.number) }
    for entry in self.entries { take(entry) }
  }

  private mutating func take(_ entry: Entry) {
    let before = paid
    let sum = paid.principal + paid.serviceCharge + entry.amount
    let debt = settledOn == nil ? schedule.settlement(after: paid, on: entry.on, rule: rule) : .zero
    if entry.amount > debt || sum < .zero { isSound = false }
    if settledOn == nil && entry.amount == debt {
      settledOn = entry.on
      paid = PaidTotals(
        principal: schedule.principal, serviceCharge: sum - schedule.principal)
    } else {
      settledOn = nil
      paid = schedule.filled(max(.zero, sum))
    }
    splits[entry.number] = paid - before
    if days.last?.on == entry.on { days.removeLast() }
    days.append(DayTotal(on: entry.on, paid: paid))
  }

  /// What was paid by the end of a day.
  public func paid(by day: Day) -> PaidTotals {
    days.last { $0.on <= day }?.paid ?? .nothing
  }

  /// How the entry of a number splits.
  public func split(of number: Int64) -> PaidTotals { splits[number] ?? .nothing }

  /// The ledger with one more entry, the last of its day.
  public func adding(_ amount: Rupiah, on day: Day) -> LoanLedger {
    LoanLedger(
      schedule: schedule, rule: rule,
      entries: entries + [Entry(on: day, number: .max, amount: amount)])
  }

  /// The most that may be paid on a day so that neither that day nor a later payment exceeds the
  /// debt.
  public func room(on day: Day) -> Rupiah {
    if settledOn == nil && entries.last.map({ $0.on <= day }) ?? true {
      return schedule.settlement(after: paid, on: day, rule: rule)
    }
    var least: Int64 = 0
    var most = max(0, (schedule.principal + schedule.serviceCharge).amount)
    while least < most {
      let middle = least + (most - least + 1) / 2
      if adding(Rupiah(middle), on: day).isSound { least = middle } else { most = middle - 1 }
    }
    return Rupiah(least)
  }

  /// How many installments were not paid in full at the end of their due day, before a day.
  public func lateInstallments(before day: Day) -> Int {
    var due = Rupiah.zero
    return schedule.installments.count { installment in
      due += installment.total
      guard installment.due < day else { return false }
      let paid = paid(by: installment.due)
      return paid.principal < schedule.principal && paid.principal + paid.serviceCharge < due
    }
  }

  /// What splits differently than in an earlier ledger: the change of each day from one on.
  func changes(since before: LoanLedger, from day: Day) -> [DayTotal] {
    let days = Set([day] + (days + before.days).map(\.on).filter { day < $0 }).sorted()
    var last = PaidTotals.nothing
    return days.map { day in
      let now = paid(by: day) - before.paid(by: day)
      defer { last = now }
      return DayTotal(on: day, paid: now - last)
    }
  }
}

extension PaidTotals {
  static func - (left: PaidTotals, right: PaidTotals) -> PaidTotals {
    PaidTotals(
      principal: left.principal - right.principal,
      serviceCharge: left.serviceCharge - right.serviceCharge,
      lateFee: left.lateFee - right.lateFee)
  }
}

extension Repayment {
  /// What it and its reversal do to the loan.
  public var entries: [LoanLedger.Entry] {
    [LoanLedger.Entry(on: on, number: number, amount: loanPart)]
      + (reversal.map { [LoanLedger.Entry(on: $0.on, number: $0.number, amount: -loanPart)] } ?? [])
  }
}

extension Loan {
  /// What repayments paid on it.
  public func ledger(_ repayments: some Sequence<Repayment>) -> LoanLedger {
    LoanLedger(
      schedule: schedule, rule: terms.earlySettlement, entries: repayments.flatMap(\.entries))
  }
}
