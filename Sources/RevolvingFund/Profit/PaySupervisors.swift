/// Pays a supervisor from what was set aside of a year's profit: 21050 / 11010 or 11021.
///
/// Nothing else pays them: 21050 is filled by the allocation of profits alone (002 §LKM-1c).
///
/// Refused with: `amountNotPositive`, `amountTooLarge`, `textMissing` (an empty reference),
/// `textTooLong`, `notFound` (the person), `dayInFuture`, `roleMissing`, `accountNotForLending`,
/// `insufficientFunds`, `honorariumExceeded`, `referenceUsed`.
public struct PaySupervisors: Command {
  public let upk: UPKID
  public let supervisor: PersonID
  public let amount: Rupiah
  /// Where the money comes from: cash or the fund's bank account.
  public let account: AccountCode
  /// The number on the paper receipt.
  public let reference: String?
  public let day: Day

  public init(
    upk: UPKID, supervisor: PersonID, amount: Rupiah, account: AccountCode, reference: String?,
    day: Day
  ) {
    self.upk = upk
    self.supervisor = supervisor
    self.amount = amount
    self.account = account
    self.reference = reference
    self.day = day
  }

  public var kind: CommandKind { .paySupervisors }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("supervisor", supervisor.value)
    content.add("amount", amount)
    content.add("account", account.number)
    if let reference { content.add("reference", reference) }
    content.add("on", day)
    return content
  }

  private var honorarium: AccountKey { AccountKey(upk: upk, account: .supervisorHonour) }

  public func needs(_ keys: inout Keys) {
    keys.upks.insert(upk)
    keys.persons.insert(supervisor)
    keys.assignmentsOf.insert(supervisor)
    keys.balances.insert(honorarium)
    keys.balances.insert(AccountKey(upk: upk, account: account))
    if let reference {
      keys.references.insert(ReferenceKey(upk: upk, reference: reference))
    }
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard let unit = facts.upks[upk], facts.persons[supervisor] != nil else {
      throw Refusal(.notFound(.person, name: "\(supervisor.value)"))
    }
    var violations = Violations()
    violations.require(amount, .amount)
    violations.requirePast(day, caller)
    // Those whose term has ended since may still be owed something.
    let supervised = facts.assignments.values.contains {
      $0.person == supervisor && $0.role == .supervisor && $0.from <= day && $0.scope.covers(unit)
    }
    violations.require(supervised, .roleMissing(.supervisor, on: day))
    let isForPaying = account == .cash || account == .bank
    violations.require(isForPaying, .accountNotForLending(account))
    let held = facts.balances[AccountKey(upk: upk, account: account)] ?? .zero
    violations.require(
      amount <= held || !isForPaying,
      .insufficientFunds(account, available: held, asked: amount))
    let owed = facts.balances[honorarium] ?? .zero
    violations.require(
      amount <= owed, .honorariumExceeded(available: owed, asked: amount))
    violations.requireUnused(reference, line: nil, in: upk, facts)
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .journal(upk))
    effects.post(
      on: day, "Honor Pengawas \(supervisor.value)", reference: reference,
      [Posting(debit: .supervisorHonour, credit: account, amount: amount)])
    effects.outcome.add("balance", owed - amount)
    return effects
  }
}
