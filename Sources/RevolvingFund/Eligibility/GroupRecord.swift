/// What the records of a group and its members show on a day.
public struct GroupRecord: Hashable, Sendable {
  public let asOf: Day
  public let instrument: EligibilityInstrument
  public let ksm: KSM
  /// Whether it has had no loan here.
  public let isFirstLoan: Bool
  /// Months in a row with a deposit of the group.
  public let monthsSaved: Int
  /// What the policy in force asks of borrowers' savings accounts (000 §SOP-1).
  public let savingsAccount: SavingsAccountRule
  /// What is known of each member of the day, by number.
  public let members: [MemberRecord]
  public let attestations: [Attestation]

  /// What the records show of one member.
  public struct MemberRecord: Hashable, Sendable {
    public let number: Int64
    /// Whether the person had all three courses for borrowers (B-06).
    public let isTrained: Bool
    /// Shares in loans of any UPK of the province that are not repaid.
    public let openShares: Int
    /// Offices held in this board, its supervisors and its UPK.
    public let offices: Int

    public init(number: Int64, isTrained: Bool, openShares: Int, offices: Int) {
      self.number = number
      self.isTrained = isTrained
      self.openShares = openShares
      self.offices = offices
    }
  }

  public init(
    asOf day: Day, instrument: EligibilityInstrument, ksm: KSM, isFirstLoan: Bool,
    monthsSaved: Int, savingsAccount: SavingsAccountRule, members: [MemberRecord],
    attestations: [Attestation]
  ) {
    asOf = day
    self.instrument = instrument
    self.ksm = ksm
    self.isFirstLoan = isFirstLoan
    self.monthsSaved = monthsSaved
    self.savingsAccount = savingsAccount
    self.members = members
    self.attestations = attestations
  }
}

extension GroupRecord {
  /// Every criterion of the group, then those of its members, each member by member.
  public var results: [CriterionResult] {
    Criterion.allCases.flatMap { criterion in
      switch criterion.body {
      case .ksm: [groupResult(criterion)]
      case .member: members.map { result(criterion, $0) }
      default: [] as [CriterionResult]
      }
    }
  }

  private func groupResult(_ criterion: Criterion) -> CriterionResult {
    let applies =
      switch criterion {
      case .groupProved: isFirstLoan
      case .savingsAccount: savingsAccount != .none
      default: true
      }
    return result(
      criterion, .ksm(ksm.id.number), groupRequirements(criterion), applies: applies,
      speaksForMembers: criterion == .groupPrepared || criterion == .savingsAccount)
  }

  private func result(_ criterion: Criterion, _ member: MemberRecord) -> CriterionResult {
    let subject = EligibilitySubject.member(ksm: ksm.id.number, number: member.number)
    let newest = attestations.newest(.memberSuitable, of: subject, on: asOf)
    let counts = newest?.state(on: asOf, notBefore: nil) == .inForce
    let items = counts ? newest?.items ?? [] : []
    let requirements: [Requirement] =
      switch criterion {
      // Without an attestation in force there are no items to count.
      case .memberSuitable where counts:
        [Requirement(.itemsMet, .count(items.count), .least(MemberItem.allCases.count))]
      case .memberPoor:
        [Requirement(.listedAsPoor, .count(items.contains(.poor) ? 1 : 0), .least(1))]
      case .oneOpenShare: [Requirement(.openShares, .count(member.openShares), .most(0))]
      case .officerBorrows:
        [Requirement(.officesHeld, .count(member.offices), .most(0), isBinding: false)]
      default: []
      }
    return result(
      criterion, subject, requirements,
      applies: criterion != .officerBorrows || member.offices > 0, speaksForMembers: false)
  }

  private func result(
    _ criterion: Criterion, _ subject: EligibilitySubject, _ requirements: [Requirement],
    applies: Bool, speaksForMembers: Bool
  ) -> CriterionResult {
    let attestation = attestations.newest(criterion, of: subject, on: asOf)
    let joined = speaksForMembers ? ksm.activeMembers(on: asOf).map(\.joinedOn).max() : nil
    let state = attestation?.state(on: asOf, notBefore: joined) ?? .missing
    return CriterionResult(
      criterion: criterion, subject: subject, consequence: criterion.consequence(instrument),
      requirements: applies ? requirements : [],
      attested: applies && criterion.attestor != nil
        ? .init(state: state, attestation: attestation) : nil,
      applies: applies)
  }

  private func groupRequirements(_ criterion: Criterion) -> [Requirement] {
    let active = ksm.activeMembers(on: asOf)
    let women = active.count { $0.gender == .female }
    let fewestWomen = instrument.fewestWomen(among: active.count)
    switch criterion {
    case .groupBorrows: return [Requirement(.members, .count(active.count), .least(2))]
    case .membersEnough:
      return [Requirement(.members, .count(active.count), .least(instrument.fewestMembers))]
    case .womenEnough: return [Requirement(.women, .count(women), .least(fewestWomen))]
    case .groupProved:
      let months = instrument.monthsBeforeFirstLoan
      return [
        Requirement(.monthsSinceFormation, .count(ksm.wholeMonths(on: asOf)), .least(months)),
        Requirement(.monthsSaved, .count(monthsSaved), .least(months)),
      ]
    case .groupPrepared:
      let untrained = members.count { !$0.isTrained }
      return [Requirement(.membersUntrained, .count(untrained), .most(0))]
    default: return []
    }
  }
}

extension KSM {
  /// Whole months since its formation, each ending on the day of the month that it was formed on,
  /// or the last of a shorter one.
  func wholeMonths(on day: Day) -> Int {
    let months = day.month.distance(from: formedOn.month)
    return max(0, formedOn.addingMonths(months) <= day ? months : months - 1)
  }
}
