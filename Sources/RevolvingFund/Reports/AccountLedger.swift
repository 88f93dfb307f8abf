/// What moved on an account in a span of days, with the balance after each posting (buku besar; of
/// 11010 the buku harian kas; rules.md 5.1 and 6, P-02 and P-03).
public struct AccountLedger: Hashable, Sendable {
  public let account: Account
  public let from: Day
  public let until: Day
  /// What the account held before the first day, on its usual side.
  public let opening: Rupiah
  public let entries: [Entry]

  /// A posting as the account sees it.
  public struct Entry: Hashable, Sendable {
    public let voucher: Voucher
    public let counter: AccountCode
    public let debit: Rupiah
    public let credit: Rupiah
    /// After it, on the account's usual side.
    public let balance: Rupiah
  }

  /// The ledger of an account.
  ///
  /// Income and cost begin anew on 1 January of the first day's year. Vouchers are those of the
  /// span, in the order of a ledger, a year's close among them: it leaves nothing on income and
  /// cost. Movements go up to the day before the span.
  public init(
    _ account: Account, vouchers: some Sequence<Voucher>, movements: [TrialBalance.Movement],
    from: Day, until: Day
  ) {
    let code = account.code
    let opening = TrialBalance(asOf: from, movements: movements).stated(code)
    var balance = opening
    var entries: [Entry] = []
    for voucher in vouchers {
      for posting in voucher.postings {
        for (isDebit, counter) in [(true, posting.credit), (false, posting.debit)]
        where (isDebit ? posting.debit : posting.credit) == code {
          balance += isDebit == code.kind.growsByDebit ? posting.amount : -posting.amount
          entries.append(
            Entry(
              voucher: voucher, counter: counter, debit: isDebit ? posting.amount : .zero,
              credit: isDebit ? .zero : posting.amount, balance: balance))
        }
      }
    }
    self.account = account
    self.from = from
    self.until = until
    self.opening = opening
    self.entries = entries
  }

  public var totalDebit: Rupiah { entries.total(\.debit) }
  public var totalCredit: Rupiah { entries.total(\.credit) }
  public var closing: Rupiah { entries.last?.balance ?? opening }
}

extension Sequence<Voucher> {
  /// By day; within a day what was received, paid and transferred, each by its number.
  ///
  /// Books that came as files were recorded all at once, so that the order of recording would list
  /// them otherwise than where they were kept.
  public func inLedgerOrder() -> [Voucher] {
    sorted { left, right in
      let places = [left, right].map { voucher in
        VoucherKind.allCases.firstIndex(of: voucher.number.kind) ?? 0
      }
      return (left.bookedOn, places[0], left.number.number)
        < (right.bookedOn, places[1], right.number.number)
    }
  }
}
