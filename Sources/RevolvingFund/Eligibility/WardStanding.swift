/// Where a ward and its groups stand on a day, for the province's matrix.
public struct WardStanding: Hashable, Sendable {
  public let ward: [CriterionResult]
  /// Each group's own results, without the ward's.
  public let groups: [[CriterionResult]]
  public let category: AuthorityCategory

  public init(
    ward: [CriterionResult], groups: [[CriterionResult]], category: AuthorityCategory
  ) {
    self.ward = ward
    self.groups = groups
    self.category = category
  }

  /// The criteria of a body that forbid to lend, in their order.
  public func failing(_ body: TestedBody) -> [Criterion] {
    ward.filter { $0.criterion.body == body && $0.forbidsLending && $0.criterion != .lendingGate }
      .map(\.criterion)
  }

  /// Groups that could borrow but for the ward.
  public var eligibleGroups: Int { groups.count(where: \.admitLending) }

  /// The result whose attestation ends next.
  public var nextEnd: CriterionResult? {
    let all = ward + groups.joined()
    return all.nextExpiry.flatMap { day in all.first { $0.expiresOn == day } }
  }
}
