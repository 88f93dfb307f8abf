/// A letter to a group that is behind: what is overdue, until when to pay, and what went before.
///
/// It names the group and no person.
public struct CollectionLetter: Hashable, Sendable {
  public let kind: Kind
  /// The day it is dated.
  public let on: Day
  public let loan: Loan
  /// Installments past their due day, oldest first; never empty.
  public let overdue: [OpenInstallment]
  /// The last day on which a payment heeds it.
  public let payBy: Day
  /// Letters of the same case that stand before this one on the ladder, as they were recorded.
  public let earlier: [Earlier]

  /// Surat tagihan, and surat teguran I to III.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case bill, warning1, warning2, warning3

    /// The step by which it is recorded.
    public var action: CaseAction {
      switch self {
      case .bill: .bill
      case .warning1: .warning1
      case .warning2: .warning2
      case .warning3: .warning3
      }
    }
  }

  /// A letter that went before.
  public struct Earlier: Hashable, Sendable {
    public let kind: Kind
    public let on: Day
    /// Its number; may be empty.
    public let evidence: String
  }

  public var total: Rupiah { overdue.total(\.total) }

  /// How many days a group has to heed a letter.
  public static let daysToPay: Int32 = 7
}

extension CollectionCase {
  /// The letter of a kind as it is written on the day of the case.
  ///
  /// - Throws: as `violations`, for the letter's step.
  public func letter(_ kind: CollectionLetter.Kind) throws(Refusal) -> CollectionLetter {
    var found = Violations()
    found.add(violations(of: kind.action))
    try found.check()
    return CollectionLetter(
      kind: kind, on: asOf, loan: history.loan,
      overdue: history.openInstallments(asOf: asOf).filter { $0.due < asOf },
      payBy: asOf.addingDays(CollectionLetter.daysToPay),
      earlier: steps.compactMap { step in
        CollectionLetter.Kind.allCases.prefix { $0 != kind }.first { $0.action == step.action }
          .map { CollectionLetter.Earlier(kind: $0, on: step.on, evidence: step.evidence) }
      })
  }

  /// What speaks against an action on the day of the case: `caseNotOpen`, `ladderStepTooEarly`,
  /// `ladderStepOutOfOrder`.
  ///
  /// A rung may be climbed from its day on and not before, and no letter leaves out the one before
  /// it: a warning that nobody could heed warns nobody.
  func violations(of action: CaseAction) -> [Rejection] {
    guard isOpen else { return [.caseNotOpen(loan: loan.number, on: asOf)] }
    var found: [Rejection] = []
    if let due = position.oldestUnpaidDue,
      let earliest = CollectionLadder.rung(of: action)?.day(from: due), asOf < earliest
    {
      found.append(.ladderStepTooEarly(action, asOf, from: earliest))
    }
    if let before = action.letterBefore, !steps.contains(where: { $0.action == before }) {
      found.append(.ladderStepOutOfOrder(action, missing: before))
    }
    return found
  }
}
