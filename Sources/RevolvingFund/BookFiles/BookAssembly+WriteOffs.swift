// What was taken off the books, and what came of the claims.
extension BookAssembly {
  mutating func writtenOff() -> [WriteOff] {
    var found: [WriteOff] = []
    var receipts = Set(records.repayments.compactMap(\.receipt))
    for row in records.recoveries {
      if let receipt = row.booking?.receipt {
        pass(.receipt(year: receipt.year), receipt.number)
        if !receipts.insert(receipt).inserted {
          note(.recoveries, row.line, .repeated(column: "receipt", value: "\(receipt)"))
        }
      }
      if !records.writeOffs.contains(where: { $0.loan == row.loan }) {
        note(.recoveries, row.line, .unknown(column: "loan", value: "\(row.loan)"))
      }
    }
    for row in records.writeOffs {
      guard let place = place(of: row.loan, "loan", .writeOffs, row.line) else { continue }
      checkEnd(of: loans[place], on: row.on, .writeOffs, row.line)
      guard loans[place].state == .active else { continue }
      let writeOff = writeOff(row, loans[place])
      loans[place].state = writeOff.stateAtLast
      loans[place].closedOn = row.on
      found.append(writeOff)
    }
    return found
  }

  private mutating func writeOff(_ row: WriteOffRow, _ loan: Loan) -> WriteOff {
    checkDecision(row, loan)
    let claim = WriteOff(
      loan: loan.id, on: row.on, principal: loan.openPrincipal,
      serviceCharge: loan.openServiceCharge(fallenDueBy: row.on), fromReserve: row.fromReserve,
      decision: WriteOff.Decision(
        minutes: row.minutes, report: row.report, proposedBy: person(row.proposedBy),
        decidedBy: person(row.decidedBy), savingsKept: row.savingsKept),
      recoveries: recoveries(on: row), waiver: nil)
    checkClaim(claim)
    guard let waiver = row.waiver else { return claim }
    let earliest = max(row.on.addingDays(1), claim.lastMoved ?? row.on)
    if waiver.on < earliest {
      note(
        .writeOffs, row.line, .dayBefore(column: "waived_on", waiver.on, earliest: earliest))
    }
    if claim.left.total == .zero {
      note(.writeOffs, row.line, .endsTwice(loan: row.loan))
    }
    return WriteOff(
      loan: claim.loan, on: claim.on, principal: claim.principal,
      serviceCharge: claim.serviceCharge, fromReserve: claim.fromReserve,
      decision: claim.decision, recoveries: claim.recoveries,
      waiver: ClaimWaiver(
        on: waiver.on, waived: claim.left, minutes: waiver.minutes, reason: waiver.reason,
        decidedBy: person(waiver.decidedBy)))
  }

  /// Two people decided it, and the reserve bore what its voucher says.
  private mutating func checkDecision(_ row: WriteOffRow, _ loan: Loan) {
    let pair = [row.proposedBy, row.decidedBy]
    let here = pair.compactMap { persons[$0] }
    if pair[0] == pair[1] || here.count == 2 && here[0] == here[1] {
      note(
        .writeOffs, row.line, .repeated(column: "decided_by", value: "\(row.decidedBy)"))
    }
    if loan.openPrincipal < row.fromReserve {
      note(
        .writeOffs, row.line,
        .sumDiffers(
          column: "from_reserve_idr", found: row.fromReserve, expected: loan.openPrincipal))
    }
    guard let begin, begin <= row.on else { return }
    let booked = vouchers.filter { $0.bookedOn == row.on }.flatMap(\.postings).filter {
      $0.debit == .loanLossReserve && $0.credit == .loans && $0.loan == row.loan
    }.total(\.amount)
    if booked != row.fromReserve {
      note(
        .writeOffs, row.line,
        .sumDiffers(column: "from_reserve_idr", found: row.fromReserve, expected: booked))
    }
  }

  /// No more comes in on a claim than is claimed, on any day.
  private mutating func checkClaim(_ claim: WriteOff) {
    let isBroken = claim.recoveries.flatMap(\.days).contains { day in
      let came = claim.recovered(by: day)
      return claim.principal < came.principal || claim.serviceCharge < came.serviceCharge
    }
    guard isBroken else { return }
    let line = records.recoveries.last { $0.loan == claim.loan.number }?.line ?? 1
    note(.recoveries, line, .moreThanDebt)
  }

  private mutating func recoveries(on claim: WriteOffRow) -> [ClaimRecovery] {
    var found: [ClaimRecovery] = []
    for row in records.recoveries where row.loan == claim.loan {
      if row.on < claim.on {
        note(
          .recoveries, row.line, .dayBefore(column: "date", row.on, earliest: claim.on))
      }
      if let reversed = row.reversal?.on, reversed < row.on {
        note(
          .recoveries, row.line,
          .dayBefore(column: "reversed_on", reversed, earliest: row.on))
      }
      found.append(
        ClaimRecovery(
          number: found.count + 1, on: row.on, principal: row.principal,
          serviceCharge: row.serviceCharge, receipt: receipt(of: row),
          reversal: row.reversal.map {
            ClaimRecovery.Reversal(on: $0.on, reason: $0.reason, recordedBy: recorder)
          }))
    }
    return found
  }

  private mutating func receipt(of row: RecoveryRow) -> ClaimReceipt? {
    guard let booking = row.booking else { return nil }
    let year = row.on.year
    if let receipt = booking.receipt, receipt.year != year {
      note(
        .recoveries, row.line,
        .differs(column: "receipt", value: "\(receipt)", expected: "KW-\(year)"))
    }
    let voucher = vouchers.first { $0.number == booking.voucher }
    if let voucher {
      if voucher.bookedOn != row.on {
        note(
          .recoveries, row.line,
          .differs(column: "date", value: "\(row.on)", expected: "\(voucher.bookedOn)"))
      }
      let booked = voucher.postings.filter {
        $0.debit == booking.account && $0.credit == .creditIncome && $0.loan == row.loan
      }.total(\.amount)
      let came = row.principal + row.serviceCharge
      if booked != came {
        note(
          .recoveries, row.line,
          .sumDiffers(column: "principal_idr", found: came, expected: booked))
      }
    } else {
      note(
        .recoveries, row.line, .unknown(column: "voucher", value: "\(booking.voucher)"))
    }
    let number =
      booking.receipt ?? ReceiptNumber(year: year, number: draw(.receipt(year: year)))
    return ClaimReceipt(
      number, voucher: booking.voucher, account: booking.account, recordedBy: recorder)
  }
}

extension WriteOff {
  /// The state of its loan after all that came in, whatever the day.
  fileprivate var stateAtLast: LoanState {
    if waiver != nil { return .claimWaived }
    return left.total == .zero ? .fullyRecovered : .writtenOff
  }
}
