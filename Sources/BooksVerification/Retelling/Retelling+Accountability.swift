// What the fund answers for before its people.
extension Retelling {
  mutating func complain(_ event: EventRow, on day: CivilDay) {
    expect(
      .complaint,
      Cells([
        "number": draw("complaint"), "received_on": day, "channel": event.content?["channel"],
        "text": event.content?["text"], "received_by": event.person,
      ]))
  }

  mutating func answerComplaint(_ event: EventRow, on day: CivilDay) {
    expect(
      .complaintAnswer,
      Cells([
        "complaint": event.content?["complaint"], "answered_on": day, "answered_by": event.person,
        "answer": event.content?["answer"],
      ]))
  }

  mutating func meet(_ event: EventRow, on day: CivilDay) {
    expect(
      .meeting,
      Cells([
        "number": draw("meeting"), "kind": event.content?["kind"], "ksm": event.content?["ksm"],
        "held_on": day, "women": event.content?["women"], "men": event.content?["men"],
        "minutes": event.content?["minutes"], "note": event.content?["note"],
      ]))
  }

  mutating func publish(_ event: EventRow, on day: CivilDay) {
    expect(
      .publication,
      Cells([
        "number": draw("publication"), "kind": event.content?["kind"], "month": event.month,
        "published_on": day, "published_by": event.person,
        "reference": event.content?["reference"],
      ]))
  }

  mutating func supervise(_ event: EventRow, on day: CivilDay) {
    let number = draw("supervision")
    expect(
      .supervision,
      Cells([
        "number": number, "held_on": day, "supervisor": event.person,
        "note": event.content?["note"],
      ]))
    var place = 1
    while let text = event.content?["finding.\(place)"] {
      let due = event.content?["due.\(place)"] ?? "\(day.adding(days: 30))"
      find(text, by: event, on: day, due: due, supervision: number, confirmation: nil)
      place += 1
    }
  }

  mutating func answerFinding(_ event: EventRow, on day: CivilDay) {
    expect(
      .findingAnswer,
      Cells([
        "finding": event.content?["finding"], "answered_on": day, "answered_by": event.person,
        "answer": event.content?["answer"], "evidence": event.content?["evidence"],
      ]))
  }

  /// Balances as borrowers know them, each beside what the books said of the day asked about.
  mutating func confirmBalances(_ event: EventRow, on day: CivilDay) {
    guard let asOf = event.content?["as_of"].flatMap({ CivilDay($0) }) else { return }
    let number = draw("confirmation")
    expect(
      .balanceConfirmation,
      Cells([
        "number": number, "as_of": asOf, "recorded_on": day, "supervisor": event.person,
        "scope": event.content?["scope"],
      ]))
    var place = 1
    while let loan = event.asked("loan.\(place)"), let member = event.asked("member.\(place)"),
      let stated = event.asked("stated.\(place)")
    {
      let evidence = event.content?["evidence.\(place)"] ?? ""
      let books = open(of: member, on: loan, asOf: asOf)
      expect(
        .confirmedBalance,
        Cells([
          "confirmation": number, "loan": loan, "member": member, "line": place,
          "stated": stated, "books": books, "evidence": evidence,
        ]))
      if stated != books && !evidence.isEmpty {
        find(
          "\(loan)/\(member): \(stated) / \(books) (\(evidence))", by: event, on: day,
          due: "\(day.adding(days: 30))", supervision: nil, confirmation: number)
      }
      place += 1
    }
  }

  private mutating func find(
    _ text: String, by event: EventRow, on day: CivilDay, due: String, supervision: Int64?,
    confirmation: Int64?
  ) {
    expect(
      .finding,
      Cells([
        "number": draw("finding"), "supervision": supervision, "confirmation": confirmation,
        "found_on": day, "found_by": event.person, "text": text, "due": due,
      ]))
  }

  /// What a member still had to pay on the own share at the end of a day; of a loan written off,
  /// the part of what was claimed.
  private func open(of member: Int64, on number: Int64, asOf day: CivilDay) -> Int64 {
    guard let loan = loans[number] else { return 0 }
    let payments = repayments.values.filter {
      $0.loan == number && $0.day <= day && ($0.reversedOn.map { day < $0 } ?? true)
    }.flatMap(\.members)
    let parts = loan.shares.map { share in
      (share, payments.filter { $0.member == share.member }.total(\.amount))
    }
    let claimed = writeOffs[number]?.claimed(asOf: day) ?? 0
    if claimed > 0, let writtenOff = writeOffs[number]?.day {
      let open = parts.map { share, paid in
        let schedule = loan.schedule(of: share)
        return max(0, schedule.principal + schedule.chargeDue(by: writtenOff) - paid)
      }
      let weights = open.total { $0 } > 0 ? open : loan.shares.map(\.amount)
      return zip(loan.shares, proportionate(claimed, weights))
        .first { $0.0.member == member }?.1 ?? 0
    }
    let closed = loan.ending?.day ?? loan.account.settledOn
    guard closed.map({ day < $0 }) ?? true,
      let (share, paid) = parts.first(where: { $0.0.member == member })
    else { return 0 }
    let schedule = loan.schedule(of: share)
    return max(0, schedule.principal + schedule.charge - paid)
  }
}
