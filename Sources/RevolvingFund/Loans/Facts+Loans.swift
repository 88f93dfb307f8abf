extension Facts {
  /// Takes in loans, what was paid on them and what became of them.
  mutating func takeLoan(_ change: Change) {
    switch change {
    case .loanOpened(let loan, let borrowers):
      claimed.formUnion(borrowers)
      if applications[loan.application]?.contract?.setOffConsent ?? false {
        setOffConsents.insert(loan.id)
      }
      if loan.succession == nil {
        applications[loan.application]?.payOut = PayOut(loan: loan.id, on: loan.disbursedOn)
      }
      keep(loan)
    case .loanPaid(let loan), .loanEnded(let loan): keep(loan)
    case .loanReopened(_, let borrowers): claimed.formUnion(borrowers)
    case .disbursement(let disbursement): disbursements[disbursement.loan] = disbursement
    case .receipts(let loan, let signed): disbursements[loan]?.receipts += signed
    case .disbursementVoided(let loan, let void):
      disbursements[loan.id]?.void = void
      keep(loan)
    case .writeOff, .claimRecovered, .recoveryReversed, .claimWaived: takeWriteOff(change)
    case .repayment(let repayment):
      repayments[repayment.loan, default: []].append(repayment)
      payments[repayment.loan]?.append(contentsOf: repayment.entries)
    case .repaymentReversed(let repayment, let reversal):
      payments[repayment.loan]?.append(
        LoanLedger.Entry(on: reversal.on, number: reversal.number, amount: -repayment.loanPart))
      for place in repayments[repayment.loan]?.indices ?? 0..<0
      where repayments[repayment.loan]?[place].number == repayment.number {
        repayments[repayment.loan]?[place].reversal = reversal
      }
    case .memberDebtSettled(let settlement):
      debtSettlements[settlement.loan, default: []].append(settlement)
    // The names of a restructured loan stay taken, and nothing asks for calls.
    case .restructuring, .liabilityCall: break
    default: break
    }
  }

  /// A loan as it is now, in the book of its UPK too; where nobody is held to it any more its
  /// borrowers may borrow elsewhere.
  private mutating func keep(_ loan: Loan) {
    loans[loan.id] = loan
    if loan.state.freesNames { free(loan) }
    guard let book = portfolios[loan.id.upk] else { return }
    let before = book[loan.id]
    let history: LoanHistory
    if let paid = repayments[loan.id] {
      history = LoanHistory(
        loan: loan, entries: paid.lazy.flatMap(\.entries), writeOff: before?.writeOff)
    } else {
      history = LoanHistory(
        loan: loan, payments: before?.payments ?? [], writeOff: before?.writeOff)
    }
    portfolios[loan.id.upk]?.keep(history)
  }

  private mutating func free(_ loan: Loan) {
    let borrowing = Set(loan.shares.map(\.member))
    for member in ksms[loan.ksm]?.members ?? [] where borrowing.contains(member.number) {
      claimed.remove(member.person)
    }
  }

  private mutating func takeWriteOff(_ change: Change) {
    switch change {
    case .writeOff(let writeOff): keep(writeOff)
    case .claimRecovered(let loan, let recovery):
      rewrite(loan) { $0.replacing(recoveries: $0.recoveries + [recovery]) }
    case .recoveryReversed(let loan, let recovery, let reversal):
      rewrite(loan) { writeOff in
        writeOff.replacing(
          recoveries: writeOff.recoveries.map { one in
            var one = one
            if one.number == recovery.number { one.reversal = reversal }
            return one
          })
      }
    case .claimWaived(let loan, let waiver): rewrite(loan) { $0.replacing(waiver: waiver) }
    default: break
    }
  }

  private mutating func rewrite(_ loan: LoanID, _ change: (WriteOff) -> WriteOff) {
    guard let found = portfolios[loan.upk]?[loan]?.writeOff else { return }
    keep(change(found))
  }

  private mutating func keep(_ writeOff: WriteOff) {
    guard let history = portfolios[writeOff.loan.upk]?[writeOff.loan] else { return }
    portfolios[writeOff.loan.upk]?.keep(
      LoanHistory(loan: history.loan, payments: history.payments, writeOff: writeOff))
  }
}

extension LoanBook {
  /// Puts a loan in its place, or at it as it is now.
  mutating func keep(_ history: LoanHistory) {
    let id = history.loan.id
    let place = loans.partition { $0.loan.id.number < id.number }
    if place < loans.count, loans[place].loan.id == id {
      loans[place] = history
    } else {
      loans.insert(history, at: place)
    }
    guard let writeOff = history.writeOff else { return }
    writtenOff.removeAll { $0.loan == id }
    writtenOff.append(writeOff)
    writtenOff.sort { $0.loan.number < $1.loan.number }
  }
}

extension [LoanHistory] {
  /// The first place, in the order of the numbers, of which the test does not hold.
  fileprivate func partition(_ isBefore: (LoanHistory) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension WriteOff {
  fileprivate func replacing(recoveries: [ClaimRecovery]) -> WriteOff {
    WriteOff(
      loan: loan, on: on, principal: principal, serviceCharge: serviceCharge,
      fromReserve: fromReserve, decision: decision, recoveries: recoveries, waiver: waiver)
  }

  fileprivate func replacing(waiver: ClaimWaiver) -> WriteOff {
    WriteOff(
      loan: loan, on: on, principal: principal, serviceCharge: serviceCharge,
      fromReserve: fromReserve, decision: decision, recoveries: recoveries, waiver: waiver)
  }
}
