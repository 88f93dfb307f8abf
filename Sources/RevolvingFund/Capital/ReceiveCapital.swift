/// Where a fund's capital comes from (rules.md 5.2; ruling 25).
public enum CapitalSource: String, Hashable, Sendable, CaseIterable {
  /// Block grant (BLM) of PNPM.
  case blm
  /// First capital from P2KP.
  case p2kp
  /// The regional budget.
  case apbd
  case other

  /// The equity account that keeps it.
  public var account: AccountCode {
    switch self {
    case .blm: .capitalBLM
    case .p2kp: .capitalP2KP
    case .apbd, .other: .capitalOther
    }
  }
}

/// Books capital that reached the fund's bank account.
///
/// A block grant after the first capital, a top-up, needs the right to it by the last closed month
/// (002 §UPK-7a to 7c; rules.md 2.4), and books that are at least adequate.
///
/// Refused with: `amountNotPositive`, `amountTooLarge`, `textMissing` (an empty reference),
/// `textTooLong`, `dayInFuture`, `entryTooLate`, `criterionNotMet`, `monthsNotClosed`,
/// `topUpNotAuthorised`, `judgedLater`, `referenceUsed`.
public struct ReceiveCapital: Command {
  public let upk: UPKID
  public let source: CapitalSource
  public let amount: Rupiah
  public let reference: String?
  public let day: Day

  public init(
    upk: UPKID, source: CapitalSource, amount: Rupiah, reference: String?, day: Day
  ) {
    self.upk = upk
    self.source = source
    self.amount = amount
    self.reference = reference
    self.day = day
  }

  public var kind: CommandKind { .receiveCapital }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("source", source.rawValue)
    content.add("amount", amount)
    if let reference { content.add("reference", reference) }
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    if let reference {
      keys.references.insert(ReferenceKey(upk: upk, reference: reference))
    }
    guard source == .blm else { return }
    keys.addEligibility(of: upk, nil)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.require(amount, .amount)
    violations.requirePast(day, caller)
    if isTopUp(facts) {
      violations.add(facts.lateEntryViolations(day, at: upk, caller))
      violations.judge(day, on: facts.judgementDay(day, in: stream)) {
        topUpViolations(facts, on: $0)
      }
    }
    violations.requireUnused(reference, line: nil, in: upk, facts)
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .journal(upk))
    effects.post(
      on: day, "Modal \(source.rawValue.uppercased())", reference: reference,
      [Posting(debit: .bank, credit: source.account, amount: amount)])
    effects.outcome.add("amount", amount)
    return effects
  }

  private func isTopUp(_ facts: Facts) -> Bool {
    let capital = AccountCode.capital.total {
      facts.balances[AccountKey(upk: upk, account: $0)] ?? .zero
    }
    return source == .blm && capital > .zero
  }

  private func topUpViolations(_ facts: Facts, on judged: Day) -> [Rejection] {
    guard let ward = facts.wardRecord(upk, on: judged) else {
      preconditionFailure("the records of a ward that receives a block grant were not loaded")
    }
    return authorityViolations(ward.authority, on: judged) + ward.topUpViolations
  }

  private func authorityViolations(
    _ authority: LendingAuthority, on judged: Day
  ) -> [Rejection] {
    // Without a closed month nothing was rated, so that only a missing close can refuse.
    guard !authority.admitsTopUp, let month = authority.closedThrough else { return [] }
    return authority.ground == .monthsNotClosed
      ? [.monthsNotClosed(lastClosed: month, on: judged)]
      : [.topUpNotAuthorised(authority.lastClosedCategory, lastClosed: month)]
  }
}

extension WardRecord {
  /// What of the eligibility test stands against a block grant on top.
  ///
  /// A ward that is rated needs adequate books beside PAR (rules.md 2.4); where nothing is rated
  /// the test decides, and of a ward that has lent the province (ruling 10).
  fileprivate var topUpViolations: [Rejection] {
    let isRated = authority.lastClosedCategory != .notRated
    return results.filter { result in
      guard result.verdict == .failed, result.criterion != .lendingGate else { return false }
      if isRated { return result.criterion == .bookkeepingQuality }
      return [.noLending, .noTopUp].contains(result.consequence)
    }
    .compactMap { result in
      // PAR and missing closes are told with their months.
      let shortfalls = result.shortfalls.filter { shortfall in
        guard case .measured(let measure, _, _) = shortfall else { return true }
        return ![.par, .monthsOverdue].contains(measure)
      }
      return shortfalls.isEmpty
        ? nil : .criterionNotMet(result.criterion, members: [], shortfalls: shortfalls)
    }
  }
}
