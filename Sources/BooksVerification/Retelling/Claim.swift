/// What is claimed of a loan that was written off.
struct Claim {
  let day: CivilDay
  let principal: Int64
  let charge: Int64
  var recoveries: [(day: CivilDay, principal: Int64)] = []

  /// What counts in gatePAR: for twelve months the principal that did not come in (ruling 3).
  func counted(on asOf: CivilDay) -> Int64 {
    guard asOf.adding(months: -12) < day, day <= asOf else { return 0 }
    return principal - recoveries.filter { $0.day <= asOf }.total(\.principal)
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
    // The event itself is booked already: what it took is put back to what stood before.
    let reserve = -balance(12010) + debits(of: event, on: 12010)
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
        "decided_by": event.person,
      ]))
  }

  mutating func recover(_ event: EventRow, on day: CivilDay) {
    guard let loan = loan(of: event), let claim = writeOffs[loan.number],
      let amount = event.asked("amount")
    else { return }
    let recovered = recovered(loan.number)
    let principal = min(amount, claim.principal - recovered.principal)
    writeOffs[loan.number]?.recoveries.append((day, principal))
    expect(
      .claimRecovery,
      Cells([
        "loan": loan.number, "number": claim.recoveries.count + 1, "recovered_on": day,
        "principal": principal, "service_charge": amount - principal,
      ]))
    if recovered.total + amount == claim.principal + claim.charge {
      loans[loan.number]?.ending?.state = "fullyRecovered"
    }
  }

  mutating func waive(_ event: EventRow, on day: CivilDay) {
    guard let loan = loan(of: event), let claim = writeOffs[loan.number] else { return }
    let recovered = recovered(loan.number)
    loans[loan.number]?.ending?.state = "claimWaived"
    expect(
      .claimWaiver,
      Cells([
        "loan": loan.number, "waived_on": day, "principal": claim.principal - recovered.principal,
        "service_charge": claim.charge - recovered.charge, "minutes": event.content?["minutes"],
        "reason": event.content?["reason"], "decided_by": event.person,
      ]))
  }

  /// What came in on a claim, by the rows that are expected of it.
  private func recovered(_ loan: Int64) -> Paid {
    (rows[.claimRecovery] ?? [:]).values.filter { $0["loan"] == "\(loan)" }
      .reduce(into: Paid()) {
        $0.principal += $1["principal"]?.number ?? 0
        $0.charge += $1["service_charge"]?.number ?? 0
      }
  }
}
