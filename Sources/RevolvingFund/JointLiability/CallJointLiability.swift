/// Records the meeting of a group of which members are behind (rules.md 4.5).
///
/// Refused with: `textMissing`, `textTooLong` (the decision), `notFound` (the loan, or a member
/// without a share), `dayInFuture`, `dayBefore` (the disbursement), `loanNotActive`,
/// `nobodyIsShort`, `nobodyPresent`.
public struct CallJointLiability: Command {
  public let loan: LoanID
  /// The members who came, by number.
  public let present: [Int64]
  public let decision: String
  public let day: Day

  public init(loan: LoanID, present: [Int64], decision: String, day: Day) {
    self.loan = loan
    self.present = present
    self.decision = decision
    self.day = day
  }

  public var kind: CommandKind { .callJointLiability }
  public var stream: UPKID { loan.upk }
  public var content: Content {
    var content = Content()
    content.add("loan", loan.number)
    content.add("present", list(members.map { "\($0)" }))
    content.add("decision", decision)
    content.add("on", day)
    return content
  }

  private var members: [Int64] { Set(present).sorted() }

  public func needs(_ keys: inout Keys) {
    RepaymentBooking.needs(loan, &keys)
    keys.portfolios.insert(stream)
    keys.caseStepsOf.insert(loan)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let found = try facts.loan(loan)
    var violations = Violations()
    violations.require(decision, .decision, atMost: 2000)
    violations.requirePast(day, caller)
    violations.require(day, notBefore: found.disbursedOn, .disbursed)
    violations.require(found.state == .active, .loanNotActive(found.state))
    violations.require(!members.isEmpty, .nobodyPresent)
    for number in members where !found.shares.contains(where: { $0.member == number }) {
      violations.add([.notFound(.member, name: "\(found.ksm.number)/\(number)")])
    }
    let standing = JointLiability(
      found, repayments: facts.repayments[loan] ?? [], settlements: [], writeOff: nil, asOf: day)
    violations.require(
      !standing.short.isEmpty || found.state != .active, .nobodyIsShort(on: day))
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .loan(loan))
    let call = LiabilityCall(
      loan: loan, number: effects.draw(.liabilityCall), on: day,
      short: standing.short.map { Share(member: $0.member, amount: $0.short) },
      present: members, decision: decision, recordedBy: caller.person)
    effects.outcome.add("short", call.short.total(\.amount))
    effects.outcome.add("members", call.short.count)
    effects.add(.liabilityCall(call))
    addStep(facts, by: caller.person, to: &effects)
    return effects
  }

  /// The meeting that the ladder asks for, so that nobody types it twice.
  private func addStep(_ facts: Facts, by person: PersonID, to effects: inout Effects) {
    guard let open = facts.openCase(of: loan, on: day),
      open.actionsDue.contains(.jointLiabilityMeeting)
    else { return }
    let id = CaseStepID(stream, effects.draw(.caseStep))
    effects.add(
      .caseStep(
        CaseStep(
          id: id, loan: loan, action: .jointLiabilityMeeting, on: day, by: person,
          note: decision, evidence: "", promise: nil, answerDue: nil, answer: nil)))
  }
}
