/// What a year's income was, what it was spent on, and what of it is left to spend (rules.md 0,
/// rulings 12 and 17).
public struct FundUse: Hashable, Sendable {
  /// All class 4 income of the year: the receipts of the 25 % rule.
  public private(set) var income: Rupiah
  /// Cost on 51010 to 51070.
  public private(set) var operating: Rupiah
  /// Cost on other accounts of class 5, without the provision 51080.
  public private(set) var otherCost: Rupiah
  /// What 12020 and the UPK's own asset accounts grew by; below zero where more was sold than
  /// bought.
  public private(set) var purchases: Rupiah
  /// 31040 as the statements show it, whether or not earlier years were closed.
  public private(set) var priorProfit: Rupiah

  /// What of the income is left to spend: a loss of earlier years takes nothing from it, and what
  /// was sold of 12020 adds nothing.
  public var unspent: Rupiah {
    income - operating - otherCost - max(.zero, purchases) + max(.zero, priorProfit)
  }

  /// Whether more was spent than earned, so that the fund itself pays.
  public var isEroded: Bool { unspent < .zero }

  /// Operating cost over receipts; not rated without receipts.
  public var operatingShare: Ratio { Ratio(operating.amount, max(0, income.amount)) }

  /// Whether operating cost is at most a quarter of the receipts (001 L436-438; B-40).
  ///
  /// Exactly a quarter passes.
  public var isWithinOperatingLimit: Bool {
    Int128(operating.amount) * 4 <= Int128(income.amount)
  }

  /// The use of income in the year of a trial balance, up to its day.
  public init(_ trial: TrialBalance) {
    income = trial.incomeOfYear
    operating = trial.costOfYear(on: AccountCode.operatingCost)
    otherCost =
      trial.costOfYear - trial.costOfYear(on: AccountCode.operatingCost)
      - trial.yearToDate(.provision)
    purchases = trial.yearToDate(.equipment) + trial.grownInYear(AccountCode.ownAssets)
    priorProfit = trial.stated(.priorProfit)
  }

  /// The use after one more voucher of the year.
  func booking(debit: AccountCode, credit: AccountCode, amount: Rupiah) -> FundUse {
    var booked = self
    booked.add(amount, to: debit)
    booked.add(-amount, to: credit)
    return booked
  }

  /// Adds a debit, or a credit where the amount is negative.
  private mutating func add(_ amount: Rupiah, to account: AccountCode) {
    switch account {
    case .equipment: purchases += amount
    case _ where AccountCode.ownAssets.contains(account): purchases += amount
    case .priorProfit: priorProfit -= amount
    case .provision: break
    case _ where account.kind == .income: income -= amount
    case _ where AccountCode.operatingCost.contains(account): operating += amount
    case _ where account.kind == .cost: otherCost += amount
    default: break
    }
  }
}

extension AccountCode {
  /// Operating cost, for the 25 % rule (rules.md 0, ruling 17).
  public static let operatingCost = AccountCode(51010)...AccountCode(51070)

  /// Whether only unspent income may be spent on it: 51010 to 51050, 12020 (ruling 12), and asset
  /// accounts that a UPK opened.
  public var isPaidFromIncome: Bool {
    (AccountCode(51010)...AccountCode(51050)).contains(self) || self == .equipment
      || AccountCode.ownAssets.contains(self)
  }
}
