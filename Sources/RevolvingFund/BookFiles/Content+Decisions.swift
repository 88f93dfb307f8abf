// Decisions in an event that began books: cells in one field, and texts in fields of their own.
extension Content {
  mutating func add(_ restructurings: [Restructuring]) {
    for one in restructurings {
      let name = "restructuring.\(one.loan.number)"
      add(
        name,
        "\(one.successor.number)|\(one.on)|\(one.principal.amount)|\(one.serviceCharge.amount)"
          + "|\(one.collectability.rawValue)|\(somebody(one.decidedBy))")
      add("\(name).reason", one.grounds.reason)
      add("\(name).evidence", one.grounds.evidence)
      add("\(name).agreement", one.grounds.agreement)
      add("\(name).minutes", one.grounds.minutes)
      add("\(name).notice", one.grounds.notice)
    }
  }

  mutating func add(_ writeOffs: [WriteOff]) {
    for one in writeOffs {
      let name = "write-off.\(one.loan.number)"
      add(
        name,
        "\(one.on)|\(one.principal.amount)|\(one.serviceCharge.amount)"
          + "|\(one.fromReserve.amount)|\(somebody(one.decision.proposedBy))"
          + "|\(somebody(one.decision.decidedBy))")
      add("\(name).minutes", one.decision.minutes)
      add("\(name).report", one.decision.report)
      if !one.decision.savingsKept.isEmpty {
        add("\(name).savings-kept", one.decision.savingsKept)
      }
      for recovery in one.recoveries { add(recovery, on: one.loan) }
      guard let waiver = one.waiver else { continue }
      add(
        "waiver.\(one.loan.number)",
        "\(waiver.on)|\(waiver.waived.principal.amount)|\(waiver.waived.serviceCharge.amount)"
          + "|\(somebody(waiver.decidedBy))")
      add("waiver.\(one.loan.number).minutes", waiver.minutes)
      add("waiver.\(one.loan.number).reason", waiver.reason)
    }
  }

  private mutating func add(_ recovery: ClaimRecovery, on loan: LoanID) {
    let name = "recovery.\(loan.number).\(recovery.number)"
    let paper = recovery.receipt.map {
      ["\($0.number)", "\($0.account.number)", "\($0.voucher)"]
    }
    add(
      name,
      "\(recovery.on)|\(recovery.principal.amount)|\(recovery.serviceCharge.amount)|"
        + (paper ?? ["", "", ""]).joined(separator: "|"))
    if let reversal = recovery.reversal {
      add("\(name).reversal", "\(reversal.on)|\(reversal.reason)")
    }
  }

  mutating func add(_ settlements: [DebtSettlement]) {
    for one in settlements {
      add(
        "settlement.\(one.number)",
        "\(one.loan.number)|\(one.pair.debtor)|\(one.pair.creditor)|\(one.amount.amount)"
          + "|\(one.on)")
    }
  }

  mutating func add(_ assignments: [SuspenseAssignment]) {
    for one in assignments {
      add(
        "suspense.\(one.number)",
        "\(one.ksm.number)|\(one.amount.amount)|\(one.on)"
          + "|\(one.takesBack.map { "\($0)" } ?? "")|\(one.reason)")
    }
  }

  mutating func add(_ allocations: [ProfitAllocation]) {
    for one in allocations {
      add(
        "allocation.\(one.year)", "\(one.on)|\(somebody(one.decidedBy))|\(one.minutes)")
      for (place, part) in one.lines.enumerated() {
        add(
          "part.\(one.year).\(place + 1)",
          "\(part.purpose.rawValue)|\(part.hundredths)|\(part.amount.amount)")
      }
    }
  }

  /// Somebody whom the files name; nothing where it is who recorded the books.
  private func somebody(_ person: PersonID) -> String {
    person.value == 0 ? "" : "\(person.value)"
  }
}

extension Succession {
  /// What a loan's cells say of it, at their end.
  var cells: [String] { ["\(predecessor.number)", "\(inheritedClass.rawValue)"] }
}
