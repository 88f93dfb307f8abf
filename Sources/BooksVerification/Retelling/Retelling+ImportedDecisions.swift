// What was decided before the books began here, and came with files: held against what the loans
// were, as if it were decided again.
extension Retelling {
  mutating func importDecisions(_ event: EventRow) {
    let fields = (event.content ?? [:]).keys.map { $0.split(separator: ".") }
    func numbers(_ kind: Substring) -> [Int64] {
      fields.filter { $0.count == 2 && $0[0] == kind }.compactMap { $0[1].number }.sorted()
    }
    for loan in numbers("restructuring") { importRestructuring(of: loan, event) }
    for loan in numbers("write-off") { importWriteOff(of: loan, event) }
    for number in numbers("settlement") { importSettlement(number, event) }
    for number in numbers("suspense") { importAssignment(number, event) }
    for year in numbers("allocation") { importAllocation(of: year, event) }
  }

  /// The cells of a field; nothing, with a finding, where there are not as many.
  private mutating func cells(
    _ name: String, _ count: Int, _ event: EventRow
  ) -> [Substring]? {
    let text = event.content?[name] ?? ""
    let cells = Imported.cells(text)
    guard cells.count == count else {
      wonder(event, name, expected: "\(count) cells", found: text)
      return nil
    }
    return cells
  }

  /// Somebody whom a cell names, or who recorded the books.
  private func person(_ cell: Substring, _ event: EventRow) -> String? {
    cell.isEmpty ? event.person : String(cell)
  }

  private mutating func importRestructuring(of number: Int64, _ event: EventRow) {
    let name = "restructuring.\(number)"
    guard let cells = cells(name, 6, event) else { return }
    guard let old = loans[number], let next = cells[0].number, let successor = loans[next],
      let day = CivilDay(cells[1])
    else {
      return wonder(
        event, name, expected: "two loans and a day", found: cells.joined(separator: "|"))
    }
    let account = old.account
    let open = old.principal - account.paid.principal
    let charge = max(0, account.schedule.chargeDue(by: day) - account.paid.charge)
    let collectability = account.standing(asOf: day)?.collectability ?? 1
    require(event, "\(name) principal", cells[2].number, is: open)
    require(event, "\(name) service_charge", cells[3].number, is: charge)
    require(event, "\(name) collectability", cells[4].number, is: Int64(collectability))
    require(event, "loan.\(next) principal", successor.principal, is: open)
    require(event, "loan.\(next) carried", successor.shares.total(\.carried), is: charge)
    require(event, "loan.\(next) predecessor", successor.predecessor, is: number)
    require(
      event, "loan.\(next) class", Int64(successor.inheritedClass), is: Int64(collectability))
    loans[number]?.ending = ("restructured", day)
    expect(
      .restructuring,
      Cells([
        "loan": number, "successor": next, "restructured_on": day, "principal": open,
        "service_charge": charge, "collectability": collectability,
        "reason": event.content?["\(name).reason"],
        "evidence": event.content?["\(name).evidence"],
        "agreement": event.content?["\(name).agreement"],
        "minutes": event.content?["\(name).minutes"],
        "notice": event.content?["\(name).notice"], "decided_by": person(cells[5], event),
      ]))
  }

  private mutating func importWriteOff(of number: Int64, _ event: EventRow) {
    let name = "write-off.\(number)"
    guard let cells = cells(name, 6, event) else { return }
    guard let loan = loans[number], let day = CivilDay(cells[0]),
      let reserve = cells[3].number
    else {
      return wonder(
        event, name, expected: "a loan and a day", found: cells.joined(separator: "|"))
    }
    let account = loan.account
    let open = loan.principal - account.paid.principal
    let charge = max(0, account.schedule.chargeDue(by: day) - account.paid.charge)
    require(event, "\(name) principal", cells[1].number, is: open)
    require(event, "\(name) service_charge", cells[2].number, is: charge)
    loans[number]?.ending = ("writtenOff", day)
    writeOffs[number] = Claim(day: day, principal: open, charge: charge)
    expect(
      .writeOff,
      Cells([
        "loan": number, "written_off_on": day, "principal": open, "service_charge": charge,
        "from_reserve": reserve, "minutes": event.content?["\(name).minutes"],
        "report": event.content?["\(name).report"], "proposed_by": person(cells[4], event),
        "decided_by": person(cells[5], event),
        "savings_kept": event.content?["\(name).savings-kept"] ?? "",
      ]))
    var place: Int64 = 1
    while event.content?["recovery.\(number).\(place)"] != nil {
      importRecovery(place, of: number, event)
      place += 1
    }
    endClaim(of: number, event)
  }

  private mutating func importRecovery(_ place: Int64, of loan: Int64, _ event: EventRow) {
    let name = "recovery.\(loan).\(place)"
    guard let cells = cells(name, 6, event), let day = CivilDay(cells[0]),
      let principal = cells[1].number, let charge = cells[2].number
    else { return }
    let paper = cells[3].split(separator: "-")
    let year = paper.count == 3 ? paper[1].number : nil
    let number = paper.count == 3 ? paper[2].number : nil
    if let number { passed("KW-\(paper[1])", number) }
    let voucher = cells[5].isEmpty ? nil : VoucherColumns(String(cells[5]))
    let reversal = Imported.cells(event.content?["\(name).reversal"] ?? "")
    let reversedOn = reversal.first.flatMap { CivilDay($0) }
    writeOffs[loan]?.recoveries.append(
      Claim.Recovered(
        paper: String(cells[3]), day: day, principal: principal, charge: charge,
        account: Int(cells[4]) ?? 0, reversedOn: reversedOn))
    expect(
      .claimRecovery,
      Cells([
        "loan": loan, "number": place, "recovered_on": day, "principal": principal,
        "service_charge": charge, "receipt_year": year, "receipt_number": number,
        "account": cells[4].number, "voucher_kind": voucher?.kind,
        "voucher_year": voucher?.year, "voucher_number": voucher?.number,
        "recorded_by": cells[3].isEmpty ? nil : event.person,
      ]))
    guard let reversedOn else { return }
    expect(
      .claimReversal,
      Cells([
        "loan": loan, "recovery": place, "reversed_on": reversedOn,
        "reason": reversal.dropFirst().joined(separator: "|"), "recorded_by": event.person,
      ]))
  }

  /// Nothing more came in than is claimed on any day, and what is left may have been given up.
  private mutating func endClaim(of loan: Int64, _ event: EventRow) {
    guard let claim = writeOffs[loan] else { return }
    for day in claim.recoveries.flatMap({ [$0.day, $0.reversedOn].compactMap(\.self) }) {
      let came = claim.recovered(by: day)
      guard claim.principal < came.principal || claim.charge < came.charge else { continue }
      wonder(
        event, "write-off.\(loan) on \(day)",
        expected: "at most \(claim.principal) and \(claim.charge)",
        found: "\(came.principal) and \(came.charge)")
    }
    let left = Paid(
      principal: claim.principal - claim.recovered(by: nil).principal,
      charge: claim.charge - claim.recovered(by: nil).charge)
    if left.total == 0 { loans[loan]?.ending?.state = "fullyRecovered" }
    let name = "waiver.\(loan)"
    guard event.content?[name] != nil, let cells = cells(name, 4, event),
      let day = CivilDay(cells[0])
    else { return }
    require(event, "\(name) principal", cells[1].number, is: left.principal)
    require(event, "\(name) service_charge", cells[2].number, is: left.charge)
    loans[loan]?.ending?.state = "claimWaived"
    writeOffs[loan]?.waivedOn = day
    expect(
      .claimWaiver,
      Cells([
        "loan": loan, "waived_on": day, "principal": left.principal,
        "service_charge": left.charge, "minutes": event.content?["\(name).minutes"],
        "reason": event.content?["\(name).reason"], "decided_by": person(cells[3], event),
      ]))
  }

  private mutating func importSettlement(_ number: Int64, _ event: EventRow) {
    guard let cells = cells("settlement.\(number)", 5, event) else { return }
    passed("debt-settlement", number)
    expect(
      .debtSettlement,
      Cells([
        "number": number, "loan": cells[0].number, "debtor": cells[1].number,
        "creditor": cells[2].number, "amount": cells[3].number,
        "settled_on": CivilDay(cells[4]),
      ]))
  }

  private mutating func importAssignment(_ number: Int64, _ event: EventRow) {
    let cells = Imported.cells(event.content?["suspense.\(number)"] ?? "")
    guard cells.count >= 5, let ksm = cells[0].number, let amount = cells[1].number else {
      return wonder(
        event, "suspense.\(number)", expected: "what a group was given",
        found: cells.joined(separator: "|"))
    }
    passed("suspense-assignment", number)
    assigned[ksm, default: 0] += amount
    expect(
      .suspenseAssignment,
      Cells([
        "number": number, "ksm": ksm, "amount": amount, "assigned_on": CivilDay(cells[2]),
        "assigned_by": event.person, "reason": cells.dropFirst(4).joined(separator: "|"),
        "takes_back": cells[3].number,
      ]))
  }

  private mutating func importAllocation(of year: Int64, _ event: EventRow) {
    let cells = Imported.cells(event.content?["allocation.\(year)"] ?? "")
    guard cells.count >= 3, let day = CivilDay(cells[0]) else {
      return wonder(
        event, "allocation.\(year)", expected: "a day and minutes",
        found: cells.joined(separator: "|"))
    }
    expect(
      .profitAllocation,
      Cells([
        "year": year, "allocated_on": day, "decided_by": person(cells[1], event),
        "minutes": cells.dropFirst(2).joined(separator: "|"), "bounds": nil,
      ]))
    var line: Int64 = 1
    var whole: Int64 = 0
    while event.content?["part.\(year).\(line)"] != nil,
      let part = self.cells("part.\(year).\(line)", 3, event)
    {
      whole += part[1].number ?? 0
      expect(
        .profitPart,
        Cells([
          "year": year, "line": line, "purpose": part[0], "hundredths": part[1].number,
          "amount": part[2].number,
        ]))
      line += 1
    }
    require(event, "allocation.\(year) percent", whole, is: 10_000)
  }
}
