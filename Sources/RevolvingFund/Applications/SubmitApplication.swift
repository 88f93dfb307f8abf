/// A group asks for a loan, each member with a share.
///
/// With a paper missing it is recorded as incomplete, with all that is missing.
///
/// The group meets B-01 to B-06 (rules.md 4.1), no borrower is blocked, and the group has no other
/// application that is not over: none of them is taken into the queue to block it.
///
/// Refused with: `amountNotPositive`, `amountTooLarge`, `scheduleNotPossible`, `notFound` (the
/// group), `dayInFuture`, `dayBefore` (the group's formation), `noPolicyInForce`, `ksmTooSmall`,
/// `tooFewWomen`, `ksmTooYoung`, `memberNotActive`, `borrowerBlocked`, `criterionNotMet` (B-01 to
/// B-06), `applicationOpen`, `sharesMissing`, `shareRepeated`, `sharesDoNotSum`,
/// `startUpsNotServed`, `shareAboveCeiling`, `termOutOfPolicy`.
public struct SubmitApplication: Command {
  public let ksm: KSMID
  public let amount: Rupiah
  public let shares: [Share]
  public let months: Int
  public let purpose: LoanPurpose
  /// Whether the money is for a business that is there, or for one that will be.
  public let businessStage: BusinessStage
  /// The papers that were handed in.
  public let papers: Set<ApplicationPaper>
  public let day: Day

  public init(
    ksm: KSMID, amount: Rupiah, shares: [Share], months: Int, purpose: LoanPurpose,
    businessStage: BusinessStage, papers: Set<ApplicationPaper>, day: Day
  ) {
    self.ksm = ksm
    self.amount = amount
    self.shares = shares
    self.months = months
    self.purpose = purpose
    self.businessStage = businessStage
    self.papers = papers
    self.day = day
  }

  public var kind: CommandKind { .submitApplication }
  public var stream: UPKID { ksm.upk }
  public var content: Content {
    var content = Content()
    content.add("ksm", ksm.number)
    content.add("amount", amount)
    content.add(shares)
    content.add("months", months)
    content.add("purpose", purpose.rawValue)
    // Left out of the usual case, as before there was another: requests from then still repeat.
    if businessStage != .existing { content.add("business_stage", businessStage.rawValue) }
    content.add(papers)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) { SubmitApplication.needs(ksm, &keys) }

  /// What a submission of a group rests on, whether or not it was a draft before.
  static func needs(_ ksm: KSMID, _ keys: inout Keys) {
    keys.instruments = true
    keys.ksms.insert(ksm)
    keys.groupRecordsOf.insert(ksm)
    keys.rosters.insert(ksm.upk)
    keys.openApplicationsOf.insert(ksm)
    keys.policiesOf.insert(ksm.upk)
    keys.portfolios.insert(ksm.upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.requirePast(day, caller)
    violations.requireShares(shares, summingTo: amount)
    if let group = facts.ksms[ksm] {
      let earlier = facts.portfolios[ksm.upk]?.loans(of: ksm) ?? []
      violations.require(
        group, borrowsOn: day, earlierLoans: earlier,
        instrument: facts.instruments.inForce(on: day))
      violations.requireMembers(shares, of: group, on: day)
      violations.judge(day, on: facts.judgementDay(day, in: stream)) {
        facts.blockViolations(of: Set(shares.map(\.member)), in: group, on: $0)
      }
      violations.add(facts.groupViolations(ksm, on: day))
      let open = (facts.openApplications[ksm] ?? []).first { $0.isOpen(on: day) }
      if let open { violations.add([.applicationOpen(open.id.number)]) }
      violations.add(termViolations(facts, isFirstLoan: earlier.isEmpty))
    } else {
      violations.add([.notFound(.ksm, name: "\(ksm.number)")])
    }
    try violations.check()

    var id = ApplicationID(ksm.upk, 0)
    var effects = Effects(head: facts.head(stream)) { numbering in
      id = ApplicationID(ksm.upk, numbering.take(.application))
      return .application(id)
    }
    let application = application(id)
    effects.tell(application)
    effects.add(.application(application))
    return effects
  }

  /// The application that it becomes: complete, or with what is missing.
  func application(_ id: ApplicationID) -> Application {
    let missing = ApplicationPaper.missing(beside: papers)
    var application = Application(
      id: id, ksm: ksm, purpose: purpose, businessStage: businessStage, months: months,
      requested: shares, submittedOn: day, state: missing.isEmpty ? .submitted : .incomplete,
      inspection: nil, approvals: [], loan: nil)
    application.missing = missing
    application.completedOn = missing.isEmpty ? day : nil
    return application
  }

  /// What in the term and the shares is outside the policy in force.
  private func termViolations(_ facts: Facts, isFirstLoan: Bool) -> [Rejection] {
    guard let policy = (facts.policies[ksm.upk] ?? []).inForce(on: day) else {
      return [.noPolicyInForce(on: day)]
    }
    return policy.violations(
      shares: shares, months: months, isFirstLoan: isFirstLoan, stage: businessStage,
      deviators: facts.deviators(in: ksm, by: day))
  }
}

extension Effects {
  /// Says in the answer where an application stands, and what it lacks.
  mutating func tell(_ application: Application) {
    outcome.add("state", application.state.rawValue)
    outcome.add("missing", list(application.missing.map(\.rawValue)))
  }
}

extension Violations {
  /// Shares that stand on their own: positive, one a member, and together the amount.
  mutating func requireShares(_ shares: [Share], summingTo amount: Rupiah) {
    require(amount, .amount)
    for share in shares { require(share.amount, .share(member: share.member)) }
    require(!shares.isEmpty, .sharesMissing)
    var seen: Set<Int64> = []
    for share in shares where !seen.insert(share.member).inserted {
      add([.shareRepeated(member: share.member)])
    }
    let exact = shares.reduce(Int128(0)) { $0 + Int128($1.amount.amount) }
    let sum = Rupiah(Int64(clamping: exact))
    require(sum == amount, .sharesDoNotSum(shares: sum, amount: amount))
  }

  /// A group that may borrow on a day, for all but money.
  mutating func require(
    _ group: KSM, borrowsOn day: Day, earlierLoans: [LoanHistory],
    instrument: EligibilityInstrument
  ) {
    require(day, notBefore: group.formedOn, .ksmFormed)
    add(
      group.violations(
        on: day, isFirstLoan: earlierLoans.isEmpty, instrument: instrument))
  }

  /// Every share belongs to somebody who is a member on the day.
  mutating func requireMembers(_ shares: [Share], of group: KSM, on day: Day) {
    let active = Set(group.activeMembers(on: day).map(\.number))
    for share in shares {
      require(active.contains(share.member), .memberNotActive(member: share.member, on: day))
    }
  }
}
