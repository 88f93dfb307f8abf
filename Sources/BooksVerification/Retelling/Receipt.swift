/// A receipt for money that came for a loan.
struct Receipt {
  let number: Int64
  let loan: Int64
  let day: CivilDay
  let loanPart: Int64
  let lateFee: Int64
  let savings: Int64
  let excess: Int64
  let account: Int64
  let members: [(member: Int64, payer: Int64, amount: Int64)]
  var reversedOn: CivilDay?
}

extension Retelling {
  mutating func pay(_ event: EventRow, on day: CivilDay) {
    guard let loan = loan(of: event), let amount = event.asked("amount") else { return }
    let fee = event.came("late_fee") ?? 0
    let saved = event.came("savings") ?? 0
    let held = event.came("held") ?? 0
    let name = "KW-\(digits(day.year, 4))"
    let place = draw(name)
    let receipt = Receipt(
      number: draw("repayment"), loan: loan.number, day: day,
      loanPart: amount - fee - saved - held, lateFee: fee, savings: saved, excess: held,
      account: account(of: event), members: members(of: event, loan))
    let paper = "\(name)-\(digits(Int(place), 4))"
    if event.outcome?["receipt"] != paper {
      wonder(event, "receipt", expected: paper, found: event.outcome?["receipt"] ?? "none")
    }
    require(event, "members", receipt.members.total(\.amount), is: receipt.loanPart)
    repayments[paper] = receipt
    apply(receipt, to: loan, on: day, order: receipt.number, sign: 1, event)
    let voucher = (event.vouchers.first ?? "").split(separator: "-")
    expect(
      .repayment,
      Cells([
        "number": receipt.number, "loan": loan.number, "receipt_year": day.year,
        "receipt_number": place, "paid_on": day, "account": receipt.account,
        "loan_part": receipt.loanPart, "late_fee": fee, "savings": saved, "excess": held,
        "members": array(receipt.members.map(\.member)),
        "payers": array(receipt.members.map(\.payer)),
        "amounts": array(receipt.members.map(\.amount)), "voucher_kind": voucher.first,
        "voucher_year": voucher.dropFirst().first.flatMap(\.number),
        "voucher_number": voucher.dropFirst(2).first.flatMap(\.number),
        "recorded_by": event.person,
      ]))
  }

  private func account(of event: EventRow) -> Int64 {
    switch event.kind {
    case "suspense.apply": 21030
    case "joint-liability.set-off": 21020
    default: event.asked("account") ?? 0
    }
  }

  /// Who paid for whom: as it was asked for, else each for the own share in their order.
  private func members(
    of event: EventRow, _ loan: LoanLife
  ) -> [(member: Int64, payer: Int64, amount: Int64)] {
    let asked = event.byMemberLine
    guard asked.isEmpty else { return asked }
    return loan.shares.compactMap { share in
      event.came("member.\(share.member).\(share.member)").map { (share.member, share.member, $0) }
    }
  }

  mutating func reverse(_ event: EventRow, on day: CivilDay) {
    guard let paper = event.content?["receipt"], let receipt = repayments[paper],
      let loan = loans[receipt.loan]
    else {
      return wonder(
        event, "receipt", expected: "one that was given",
        found: event.content?["receipt"] ?? "none")
    }
    if let before = receipt.reversedOn {
      wonder(event, "receipt", expected: "one that stands", found: "taken back on \(before)")
    }
    let number = draw("repayment")
    repayments[paper]?.reversedOn = day
    apply(receipt, to: loan, on: day, order: number, sign: -1, event)
    expect(
      .repaymentReversal,
      Cells([
        "repayment": receipt.number, "number": number, "reversed_on": day,
        "reason": event.content?["reason"], "recorded_by": event.person,
      ]))
  }

  private mutating func apply(
    _ receipt: Receipt, to loan: LoanLife, on day: CivilDay, order: Int64, sign: Int64,
    _ event: EventRow
  ) {
    var loan = loan
    loan.entries.append(Entry(day: day, order: order, amount: sign * receipt.loanPart))
    loan.lateFees += sign * receipt.lateFee
    loan.savings += sign * receipt.savings
    for part in receipt.members {
      loan.memberPaid[part.member, default: 0] += sign * part.amount
    }
    loans[loan.number] = loan
    let account = loan.account
    require(
      event, "outstanding", event.came("outstanding"), is: loan.principal - account.paid.principal)
    let before = loans[loan.number].map { life -> Paid in
      var earlier = life
      earlier.entries.removeLast()
      return earlier.account.paid(by: day)
    }
    let after = account.paid(by: day)
    require(
      event, "principal", event.came("principal"),
      is: after.principal - (before?.principal ?? 0))
    require(
      event, "service_charge", event.came("service_charge"),
      is: after.charge - (before?.charge ?? 0))
    if event.outcome?["state"] != account.state {
      wonder(event, "state", expected: account.state, found: event.outcome?["state"] ?? "none")
    }
  }
}

extension EventRow {
  /// The lines `member.1`, `member.2` … of what was asked for, each as `member|payer|amount`.
  var byMemberLine: [(member: Int64, payer: Int64, amount: Int64)] {
    var lines: [(member: Int64, payer: Int64, amount: Int64)] = []
    while let line = content?["member.\(lines.count + 1)"] {
      let parts = line.split(separator: "|").compactMap(\.number)
      guard parts.count == 3 else { return lines }
      lines.append((parts[0], parts[1], parts[2]))
    }
    return lines
  }
}
