/// The savers' money of a UPK beside what it owes them, day by day (002 §UPK-7e; ruling 13).
///
/// The two accounts that hold it, 11012 and 11022, never hold less than 21020 says.
public struct SavingsPool: Hashable, Sendable {
  public private(set) var cash = DailyBalance()
  public private(set) var bank = DailyBalance()
  public private(set) var owed = DailyBalance()

  /// What an account of the savings changed by on a day, debits less credits.
  public struct Movement: Hashable, Sendable {
    public let account: AccountCode
    public let on: Day
    public let net: Rupiah

    public init(account: AccountCode, on day: Day, net: Rupiah) {
      self.account = account
      on = day
      self.net = net
    }
  }

  /// A day at whose end the accounts hold less than is owed.
  public struct Shortfall: Hashable, Sendable {
    public let on: Day
    public let held: Rupiah
    public let owed: Rupiah
  }

  /// The pool that movements give; those of other accounts are passed over.
  public init(movements: some Sequence<Movement>) {
    for movement in movements { add(movement) }
  }

  /// That of a UPK without savings.
  public static let empty = SavingsPool(movements: [])

  /// What one of the two accounts can give on a day without falling below zero later.
  public func available(in account: AccountCode, on day: Day) -> Rupiah {
    let balance = account == .savingsCash ? cash : account == .savingsBank ? bank : DailyBalance()
    return max(.zero, balance.lowest(from: day))
  }

  /// The first day, from one on, at whose end the savings are not covered.
  public func shortfall(from day: Day) -> Shortfall? {
    let surplus = cash + bank - owed
    return surplus.balances(from: day).first { $0.balance < .zero }.map { short in
      let owed = owed.balance(asOf: short.day)
      return Shortfall(on: short.day, held: owed + short.balance, owed: owed)
    }
  }

  /// The pool after postings of a day.
  func booking(_ postings: [Posting], on day: Day) -> SavingsPool {
    var booked = self
    booked.book(postings, on: day)
    return booked
  }

  /// Takes in postings of a day.
  mutating func book(_ postings: [Posting], on day: Day) {
    for posting in postings {
      add(Movement(account: posting.debit, on: day, net: posting.amount))
      add(Movement(account: posting.credit, on: day, net: -posting.amount))
    }
  }

  private mutating func add(_ movement: Movement) {
    switch movement.account {
    case .savingsCash: cash.add(movement.net, on: movement.on)
    case .savingsBank: bank.add(movement.net, on: movement.on)
    case .savings: owed.add(-movement.net, on: movement.on)
    default: break
    }
  }
}

extension AccountCode {
  /// Where the savers' money is kept: in cash, or in the bank account of their own.
  public static let ofSavers: [AccountCode] = [.savingsCash, .savingsBank]
}

extension Facts {
  /// What keeps postings of a day from being booked: the savings, not covered after them.
  func coverViolations(_ postings: [Posting], on day: Day, in upk: UPKID) -> [Rejection] {
    let pool = savingsPools[upk] ?? .empty
    return pool.booking(postings, on: day).shortfall(from: day).map {
      [.savingsNotCovered(held: $0.held, owed: $0.owed, on: $0.on)]
    } ?? []
  }
}
