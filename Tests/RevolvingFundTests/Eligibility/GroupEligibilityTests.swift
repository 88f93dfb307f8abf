import RevolvingFund
import Testing

struct GroupEligibilityTests {
  private static let subject = EligibilitySubject.ksm(1)

  /// Attestations of the group and of members, each with all eight items.
  private static func attested(
    _ criteria: [Criterion] = [.groupFormed, .groupPrepared], members: ClosedRange<Int64> = 1...5,
    items: Set<MemberItem> = Set(MemberItem.allCases), on day: Day = "2015-06-15"
  ) -> [Attestation] {
    criteria.map { .group(1, $0, of: subject, on: day) }
      + members.map {
        .group(
          1 + $0, .memberSuitable, of: .member(ksm: 1, number: $0), items: items, on: day)
      }
  }

  private static func group(
    women: Int = 2, members: Int = 5, formedOn: Day = "2015-06-01", joinedOn: Day = "2015-06-01",
    isFirstLoan: Bool = true, monthsSaved: Int = 3, account: SavingsAccountRule = .none,
    untrained: Set<Int64> = [], openShares: Set<Int64> = [], officers: Set<Int64> = [],
    attestations: [Attestation] = attested(), on day: Day = "2016-01-15"
  ) -> GroupRecord {
    let people = (1...Int64(max(1, members))).prefix(members).map {
      Member(
        number: $0, person: PersonID($0), gender: $0 <= women ? .female : .male,
        joinedOn: joinedOn, leftOn: nil)
    }
    return GroupRecord(
      asOf: day, instrument: .standard,
      ksm: KSM(id: KSMID(upk, 1), name: "A", formedOn: formedOn, members: people),
      isFirstLoan: isFirstLoan, monthsSaved: monthsSaved, savingsAccount: account,
      members: people.map {
        GroupRecord.MemberRecord(
          number: $0.number, isTrained: !untrained.contains($0.number),
          openShares: openShares.contains($0.number) ? 1 : 0,
          offices: officers.contains($0.number) ? 1 : 0)
      }, attestations: attestations)
  }

  struct Case: Sendable {
    let group: GroupRecord
    let failing: [String]

    init(_ group: GroupRecord, _ failing: String...) {
      self.group = group
      self.failing = failing
    }
  }

  @Test(arguments: [
    Case(group()),
    Case(group(women: 2, members: 4, attestations: attested(members: 1...4)), "B-02"),
    Case(group(women: 1, members: 1, attestations: attested(members: 1...1)), "B-01", "B-02"),
    Case(group(women: 1), "B-03"),
    Case(group(women: 3, members: 10, attestations: attested(members: 1...10))),
    Case(group(women: 2, members: 10, attestations: attested(members: 1...10)), "B-03"),
    Case(group(attestations: attested([.groupPrepared])), "B-04"),
    Case(group(formedOn: "2015-10-16"), "B-05"),
    Case(group(formedOn: "2015-10-15")),
    Case(group(monthsSaved: 2), "B-05"),
    Case(group(isFirstLoan: false, monthsSaved: 0)),
    Case(group(untrained: [3]), "B-06"),
    Case(group(attestations: attested([.groupFormed])), "B-06"),
    Case(group(attestations: attested(members: 1...4)), "B-07 5", "B-08 5"),
    Case(
      group(attestations: attested(items: Set(MemberItem.allCases).subtracting([.lawful]))),
      "B-07 1", "B-07 2", "B-07 3", "B-07 4", "B-07 5"),
    Case(group(openShares: [2]), "B-09 2"),
    Case(group(officers: [4]), "B-10 4"),
    Case(
      group(
        officers: [4],
        attestations: attested() + [.group(9, .officerBorrows, of: .member(ksm: 1, number: 4))])),
    Case(group(account: .group), "R-066"),
    Case(
      group(
        account: .member, attestations: attested() + [.group(9, .savingsAccount, of: subject)])),
    Case(
      group(
        account: .group,
        attestations: attested() + [.group(9, .savingsAccount, of: subject, .waived)])),
  ])
  func `one thing amiss fails its criteria and no other`(_ test: Case) {
    let failing = test.group.results.filter(\.forbidsLending).map { result in
      result.criterion.rawValue + (result.subject.member.map { " \($0)" } ?? "")
    }
    #expect(failing == test.failing)
  }

  @Test func `whoever joins later has not signed the statement of joint liability`() {
    let joined = Self.group(joinedOn: "2015-06-16")
    let prepared = joined.results.first { $0.criterion == .groupPrepared }
    #expect(prepared?.attested?.state == .outdated)
    #expect(Self.group(joinedOn: "2015-06-15").results.admitLending)
  }

  @Test func `months are whole from the day of formation, to the end of a shorter month`() {
    for (formed, day, passes) in [
      ("2015-11-30" as Day, "2016-02-28" as Day, false), ("2015-11-30", "2016-02-29", true),
      ("2015-10-31", "2016-01-30", false), ("2015-10-31", "2016-01-31", true),
    ] {
      let results = Self.group(formedOn: formed, on: day).results
      #expect(
        results.first { $0.criterion == .groupProved }?.verdict == (passes ? .passed : .failed))
    }
  }
}
