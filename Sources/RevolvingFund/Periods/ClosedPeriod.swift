/// A closed month: its figures as they were when it was closed, and the authority that they give.
public struct ClosedPeriod: Hashable, Sendable {
  public let upk: UPKID
  public let month: Month
  /// Counted from 1; a month that is opened and closed again gets the next.
  public let version: Int
  public let closedOn: Day
  public let closedBy: PersonID
  /// LAR, PAR, CCr, ROI and RR of the month's last day, with their inputs.
  public let indicators: [Indicator]
  public let gate: GatePAR
  /// What was to be set aside and what was, just before the month's entry; `nil` of months that
  /// were closed before there was one.
  public let reserve: LoanLossReserve?
  public let category: AuthorityCategory
  /// The month with which the suspension began that the UPK stands in; itself on entry.
  public let suspendedSince: Month?

  public init(
    upk: UPKID, month: Month, version: Int, closedOn: Day, closedBy: PersonID,
    indicators: [Indicator], gate: GatePAR, reserve: LoanLossReserve?,
    category: AuthorityCategory, suspendedSince: Month?
  ) {
    self.upk = upk
    self.month = month
    self.version = version
    self.closedOn = closedOn
    self.closedBy = closedBy
    self.indicators = indicators
    self.gate = gate
    self.reserve = reserve
    self.category = category
    self.suspendedSince = suspendedSince
  }
}

/// What a UPK's closed months leave to judge by: the last one, and the suspension it stands in.
public struct PeriodRecord: Hashable, Sendable {
  public let last: ClosedPeriod?
  /// The frozen list; `nil` unless the last closed month stands in a suspension.
  public let suspension: Suspension?
  /// The board's minutes on that suspension, if any.
  public let recovery: Recovery?

  public init(last: ClosedPeriod?, suspension: Suspension?, recovery: Recovery?) {
    self.last = last
    self.suspension = suspension
    self.recovery = recovery
  }

  /// That of a UPK that has closed no month.
  public static let empty = PeriodRecord(last: nil, suspension: nil, recovery: nil)

  /// The category that the closed months give on a day; the board's minutes count from theirs.
  func category(on day: Day) -> AuthorityCategory {
    guard let last else { return .notRated }
    guard suspension != nil else { return last.category }
    return recovery.map { $0.from <= day } ?? false ? .recovered : .suspended
  }
}

extension PeriodRecord {
  /// What the close of the next month makes of a UPK.
  ///
  /// A suspension, recovered or not, ends with gatePAR below 20 %. While recovered, loans that are
  /// not on the list and stand at 20 % alone begin a new one (rules.md 0, rulings 4 and 5). A month
  /// that enters the suspension freezes its list.
  func closing(_ month: Month, book: LoanBook) -> (AuthorityCategory, Suspension?) {
    let gate = book.gate(on: month.last)
    guard gate.category == .suspended else { return (AuthorityCategory(gate), nil) }
    guard let suspension else {
      return (.suspended, Suspension(since: month, book: book))
    }
    guard category(on: month.last) == .recovered else { return (.suspended, suspension) }
    let outside = book.gate(on: month.last, outside: Set(suspension.loans.map(\.loan)))
    return outside.category == .suspended
      ? (.suspended, Suspension(since: month, book: book)) : (.recovered, suspension)
  }
}
