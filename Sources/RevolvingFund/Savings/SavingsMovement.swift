/// What a deposit and a withdrawal have in common.
struct SavingsMovement {
  let ksm: KSMID
  let amount: Rupiah
  let account: AccountCode
  let reference: String?
  let day: Day

  var content: Content {
    var content = Content()
    content.add("ksm", ksm.number)
    content.add("amount", amount)
    content.add("account", account.number)
    if let reference { content.add("reference", reference) }
    content.add("on", day)
    return content
  }

  func needs(_ keys: inout Keys) {
    keys.ksms.insert(ksm)
    keys.savingsOf.insert(ksm)
    keys.savingsPools.insert(ksm.upk)
    if let reference {
      keys.references.insert(ReferenceKey(upk: ksm.upk, reference: reference))
    }
  }

  /// What speaks against either of them.
  func violations(of group: KSM, _ facts: Facts, _ caller: Caller) -> Violations {
    var violations = Violations()
    violations.require(amount, .amount)
    violations.requirePast(day, caller)
    violations.require(day, notBefore: group.formedOn, .ksmFormed)
    violations.require(
      AccountCode.ofSavers.contains(account), .accountNotForSavings(account))
    violations.requireUnused(reference, line: nil, in: ksm.upk, facts)
    return violations
  }

  /// The voucher, and what the group has after all that is booked.
  func effects(
    _ facts: Facts, _ description: String, _ posting: Posting, adding change: Rupiah
  ) -> Effects {
    let before = (facts.savings[ksm] ?? .empty).movements.total(\.amount)
    var effects = Effects(head: facts.head(ksm.upk), subject: .ksm(ksm))
    effects.post(on: day, description, reference: reference, [posting])
    effects.outcome.add("balance", before + change)
    return effects
  }
}
