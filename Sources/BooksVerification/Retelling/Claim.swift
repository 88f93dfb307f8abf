/// What is claimed of a loan that was written off.
struct Claim {
  let day: CivilDay
  let principal: Int64
  let charge: Int64
  var recoveries: [Recovered] = []
  var waivedOn: CivilDay?

  /// What came in on it, until it was taken back.
  struct Recovered {
    let paper: String
    let day: CivilDay
    let principal: Int64
    let charge: Int64
    let account: Int
    var reversedOn: CivilDay?
  }

  /// What came in by the end of a day and stood then; of all days what stands at last.
  func recovered(by asOf: CivilDay?) -> Paid {
    recoveries.filter { one in
      guard let asOf else { return one.reversedOn == nil }
      return one.day <= asOf && (one.reversedOn.map { asOf < $0 } ?? true)
    }.reduce(into: Paid()) {
      $0.principal += $1.principal
      $0.charge += $1.charge
    }
  }

  /// The principal that can come in on a day without a later one having more than is claimed.
  func openPrincipal(from day: CivilDay) -> Int64 {
    let later = recoveries.flatMap { [$0.day, $0.reversedOn].compactMap(\.self) }
    return ([day] + later.filter { day < $0 })
      .map { principal - recovered(by: $0).principal }.min() ?? 0
  }

  /// What is claimed at the end of a day: nothing before the write-off nor after a waiver.
  func claimed(asOf: CivilDay) -> Int64 {
    guard day <= asOf, waivedOn.map({ asOf < $0 }) ?? true else { return 0 }
    return principal + charge - recovered(by: asOf).total
  }

  /// What counts in gatePAR: for twelve months the principal that did not come in (ruling 3).
  func counted(on asOf: CivilDay) -> Int64 {
    guard asOf.adding(months: -12) < day, day <= asOf else { return 0 }
    return principal - recovered(by: asOf).principal
  }
}

extension Retelling {
  mutating func restructure(_ event: EventRow, on day: CivilDay) {
    guard let old = loan(of: event), let months = event.asked("months"), (1...60).contains(months)
    else { return }
    let account = old.account
    let open = old.principal - account.paid.principal
    let charge = max(0, account.schedule.chargeDue(by: day) - account.paid.charge)
    let collectability = account.standing(asOf: day)?.collectability ?? 1
    require(event, "principal", event.came("principal"), is: open)
    require(event, "service_charge", event.came("service_charge"), is: charge)
    require(event, "collectability", event.came("collectability"), is: Int64(collectability))
    let number = draw("loan")
    var terms = old.terms
    terms.months = Int(months)
    loans[old.number]?.ending = ("restructured", day)
    self.open(
      LoanLife(
        number: number, ksm: old.ksm, application: old.application, terms: terms,
        shares: old.carrying(charge, among: old.openShares(open), by: day), disbursedOn: day,
        predecessor: old.number, inheritedClass: collectability))
    expect(
      .restructuring,
      Cells([
        "loan": old.number, "successor": number, "restructured_on": day, "principal": open,
        "service_charge": charge, "collectability": collectability,
        "reason": event.content?["reason"], "evidence": event.content?["evidence"],
        "agreement": event.content?["agreement"], "minutes": event.content?["minutes"],
        "notice": event.content?["notice"], "decided_by": event.person,
      ]))
  }

  mutating func writeOff(_ event: EventRow, on day: CivilDay) {
    guard let loan = loan(of: event) else { return }
    let account = loan.account
    let open = loan.principal - account.paid.principal
    let charge = max(0, account.schedule.chargeDue(by: day) - account.paid.charge)
    // What was formed later is not for it, and what was released later is gone.
    let reserve = min(
      -balance(12010, through: day, before: event),
      -(balance(12010) - moved(by: event, on: 12010)))
    require(event, "principal", event.came("principal"), is: open)
    require(event, "service_charge", event.came("service_charge"), is: charge)
    require(event, "from_reserve", event.came("from_reserve"), is: min(max(0, reserve), open))
    loans[loan.number]?.ending = ("writtenOff", day)
    writeOffs[loan.number] = Claim(day: day, principal: open, charge: charge)
    expect(
      .writeOff,
      Cells([
        "loan": loan.number, "written_off_on": day, "principal": open, "service_charge": charge,
        "from_reserve": min(max(0, reserve), open), "minutes": event.content?["minutes"],
        "report": event.content?["report"], "proposed_by": event.content?["proposed_by"],
        "decided_by": event.person, "savings_kept": event.content?["savings_kept"] ?? "",
      ]))
  }

  mutating func recover(_ event: EventRow, on day: CivilDay) {
    guard let loan = loan(of: event), let claim = writeOffs[loan.number],
      let amount = event.asked("amount"), let account = event.asked("account")
    else { return }
    let series = "KW-\(digits(day.year, 4))"
    let place = draw(series)
    let paper = "\(series)-\(digits(Int(place), 4))"
    if event.outcome?["receipt"] != paper {
      wonder(event, "receipt", expected: paper, found: event.outcome?["receipt"] ?? "none")
    }
    let principal = min(amount, claim.openPrincipal(from: day))
    writeOffs[loan.number]?.recoveries.append(
      Claim.Recovered(
        paper: paper, day: day, principal: principal, charge: amount - principal,
        account: Int(account)))
    require(event, moves: [Move(Int(account), 41030, amount)])
    let voucher = VoucherColumns(event.vouchers.first)
    expect(
      .claimRecovery,
      Cells([
        "loan": loan.number, "number": claim.recoveries.count + 1, "recovered_on": day,
        "principal": principal, "service_charge": amount - principal, "receipt_year": day.year,
        "receipt_number": place, "account": account, "voucher_kind": voucher.kind,
        "voucher_year": voucher.year, "voucher_number": voucher.number,
        "recorded_by": event.person,
      ]))
    if claim.recovered(by: nil).total + amount == claim.principal + claim.charge {
      loans[loan.number]?.ending?.state = "fullyRecovered"
    }
  }

  /// Takes the receipt of a recovery back: the claim is what it was.
  mutating func reverseRecovery(_ event: EventRow, on day: CivilDay) {
    let paper = event.content?["receipt"] ?? ""
    for (number, claim) in writeOffs {
      guard let place = claim.recoveries.firstIndex(where: { $0.paper == paper }) else { continue }
      let found = claim.recoveries[place]
      if let before = found.reversedOn {
        wonder(event, "receipt", expected: "one that stands", found: "taken back on \(before)")
      }
      writeOffs[number]?.recoveries[place].reversedOn = day
      loans[number]?.ending?.state = "writtenOff"
      require(
        event, moves: [Move(41030, found.account, found.principal + found.charge)])
      return expect(
        .claimReversal,
        Cells([
          "loan": number, "recovery": place + 1, "reversed_on": day,
          "reason": event.content?["reason"], "recorded_by": event.person,
        ]))
    }
    wonder(
      event, "receipt", expected: "one that was given on a claim",
      found: event.content?["receipt"] ?? "none")
  }

  mutating func waive(_ event: EventRow, on day: CivilDay) {
    guard let loan = loan(of: event), let claim = writeOffs[loan.number] else { return }
    let recovered = claim.recovered(by: nil)
    loans[loan.number]?.ending?.state = "claimWaived"
    writeOffs[loan.number]?.waivedOn = day
    expect(
      .claimWaiver,
      Cells([
        "loan": loan.number, "waived_on": day, "principal": claim.principal - recovered.principal,
        "service_charge": claim.charge - recovered.charge, "minutes": event.content?["minutes"],
        "reason": event.content?["reason"], "decided_by": event.person,
      ]))
  }

  /// Money on 21030 that named no group is a group's from now on.
  mutating func assign(_ event: EventRow, on day: CivilDay) {
    guard let ksm = event.asked("ksm"), let amount = event.asked("amount") else { return }
    give(amount, to: ksm, takingBack: nil, event, on: day)
  }

  mutating func unassign(_ event: EventRow, on day: CivilDay) {
    guard let number = event.asked("assignment"),
      let given = rows[.suspenseAssignment]?["suspense_assignment/\(number)"],
      let ksm = given["ksm"]?.number, let amount = given["amount"]?.number
    else {
      return wonder(
        event, "assignment", expected: "one that was made",
        found: event.content?["assignment"] ?? "none")
    }
    give(-amount, to: ksm, takingBack: number, event, on: day)
  }

  private mutating func give(
    _ amount: Int64, to ksm: Int64, takingBack: Int64?, _ event: EventRow, on day: CivilDay
  ) {
    assigned[ksm, default: 0] += amount
    expect(
      .suspenseAssignment,
      Cells([
        "number": draw("suspense-assignment"), "ksm": ksm, "amount": amount, "assigned_on": day,
        "assigned_by": event.person, "reason": event.content?["reason"],
        "takes_back": takingBack,
      ]))
  }
}
