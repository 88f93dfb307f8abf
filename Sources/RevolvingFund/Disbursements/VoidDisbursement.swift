/// Takes a pay-out back before any member signed for it: the money returns, the names are free.
///
/// The loan and its voucher stay as they were; a voucher of the day reverses it, and the
/// application is cancelled.
///
/// Refused with: `textMissing`, `textTooLong`, `notFound` (the loan, or how it was paid out),
/// `dayInFuture`, `dayBefore` (the disbursement), `belongsToGroup`,
/// `recusalRequired`, `receiptsOnFile`, `disbursementVoided`, `loanNotActive`, `loanPaidOn`.
public struct VoidDisbursement: Command {
  public let loan: LoanID
  public let reason: String
  public let day: Day

  public init(loan: LoanID, reason: String, day: Day) {
    self.loan = loan
    self.reason = reason
    self.day = day
  }

  public var kind: CommandKind { .voidDisbursement }
  public var stream: UPKID { loan.upk }
  public var content: Content {
    var content = Content()
    content.add("loan", loan.number)
    content.add("reason", reason)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.addDisbursement(of: loan)
    keys.repaymentsOf.insert(loan)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var found = try facts.loan(loan)
    guard let disbursement = facts.disbursements[loan] else {
      throw Refusal(.notFound(.disbursement, name: "\(loan.number)"))
    }
    var violations = Violations()
    violations.require(reason, .reason, atMost: 2000)
    violations.requirePast(day, caller)
    violations.require(day, notBefore: found.disbursedOn, .disbursed)
    if let group = facts.ksms[found.ksm] {
      violations.require([caller.person], outside: group, on: day)
    }
    violations.add(facts.recusalViolations([caller.person], on: found.ksm))
    violations.require(
      disbursement.receipts.isEmpty, .receiptsOnFile(count: disbursement.receipts.count))
    violations.requireNotVoided(found)
    violations.require(
      [.active, .cancelled].contains(found.state), .loanNotActive(found.state))
    // Also what was taken back again stands on its days.
    let paid = (facts.repayments[loan] ?? []).total(\.loanPart)
    violations.require(paid == .zero, .loanPaidOn(paid: paid))
    try violations.check()

    found.state = .cancelled
    found.closedOn = day
    var effects = Effects(head: facts.head(stream), subject: .loan(loan))
    effects.post(
      on: day, "Pembatalan pencairan pinjaman \(loan.number) KSM \(found.ksm.number)",
      [
        Posting(
          debit: disbursement.account, credit: .loans, amount: found.principal,
          loan: loan.number)
      ])
    effects.outcome.add("principal", found.principal)
    effects.outcome.add("application", found.application.number)
    effects.add(
      .disbursementVoided(
        found, DisbursementVoid(on: day, by: caller.person, reason: reason)))
    effects.add(
      .applicationVoided(
        found.application, Cancellation(reason: reason, by: caller.person, on: day)))
    return effects
  }
}
