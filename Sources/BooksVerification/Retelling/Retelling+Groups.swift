extension Retelling {
  mutating func call(_ event: EventRow, on day: CivilDay) {
    guard let loan = loan(of: event) else { return }
    let counted = repayments.values.filter {
      $0.loan == loan.number && $0.day <= day && ($0.reversedOn.map { day < $0 } ?? true)
    }
    let short = loan.shares.compactMap { share -> (member: Int64, amount: Int64)? in
      let due = loan.schedule(of: share).dues.filter { $0.day < day }.total(\.total)
      let paid = counted.flatMap(\.members).filter { $0.member == share.member }.total(\.amount)
      return due > paid ? (share.member, due - paid) : nil
    }
    require(event, "short", event.came("short"), is: short.total(\.amount))
    expect(
      .liabilityCall,
      Cells([
        "number": draw("liability-call"), "loan": loan.number, "held_on": day,
        "short_members": array(short.map(\.member)), "short_amounts": array(short.map(\.amount)),
        "present": array(event.list("present")), "decision": event.content?["decision"],
        "recorded_by": event.person,
      ]))
  }

  mutating func settle(_ event: EventRow, on day: CivilDay) {
    guard let loan = loan(of: event) else { return }
    expect(
      .debtSettlement,
      Cells([
        "number": draw("debt-settlement"), "loan": loan.number,
        "debtor": event.content?["debtor"], "creditor": event.content?["creditor"],
        "amount": event.content?["amount"], "settled_on": day,
      ]))
  }
}
