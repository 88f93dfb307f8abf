/// The agreement (Surat Perjanjian Pinjaman) that all borrowers signed (rules.md 4.1).
public struct LoanAgreement: Hashable, Sendable {
  /// Its number.
  public let reference: String
  /// Whether it lets the group's savings be set off against what it owes (ruling 13).
  public let setOffConsent: Bool
  public let on: Day

  public init(reference: String, setOffConsent: Bool, on day: Day) {
    self.reference = reference
    self.setOffConsent = setOffConsent
    on = day
  }
}

/// Records the agreement of an approved loan, signed by every member who borrows.
///
/// Refused with: `textMissing` (its number), `textTooLong`, `notFound`, `dayInFuture`, `dayBefore`
/// (the decision), `recusalRequired`, `memberNotActive`, `wrongApplicationState`,
/// `approvalExpired`, `signatureVoid`, `agreementNotSigned`.
public struct SignContract: Command {
  public let application: ApplicationID
  public let reference: String
  public let setOffConsent: Bool
  /// The numbers of the members who signed.
  public let signers: [Int64]
  public let day: Day

  public init(
    application: ApplicationID, reference: String, setOffConsent: Bool, signers: [Int64], day: Day
  ) {
    self.application = application
    self.reference = reference
    self.setOffConsent = setOffConsent
    self.signers = signers
    self.day = day
  }

  public var kind: CommandKind { .signContract }
  public var stream: UPKID { application.upk }
  public var content: Content {
    var content = Content()
    content.add("application", application.number)
    content.add("reference", reference)
    content.add("set_off_consent", setOffConsent ? "yes" : "no")
    content.add("signers", list(signers.map { "\($0)" }))
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.applications.insert(application)
    keys.relationshipsOfApplications.insert(application)
    keys.policiesOf.insert(stream)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var found = try facts.application(application)
    guard found.state == .approved else {
      throw Refusal(.wrongApplicationState(found.state, required: [.approved]))
    }
    var violations = Violations()
    violations.require(reference, .reference, atMost: 60)
    violations.requirePast(day, caller)
    let decidedOn = found.fundsHeldSince ?? found.submittedOn
    violations.require(day, notBefore: decidedOn, .decided)
    violations.add(facts.recusalViolations([caller.person], on: found.ksm))
    if let group = facts.ksms[found.ksm] {
      violations.requireMembers(found.recommended, of: group, on: day)
    }
    violations.add(
      found.expiryViolations(on: facts.judgementDay(day, in: stream), enteredFor: day))
    violations.add(facts.bindingViolations(found, on: found.decidedOn ?? day))
    let unsigned = found.recommended.map(\.member).filter { !signers.contains($0) }
    violations.require(unsigned.isEmpty, .agreementNotSigned(members: unsigned))
    try violations.check()

    found.contract = LoanAgreement(
      reference: reference, setOffConsent: setOffConsent, on: day)
    found.state = .contracted
    return facts.changed(found)
  }
}
