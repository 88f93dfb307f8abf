/// Whom a UPK may lend to on a day (rules.md 2.4 and 0, ruling 6).
public struct LendingAuthority: Hashable, Sendable {
  public let asOf: Day
  public let category: AuthorityCategory
  /// What the category comes from.
  public let ground: Ground
  /// The last month that was closed.
  public let lastClosed: ClosedPeriod?
  /// gatePAR on the day; not applied while recovered.
  public let live: GatePAR
  /// The month from which on the next has to be closed in time.
  ///
  /// The last closed one, or the one before the first disbursement; `nil` before anything was lent.
  public let closedThrough: Month?
  /// What came in of the frozen list, while the last closed month stands in a suspension.
  public let recovery: RecoveryTest?

  /// The last day on which a missing close does not suspend the UPK.
  public var closeBy: Day? { closedThrough?.adding(LendingAuthority.monthsToClose).last }

  /// What decides.
  public enum Ground: String, Hashable, Sendable, CaseIterable {
    /// No month was closed, and nothing is rated yet.
    case newUPK = "NEW"
    /// The last closed month.
    case lastClose = "LAST_CLOSE"
    /// The reading of the day itself, being stricter.
    case live = "LIVE"
    /// The board's minutes on the 60 % test.
    case recovery = "RECOVERY"
    /// The last closed month is too long ago, so that not closing does not help.
    case monthsNotClosed = "MONTHS_NOT_CLOSED"
  }

  /// How many months may pass after a closed one before the next close is missed.
  public static let monthsToClose = 2

  /// The reading that decided; the live one where a missing close did.
  public var deciding: GatePAR {
    switch ground {
    case .lastClose, .recovery: lastClosed?.gate ?? live
    case .newUPK, .live, .monthsNotClosed: live
    }
  }

  /// Whether a group of this standing may borrow, if it is creditworthy.
  public func admits(_ standing: BorrowerStanding) -> Bool { category.admits(standing) }

  /// Whether a block grant may come on top: by the last closed month alone, if it is not too old.
  public var admitsTopUp: Bool {
    guard ground != .monthsNotClosed else { return false }
    return lastClosedCategory.admitsTopUp
  }

  /// The category of the last closed month, with the board's minutes.
  public let lastClosedCategory: AuthorityCategory
}

extension LendingAuthority {
  /// The authority on a day, from every loan and what the months closed before it left.
  public init(book: LoanBook, periods: PeriodRecord, on day: Day) {
    let live = book.gate(on: day)
    let closed = periods.category(on: day)
    let firstLent = book.lent.map(\.loan.disbursedOn).filter { $0 <= day }.min()
    let through = periods.last?.month ?? firstLent.map { $0.month.adding(-1) }
    let stricter = AuthorityCategory.stricter(closed, AuthorityCategory(live))
    let closeBy = through?.adding(LendingAuthority.monthsToClose).last
    let isMissed = closeBy.map { $0 < day } ?? false
    let ground: Ground =
      isMissed
      ? .monthsNotClosed
      : closed == .recovered
        ? .recovery
        : stricter != closed ? .live : periods.last == nil ? .newUPK : .lastClose
    self.init(
      asOf: day, category: isMissed ? .suspended : closed == .recovered ? .recovered : stricter,
      ground: ground, lastClosed: periods.last, live: live, closedThrough: through,
      recovery: periods.suspension.map { RecoveryTest($0, loans: book.loans, asOf: day) },
      lastClosedCategory: closed)
  }

  /// Why a group may not borrow under this authority; `nil` where it may.
  func refusal(of standing: BorrowerStanding) -> Rejection? {
    guard !admits(standing) else { return nil }
    if ground == .monthsNotClosed, standing == .new, let closedThrough {
      return .monthsNotClosed(lastClosed: closedThrough, on: asOf)
    }
    return .lendingNotAuthorised(
      standing, category, par: deciding.ratio, asOf: deciding.asOf)
  }
}
