/// Proposes a year's budget to the board; a later one takes the place of an earlier when approved.
///
/// Refused with: `amountNotPositive`, `amountTooLarge`, `budgetLinesMissing`,
/// `budgetAccountRepeated`, `accountNotForBudget`, `dayInFuture`.
public struct ProposeBudget: Command {
  public let upk: UPKID
  public let year: Int
  public let lines: [Budget.Line]
  public let day: Day

  public init(upk: UPKID, year: Int, lines: [Budget.Line], day: Day) {
    self.upk = upk
    self.year = year
    self.lines = lines
    self.day = day
  }

  public var kind: CommandKind { .proposeBudget }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("year", year)
    for line in lines { content.add("account.\(line.account.number)", line.amount) }
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.accountsOf.insert(upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.require(!lines.isEmpty, .budgetLinesMissing)
    var seen: Set<AccountCode> = []
    for (index, line) in lines.enumerated() {
      violations.require(line.amount, .line(index + 1))
      violations.require(
        seen.insert(line.account).inserted, .budgetAccountRepeated(line.account))
      violations.require(
        [.income, .cost].contains(line.account.kind)
          && facts.accounts[upk]?.contains(line.account) ?? false,
        .accountNotForBudget(line.account))
    }
    violations.requirePast(day, caller)
    try violations.check()

    var number: Int64 = 0
    var effects = Effects(head: facts.head(stream)) { numbering in
      number = numbering.take(.budget)
      return .budget(upk, number: number)
    }
    effects.add(
      .budget(
        Budget(
          upk: upk, number: number, year: year, lines: lines, proposedOn: day,
          proposedBy: caller.person, approval: nil)))
    return effects
  }
}
