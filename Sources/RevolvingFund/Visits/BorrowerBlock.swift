/// That a person may not borrow, nor witness a pay-out, until the board lifts it
/// (rules.md R-062, 4.3).
///
/// It holds in the whole province; whoever meets it elsewhere is not told from where it comes.
public struct BorrowerBlock: Hashable, Sendable {
  public let id: BlockID
  public let person: PersonID
  public let cause: BlockCause
  /// The visit that found it.
  public let visit: VisitID
  public let since: Day
  public var lift: BlockLift?

  public init(
    id: BlockID, person: PersonID, cause: BlockCause, visit: VisitID, since day: Day,
    lift: BlockLift?
  ) {
    self.id = id
    self.person = person
    self.cause = cause
    self.visit = visit
    since = day
    self.lift = lift
  }

  /// Whether it holds on a day: from the visit on, until the day on which it was lifted.
  public func holds(on day: Day) -> Bool {
    since <= day && lift.map { day < $0.on } ?? true
  }
}

/// Why somebody is blocked.
public enum BlockCause: String, Hashable, Sendable, CaseIterable {
  /// Had the money of another's share.
  case beneficiary
  /// Witnessed a receipt for money that the member did not have.
  case witness
}

/// The board's decision to end a block.
public struct BlockLift: Hashable, Sendable {
  public let on: Day
  public let by: PersonID
  public let minutes: String

  public init(on day: Day, by person: PersonID, minutes: String) {
    on = day
    by = person
    self.minutes = minutes
  }
}

/// What visits in the whole province say of a person.
public struct BorrowerConduct: Hashable, Sendable {
  /// For what earlier shares were used, by day, oldest first.
  public var uses: [Use]
  public var blocks: [BorrowerBlock]

  /// For what one share was used, as a visit found.
  public struct Use: Hashable, Sendable {
    public let on: Day
    public let use: VisitUse

    public init(on day: Day, _ use: VisitUse) {
      on = day
      self.use = use
    }
  }

  public init(uses: [Use] = [], blocks: [BorrowerBlock] = []) {
    self.uses = uses
    self.blocks = blocks
  }

  /// Whether the person may not borrow on a day.
  public func isBlocked(on day: Day) -> Bool {
    blocks.contains { $0.holds(on: day) }
  }

  /// Whether the last visit by a day found the money spent on something else: the next ceiling is
  /// lower.
  public func deviated(by day: Day) -> Bool {
    uses.last { $0.on <= day }?.use == .deviated
  }
}

extension Facts {
  /// Borrowers who are blocked: `borrowerBlocked`, member by member.
  func blockViolations(of borrowers: Set<Int64>, in group: KSM, on day: Day) -> [Rejection] {
    group.activeMembers(on: day).filter {
      borrowers.contains($0.number) && conduct[$0.person]?.isBlocked(on: day) ?? false
    }.map { .borrowerBlocked(member: $0.number) }
  }

  /// Members of whom the last visit found that the money went elsewhere.
  func deviators(in ksm: KSMID, by day: Day) -> Set<Int64> {
    Set(
      (ksms[ksm]?.members ?? []).filter { conduct[$0.person]?.deviated(by: day) ?? false }
        .map(\.number))
  }
}
