public import RevolvingFund
internal import SwiftProtobuf

extension Bergulir_V1_Capital {
  public init(_ sheet: CapitalSheet, of upk: Code) {
    self.init()
    self.upk = ResourceName.upk(upk).description
    asOf = sheet.asOf.description
    p2Kp = sheet.p2kp.amount
    blm = sheet.blm.amount
    other = sheet.other.amount
    total = sheet.total.amount
    lent = sheet.lent.amount
    cash = sheet.cash.amount
    bank = sheet.bank.amount
    savings = sheet.savings.amount
    savingsCash = sheet.savingsCash.amount
    savingsBank = sheet.savingsBank.amount
    savingsCovered = sheet.isCovered
    use = Bergulir_V1_FundUse(sheet.use)
  }
}

extension Bergulir_V1_FundUse {
  public init(_ use: FundUse) {
    self.init()
    income = use.income.amount
    operatingCost = use.operating.amount
    otherCost = use.otherCost.amount
    purchases = use.purchases.amount
    priorProfit = use.priorProfit.amount
    unspent = use.unspent.amount
    fundEroded = use.isEroded
    operatingPercent = use.operatingShare.percentText(decimals: 2, boundaries: [25]) ?? ""
    operatingWithinLimit = use.isWithinOperatingLimit
  }
}

extension Bergulir_V1_Savings {
  /// A group's savings at the end of a day.
  public init(_ account: SavingsAccount, of ksm: Int64, in upk: Code, asOf day: Day) {
    self.init()
    self.ksm = ResourceName.ksm(upk, ksm).description
    asOf = day.description
    balance = account.balance(asOf: day).amount
    lastDeposit = account.lastDeposit(upTo: day)?.description ?? ""
    monthsSaved = Int32(account.monthsSaved(upTo: day))
    longestRun = Int32(account.longestRun(upTo: day))
  }
}
