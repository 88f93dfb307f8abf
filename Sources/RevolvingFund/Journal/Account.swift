/// An account's five digits; the first says its class (rules.md 5.2).
public struct AccountCode: Hashable, Comparable, Sendable {
  public let number: Int32

  /// A code of the chart.
  ///
  /// Whether a UPK has the account is looked up where it matters.
  public init(_ number: Int32) {
    self.number = number
  }

  public static func < (left: AccountCode, right: AccountCode) -> Bool {
    left.number < right.number
  }

  public var kind: AccountKind {
    switch number / 10_000 {
    case 1: .asset
    case 2: .liability
    case 3: .equity
    case 4: .income
    default: .cost
    }
  }

  /// Cash and bank: what moves here is money, and decides a voucher's kind.
  public var isMoney: Bool {
    [.cash, .savingsCash, .bank, .savingsBank].contains(self)
  }
}

/// The five classes of account.
public enum AccountKind: String, Hashable, Sendable, CaseIterable {
  case asset, liability, equity, income, cost

  /// Whether a debit raises the balance.
  public var growsByDebit: Bool { self == .asset || self == .cost }
}

/// An account of a UPK's chart.
public struct Account: Hashable, Sendable {
  public let code: AccountCode
  public let name: String

  public init(_ code: AccountCode, _ name: String) {
    self.code = code
    self.name = name
  }
}

extension AccountCode {
  public static let cash = AccountCode(11010)
  public static let savingsCash = AccountCode(11012)
  public static let bank = AccountCode(11021)
  public static let savingsBank = AccountCode(11022)
  public static let loans = AccountCode(11030)
  public static let accruedServiceCharge = AccountCode(11040)
  public static let writtenOffLoans = AccountCode(11050)
  public static let misuseReceivable = AccountCode(11060)
  public static let loanLossReserve = AccountCode(12010)
  public static let equipment = AccountCode(12020)
  public static let accumulatedDepreciation = AccountCode(12021)
  public static let debts = AccountCode(21010)
  public static let savings = AccountCode(21020)
  /// Titipan angsuran: what was received beyond the debt, or cannot be told yet.
  public static let suspense = AccountCode(21030)
  /// What of a profit is set aside for others than capital and supervisors, and not paid yet.
  public static let allocatedProfit = AccountCode(21040)
  /// What of a profit is set aside for the supervisors (honor Pengawas), and not paid yet.
  public static let supervisorHonour = AccountCode(21050)
  public static let capitalP2KP = AccountCode(31010)
  public static let capitalBLM = AccountCode(31020)
  public static let capitalOther = AccountCode(31030)
  public static let priorProfit = AccountCode(31040)
  public static let profitOfYear = AccountCode(31050)
  public static let serviceCharge = AccountCode(41010)
  public static let otherIncome = AccountCode(41020)
  /// Late fees, and what comes back of written-off loans.
  public static let creditIncome = AccountCode(41030)
  public static let bankFees = AccountCode(51060)
  public static let depreciation = AccountCode(51070)
  public static let provision = AccountCode(51080)
  public static let bankTax = AccountCode(51090)

  /// What counts as capital for ROI (rules.md 0, ruling 15).
  public static let capital: [AccountCode] = [.capitalP2KP, .capitalBLM, .capitalOther]

  /// Kept by loans, capital, the close, what it left and the savings themselves, never by a manual
  /// voucher; of the savers' bank account some movements are open to it.
  public static let controlled: Set<AccountCode> = [
    .loans, .accruedServiceCharge, .writtenOffLoans, .loanLossReserve, .profitOfYear,
    .supervisorHonour, .priorProfit,
    .serviceCharge, .capitalP2KP, .capitalBLM, .capitalOther, .savings, .savingsCash,
    .savingsBank,
  ]
}
