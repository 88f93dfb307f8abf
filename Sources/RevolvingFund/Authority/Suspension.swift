/// A suspension: the month at whose close it began, and the arrears that were frozen then.
///
/// The list never changes afterwards, whatever is repaid, written off or put off
/// (002 §UPK-7d; rules.md 0, ruling 4).
public struct Suspension: Hashable, Sendable {
  public let since: Month
  /// All loans of class 3 to 5 at the end of the month; those with nothing overdue have zeros.
  public let loans: [FrozenLoan]

  public init(since month: Month, loans: [FrozenLoan]) {
    since = month
    self.loans = loans
  }

  /// Freezes the list of a month's end.
  public init(since month: Month, book: LoanBook) {
    self.init(
      since: month,
      loans: Portfolio(book.loans.positions(asOf: month.last)).positions
        .filter(\.collectability.isAtRisk).map(FrozenLoan.init))
  }

  public var frozenPrincipal: Rupiah { loans.total(\.overduePrincipal) }
}

/// A loan of a frozen list, as it stood when its UPK was suspended.
public struct FrozenLoan: Hashable, Sendable {
  public let loan: LoanID
  public let collectability: Collectability
  public let overduePrincipal: Rupiah
  public let overdueServiceCharge: Rupiah
  public let finalDue: Day

  public init(
    loan: LoanID, collectability: Collectability, overduePrincipal: Rupiah,
    overdueServiceCharge: Rupiah, finalDue: Day
  ) {
    self.loan = loan
    self.collectability = collectability
    self.overduePrincipal = overduePrincipal
    self.overdueServiceCharge = overdueServiceCharge
    self.finalDue = finalDue
  }

  init(_ position: LoanPosition) {
    self.init(
      loan: position.loan, collectability: position.collectability,
      overduePrincipal: position.overduePrincipal,
      overdueServiceCharge: position.overdueServiceCharge, finalDue: position.finalDue)
  }
}
