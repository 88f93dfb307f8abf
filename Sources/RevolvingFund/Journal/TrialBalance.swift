/// What the accounts hold at the end of a day, and what moved in its year.
public struct TrialBalance: Hashable, Sendable {
  public let asOf: Day
  /// Debits less credits since the beginning, by account.
  private var sinceBeginning: [AccountCode: Rupiah]
  /// Debits less credits from 1 January of the day's year, by account, without the close of a year
  /// (rules.md 0, ruling 15).
  private var yearToDate: [AccountCode: Rupiah]

  /// What was debited and credited to an account in a span of days.
  public struct Movement: Hashable, Sendable {
    public let account: AccountCode
    public let month: Month
    public let debit: Rupiah
    public let credit: Rupiah
    public let origin: Origin

    /// Where it comes from.
    public enum Origin: Hashable, Sendable {
      case business
      /// The close of a year: no income and no cost, but what takes both off their accounts.
      case yearClose
    }

    public init(
      account: AccountCode, month: Month, debit: Rupiah, credit: Rupiah, origin: Origin
    ) {
      self.account = account
      self.month = month
      self.debit = debit
      self.credit = credit
      self.origin = origin
    }

    /// A movement that belongs to no year's close.
    public init(account: AccountCode, month: Month, debit: Rupiah, credit: Rupiah) {
      self.init(account: account, month: month, debit: debit, credit: credit, origin: .business)
    }
  }

  /// The balances that movements up to a day give; later ones must not be among them.
  public init(asOf day: Day, movements: some Sequence<Movement>) {
    var sinceBeginning: [AccountCode: Rupiah] = [:]
    var yearToDate: [AccountCode: Rupiah] = [:]
    for movement in movements where movement.month <= day.month {
      let net = movement.debit - movement.credit
      sinceBeginning[movement.account, default: .zero] += net
      guard movement.month.year == day.year, movement.origin == .business else { continue }
      yearToDate[movement.account, default: .zero] += net
    }
    asOf = day
    self.sinceBeginning = sinceBeginning
    self.yearToDate = yearToDate
  }

  /// The balances with one more voucher of the day.
  func booking(_ postings: [Posting]) -> TrialBalance {
    var booked = self
    for posting in postings {
      booked.add(posting.amount, to: posting.debit)
      booked.add(-posting.amount, to: posting.credit)
    }
    return booked
  }

  /// The balance of an account, positive on its usual side.
  public func balance(_ code: AccountCode) -> Rupiah {
    usualSide(code, sinceBeginning[code] ?? .zero)
  }

  /// The balance as the statements of the day show it, whether or not earlier years were closed.
  ///
  /// Income and cost begin anew each year, and what earlier years left stands in 31040.
  public func stated(_ code: AccountCode) -> Rupiah {
    switch code.kind {
    case .income, .cost: yearToDate(code)
    case .asset, .liability, .equity:
      balance(code) + (code == .priorProfit ? unclosedPriorProfit : .zero)
    }
  }

  /// All class 4 income from 1 January to the day.
  public var incomeOfYear: Rupiah { flow(.income) }
  /// All class 5 cost from 1 January to the day, the provision included.
  public var costOfYear: Rupiah { flow(.cost) }
  public var profitOfYear: Rupiah { incomeOfYear - costOfYear }

  /// What one income or cost account earned or cost from 1 January to the day.
  public func yearToDate(_ code: AccountCode) -> Rupiah {
    usualSide(code, yearToDate[code] ?? .zero)
  }

  /// What the asset accounts of a range grew by from 1 January to the day.
  func grownInYear(_ accounts: ClosedRange<AccountCode>) -> Rupiah {
    yearToDate.filter { accounts.contains($0.key) }.total(\.value)
  }

  /// What the accounts of a range cost from 1 January to the day.
  func costOfYear(on accounts: ClosedRange<AccountCode>) -> Rupiah {
    yearToDate.filter { accounts.contains($0.key) }.total { usualSide($0.key, $0.value) }
  }

  /// Results of earlier years that no year close has moved into equity yet.
  public var unclosedPriorProfit: Rupiah {
    let allYears = sinceBeginning.filter { [.income, .cost].contains($0.key.kind) }
    return -allYears.values.total() - profitOfYear
  }

  /// The capital that ROI divides by: 31010, 31020 and 31030.
  public var capital: Rupiah { AccountCode.capital.total(balance) }

  private mutating func add(_ net: Rupiah, to account: AccountCode) {
    sinceBeginning[account, default: .zero] += net
    yearToDate[account, default: .zero] += net
  }

  private func flow(_ kind: AccountKind) -> Rupiah {
    yearToDate.filter { $0.key.kind == kind }.total { usualSide($0.key, $0.value) }
  }

  private func usualSide(_ code: AccountCode, _ net: Rupiah) -> Rupiah {
    code.kind.growsByDebit ? net : -net
  }
}
