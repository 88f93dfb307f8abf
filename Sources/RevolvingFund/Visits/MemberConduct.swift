/// What visits in the whole province mean for a member who asks for a loan.
public struct MemberConduct: Hashable, Sendable {
  public let member: Int64
  /// May not borrow until a board lifts it.
  public let isBlocked: Bool
  /// Spent an earlier loan on something else.
  public let hasDeviated: Bool
  /// The most that the member may borrow; `nil` while no policy is in force.
  public let ceiling: Rupiah?

  /// Whether it narrows what the member may do.
  public var counts: Bool { isBlocked || hasDeviated }
}

extension Facts {
  /// What visits mean for each member of a group on a day, by number; `nil` unless the records of
  /// the group were loaded.
  public func memberConduct(
    _ id: KSMID, stage: BusinessStage = .existing, on day: Day
  ) -> [MemberConduct]? {
    guard let group = ksms[id], let book = portfolios[id.upk] else { return nil }
    let isFirst = !book.loans(of: id).contains { $0.loan.disbursedOn <= day }
    let policy = (policies[id.upk] ?? []).inForce(on: day)
    let ceiling = policy?.ceiling(isFirstLoan: isFirst, stage: stage)
    return group.activeMembers(on: day).map { member in
      let known = conduct[member.person] ?? BorrowerConduct()
      let hasDeviated = known.deviated(by: day)
      return MemberConduct(
        member: member.number, isBlocked: known.isBlocked(on: day), hasDeviated: hasDeviated,
        ceiling: hasDeviated ? ceiling.flatMap { policy?.lowered($0) } : ceiling)
    }
  }
}
