/// What the books of a UPK must agree on at the end of a day (rules.md 2.12 and 6, P-18).
///
/// It reads what the reports read. `books verify` reckons the same anew, with nothing shared.
public struct DataQuality: Hashable, Sendable {
  public let asOf: Day
  public let findings: [Finding]
  /// Evenings of the last twelve months after which cash above its limit was kept another day.
  public let keptCash: [CashExcess]

  /// What a control expects and what it found.
  public struct Finding: Hashable, Sendable {
    public let control: DataControl
    public let expected: Int64
    public let found: Int64

    public var holds: Bool { control.isLimit ? found <= expected : found == expected }
  }

  /// Every control, in the order of the enumeration.
  public init(
    _ book: LoanBook, movements: [TrialBalance.Movement], chart: [Account], savings: SavingsPool,
    reserveMissing: Rupiah, monthsNotClosed: Int, keptCash: [CashExcess], asOf day: Day
  ) {
    let trial = TrialBalance(asOf: day, movements: movements)
    let progress = LoanProgress(book.loans, asOf: day)
    let before = LoanProgress(book.loans, asOf: day.month.first.addingDays(-1))
    let classes = Portfolio(book.loans.positions(asOf: day)).balances
    let sheet = BalanceSheet(trial, chart: chart)
    let total = progress.total
    let lastYear = LoanProgress(
      book.loans, asOf: Month(year: day.year, month: 1).first.addingDays(-1)
    ).total.toDate
    let overdrawn = AccountCode.money.filter { trial.balance($0) < .zero }
    asOf = day
    self.keptCash = keptCash
    findings = DataControl.allCases.map { control in
      let (expected, found): (Int64, Int64) =
        switch control {
        case .loansAgree: (trial.balance(.loans).amount, total.outstanding.amount)
        case .classesAgree: (total.outstanding.amount, classes.values.total().amount)
        case .monthsFollowOn: (before.total.toDate.total.amount, total.before.total.amount)
        case .progressAddsUp:
          (
            (total.amount - total.removed - total.outstanding).amount,
            total.toDate.principal.amount
          )
        case .serviceChargeAgrees:
          (
            trial.yearToDate(.serviceCharge).amount,
            (total.toDate - lastYear).serviceCharge.amount
          )
        case .sheetBalances:
          (sheet.totalAssets.amount, sheet.totalLiabilitiesAndEquity.amount)
        case .moneyNotNegative: (0, Int64(overdrawn.count))
        case .savingsCovered:
          (
            trial.balance(.savingsCash).amount + trial.balance(.savingsBank).amount,
            savings.owed.balance(asOf: day).amount
          )
        case .reserveFormed: (0, max(0, reserveMissing.amount))
        case .monthsClosed: (0, Int64(monthsNotClosed))
        case .cashDeposited: (0, Int64(keptCash.count))
        }
      return Finding(control: control, expected: expected, found: found)
    }
  }

  public var broken: [Finding] { findings.filter { !$0.holds } }
}

/// What is held against what.
public enum DataControl: String, Hashable, Sendable, CaseIterable {
  /// 11030 and the balance of LPP (control 1).
  case loansAgree
  /// The balance of LPP and the sum of the five classes (controls 1 and 2).
  case classesAgree
  /// Paid to the end of last month, by last month's LPP and by this one's (control 3).
  case monthsFollowOn
  /// What was lent less what is left, and what was paid (control 4).
  case progressAddsUp
  /// 41010 and the service charge of LPP, from 1 January (control 5).
  case serviceChargeAgrees
  case sheetBalances
  /// Cash and bank accounts below zero.
  case moneyNotNegative
  /// The savers' money and what is owed to them; it may be more.
  case savingsCovered
  /// What the reserve lacks by the scheme in force.
  case reserveFormed
  /// Months that ended and are not closed: the UPK did not report.
  case monthsClosed
  /// Evenings of the last twelve months after which cash above its limit was not at the bank by the
  /// end of the next day (ruling 27c).
  case cashDeposited

  /// Whether what is found may also be less.
  var isLimit: Bool { self == .savingsCovered }
}

extension AccountCode {
  static let money: [AccountCode] = [.cash, .savingsCash, .bank, .savingsBank]
}
