extension Application {
  /// What a signature binds to, in words: term, terms, steps, borrowers, shares and schedule.
  ///
  /// A signature keeps the text that was signed. Two equal texts are the same decision; a change of
  /// anything in it makes the signature void, and whoever signed signs anew.
  public func binding(terms: LoanTerms, members: [Int64: PersonID]) -> String {
    var content = Content()
    content.add("ksm", ksm.number)
    content.add("months", terms.months)
    content.add("rate_millionths", terms.rate.millionths)
    content.add("method", terms.method.rawValue)
    content.add("round_unit", terms.roundUnit)
    content.add("early_settlement", terms.earlySettlement.rawValue)
    for step in inspection?.steps ?? [] {
      content.add("step.\(step.number)", "\(step.role.rawValue)/\(step.quorum)")
    }
    for share in recommended {
      content.add("share.\(share.member)", share.amount)
      content.add("person.\(share.member)", members[share.member]?.value ?? 0)
    }
    let shares = recommended.map(\.amount)
    for installment in terms.installments(of: shares, disbursedOn: Day(epochDays: 0)) {
      content.add(
        "installment.\(installment.number)",
        "\(installment.principal.amount)+\(installment.serviceCharge.amount)")
    }
    return content.fields.reduce(into: "") { $0 += "\($1.name)=\($1.value)\n" }
  }

  /// The signatures that bind to something else than what is decided now: `signatureVoid`.
  ///
  /// Signatures from before they bound to anything are left alone.
  func bindingViolations(_ bound: String) -> [Rejection] {
    let void = approvals.filter { !$0.bound.isEmpty && $0.bound != bound }.map(\.step.number)
    return void.isEmpty ? [] : [.signatureVoid(steps: void)]
  }
}

extension Facts {
  /// What a signature under an application binds to on a day; `nil` without group or policy.
  public func binding(of application: Application, on day: Day) -> String? {
    guard let group = ksms[application.ksm],
      let policy = (policies[application.id.upk] ?? []).inForce(on: day)
    else { return nil }
    return application.binding(
      terms: policy.terms(months: application.months),
      members: group.members.reduce(into: [:]) { $0[$1.number] = $1.person })
  }

  /// The steps whose signatures are void on a day, while something may still be done about it.
  public func voidSteps(of application: Application, on day: Day) -> [Int] {
    let isDecided = [.approved, .contracted].contains(application.state)
    guard isDecided || [.recommended, .inDecision].contains(application.state) else { return [] }
    let judged = isDecided ? application.decidedOn ?? day : day
    return bindingViolations(application, on: judged).flatMap { rejection in
      if case .signatureVoid(let steps) = rejection { steps } else { [Int]() }
    }
  }

  /// Signatures that the policy of the deciding day, or the group, made void: `signatureVoid`.
  func bindingViolations(_ application: Application, on day: Day) -> [Rejection] {
    binding(of: application, on: day).map(application.bindingViolations) ?? []
  }
}
