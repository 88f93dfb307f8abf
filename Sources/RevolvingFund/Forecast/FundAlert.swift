/// What says that a fund does not do its work (rules.md 0, ruling 18; 3.8).
public enum FundAlert: Hashable, Sendable {
  /// Money lies idle: at least so much could have been lent at the end of every day from the third
  /// month-end before the day on. It has been idle since a day without a break.
  case idleCash(Rupiah, since: Day)
  /// Loans are open, and no service charge came in for half a year.
  case noServiceCharge(since: Day)
  /// Nothing was lent for half a year, though rules and cash allow it.
  case noLending(since: Day)

  /// What it is about, without its numbers.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case idleCash, noServiceCharge, noLending
  }

  public var kind: Kind {
    switch self {
    case .idleCash: .idleCash
    case .noServiceCharge: .noServiceCharge
    case .noLending: .noLending
    }
  }
}

extension FundAlert {
  /// How many month-ends before the day money must have lain idle.
  public static let idleMonths = 3
  /// Idle is what exceeds one part in four of the capital.
  ///
  /// A first value of ours: no source gives one, and no province has set one.
  public static let idleParts: Int64 = 4
  /// How long nothing may happen before a fund is dormant.
  public static let dormantMonths = 6

  /// The alerts of a day, from everything booked by then.
  public static func alerts(_ sight: FundSight) -> [FundAlert] {
    [sight.idleCash, sight.silence, sight.noLending].compactMap(\.self)
  }
}

/// What the alerts of a UPK are found in.
public struct FundSight: Sendable {
  public let asOf: Day
  public let movements: [TrialBalance.Movement]
  /// Cash and the fund's bank account, day by day.
  public let money: DailyBalance
  public let book: LoanBook
  public let reservations: [Reservation]
  public let authority: LendingAuthority
  /// In force on the day; without one nothing may be lent.
  public let policy: LendingPolicy?
  /// The day of the first voucher; `nil` before it.
  public let firstDay: Day?

  /// What facts show of a UPK on a day; `nil` unless `Keys.addForecast` asked for them.
  public init?(_ facts: Facts, of upk: UPKID, on day: Day) {
    guard let book = facts.portfolios[upk], let authority = facts.authority(of: upk, on: day) else {
      return nil
    }
    asOf = day
    movements = facts.movements[MovementsKey(upk: upk, upTo: day)] ?? []
    money = facts.fundMoney[upk] ?? DailyBalance()
    self.book = book
    reservations = facts.reservations[upk] ?? []
    self.authority = authority
    policy = (facts.policies[upk] ?? []).inForce(on: day)
    firstDay = facts.firstDays[upk]
  }

  /// What can be lent at the end of a day.
  private func available(on day: Day) -> Rupiah {
    let trial = TrialBalance(asOf: day, movements: movements)
    return trial.balance(.cash) + trial.balance(.bank) - reservations.held(on: day)
  }

  fileprivate var idleCash: FundAlert? {
    let capital = AccountCode.capital.total {
      TrialBalance(asOf: asOf, movements: movements).balance($0)
    }
    func isIdle(_ amount: Rupiah) -> Bool {
      amount > .zero
        && Int128(amount.amount) * Int128(FundAlert.idleParts) > Int128(capital.amount)
    }
    let first = asOf.month.adding(-FundAlert.idleMonths).last
    // Before the first voucher there was nothing that could lie idle.
    let earliest = firstDay ?? asOf
    var day = asOf
    var held = money.balance(asOf: asOf)
    var least = Rupiah.limit
    while earliest <= day {
      let available = held - reservations.held(on: day)
      guard isIdle(available) else { break }
      if first <= day { least = min(least, available) }
      held -= money.change(on: day)
      day = day.addingDays(-1)
    }
    let since = day.addingDays(1)
    return since <= first ? .idleCash(least, since: since) : nil
  }

  fileprivate var silence: FundAlert? {
    let positions = book.loans.positions(asOf: asOf)
    guard positions.contains(where: { $0.outstanding > .zero }) else { return nil }
    let charged = book.loans.flatMap(\.payments).filter {
      $0.on <= asOf && $0.paid.serviceCharge > .zero
    }.map(\.on).max()
    let first = book.loans.map(\.loan.disbursedOn).filter { $0 <= asOf }.min()
    guard let last = charged ?? first, isDormant(since: last) else { return nil }
    return .noServiceCharge(since: last)
  }

  fileprivate var noLending: FundAlert? {
    let lent = book.lent.map(\.loan.disbursedOn).filter { $0 <= asOf }.max()
    guard let last = lent ?? firstDay, isDormant(since: last), let policy,
      mayLend,
      available(on: asOf) >= policy.firstLoanCeiling
    else { return nil }
    return .noLending(since: last)
  }

  /// Whether there is anybody whom the authority of the day admits.
  private var mayLend: Bool {
    authority.admits(.new)
      || Set(book.loans.map(\.loan.ksm)).contains {
        authority.admits(BorrowerStanding(loans: book.loans(of: $0), on: asOf))
      }
  }

  private func isDormant(since day: Day) -> Bool {
    day.addingMonths(FundAlert.dormantMonths) <= asOf
  }
}

extension Keys {
  /// What the forecast of a UPK and its alerts are reckoned from.
  public mutating func addForecast(of upk: UPKID, on day: Day) {
    portfolios.insert(upk)
    periods.insert(upk)
    policiesOf.insert(upk)
    reservationsOf.insert(upk)
    firstDays.insert(upk)
    fundMoneyOf.insert(upk)
    movements.insert(MovementsKey(upk: upk, upTo: day))
  }
}
