/// What a UPK owns and owes at the end of a day (neraca; laporan posisi keuangan).
///
/// Profit of earlier years shows as 31040 whether or not those years were closed, and this year's
/// as 31050, so that the sheet balances on any day.
public struct BalanceSheet: Hashable, Sendable {
  public let asOf: Day
  public let assets: [Line]
  public let liabilities: [Line]
  public let equity: [Line]

  /// An account with its balance; contra-accounts are negative.
  public struct Line: Hashable, Sendable {
    public let account: Account
    public let balance: Rupiah

    public init(account: Account, balance: Rupiah) {
      self.account = account
      self.balance = balance
    }
  }

  /// The sheet of a trial balance over a chart; accounts without a balance are left out.
  public init(_ trial: TrialBalance, chart: [Account]) {
    func lines(_ kind: AccountKind) -> [Line] {
      chart.filter { $0.code.kind == kind && $0.code != .writtenOffLoans }
        .sorted { $0.code < $1.code }
        .map { account in
          Line(
            account: account,
            balance: trial.stated(account.code)
              + (account.code == .profitOfYear ? trial.profitOfYear : .zero))
        }
        .filter { $0.balance != .zero }
    }
    asOf = trial.asOf
    assets = lines(.asset)
    liabilities = lines(.liability)
    equity = lines(.equity)
  }

  public var totalAssets: Rupiah { assets.total(\.balance) }
  public var totalLiabilitiesAndEquity: Rupiah {
    liabilities.total(\.balance) + equity.total(\.balance)
  }
}
