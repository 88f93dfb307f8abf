/// Records what the cashier counted, with a witness (rules.md 2.12, 4.7).
///
/// Only the fund's own cash is counted, 11010; what is kept for savers lies apart. What both
/// together are above the limit in force is not refused: the answer says what has to be at the bank
/// by the next day (rules.md 0, ruling 27c).
///
/// Refused with: `amountNotPositive` (a sum below zero), `amountTooLarge`, `textTooLong` (the
/// note), `notFound` (the witness), `dayInFuture`, `dayBefore` (the last count),
/// `witnessIsCounter`.
public struct RecordCashCount: Command {
  public let upk: UPKID
  public let counted: Rupiah
  public let witness: PersonID
  public let note: String
  public let day: Day

  public init(upk: UPKID, counted: Rupiah, witness: PersonID, note: String, day: Day) {
    self.upk = upk
    self.counted = counted
    self.witness = witness
    self.note = note
    self.day = day
  }

  public var kind: CommandKind { .recordCashCount }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("counted", counted)
    content.add("witness", witness.value)
    content.add("note", note)
    content.add("on", day)
    return content
  }

  private var balance: BalanceKey { BalanceKey(upk: upk, account: .cash, on: day) }
  private var saved: BalanceKey { BalanceKey(upk: upk, account: .savingsCash, on: day) }

  public func needs(_ keys: inout Keys) {
    keys.persons.insert(witness)
    keys.balancesOfDays.formUnion([balance, saved])
    keys.cashCountsOf.insert(upk)
    keys.addCashLimits(of: upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.require(.zero <= counted, .amountNotPositive(field: .amount, counted))
    violations.require(counted <= .limit, .amountTooLarge(field: .amount, counted))
    violations.requireLength(note, .note, atMost: 200)
    violations.require(
      facts.persons[witness] != nil, .notFound(.person, name: "\(witness.value)"))
    violations.requirePast(day, caller)
    if let last = facts.cashCounts[upk]?.last {
      violations.require(day, notBefore: last.on, .counted)
    }
    violations.require(witness != caller.person, .witnessIsCounter)
    try violations.check()

    var number: Int64 = 0
    var effects = Effects(head: facts.head(stream)) { numbering in
      number = numbering.take(.cashCount)
      return .cashCount(upk, number: number)
    }
    let count = CashCount(
      upk: upk, number: number, on: day, counted: counted,
      ledger: facts.balancesOfDays[balance] ?? .zero, counter: caller.person, witness: witness,
      note: note, booked: nil)
    effects.add(.cashCount(count))
    effects.outcome.add("ledger", count.ledger)
    effects.outcome.add("difference", count.difference)
    let savers = facts.balancesOfDays[saved] ?? .zero
    effects.outcome.add("savers", savers)
    if let excess = facts.cashLimits(of: upk).excess(of: counted + savers, on: day) {
      effects.outcome.add("deposit", excess.amount)
      effects.outcome.add("deposit_by", excess.due)
    }
    return effects
  }
}
