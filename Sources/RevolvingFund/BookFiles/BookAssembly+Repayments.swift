// What came in on the loans.
extension BookAssembly {
  /// The repayments of the file, and what had been paid on loans when the books began.
  mutating func recordedRepayments() -> [Repayment] {
    let rows = records.repayments
    for number in rows.compactMap(\.number) + rows.compactMap({ $0.reversal?.number }) {
      pass(.repayment, number)
    }
    for receipt in rows.compactMap(\.receipt) { pass(.receipt(year: receipt.year), receipt.number) }
    let successors = Set(records.restructurings.map(\.successor))
    var repayments = records.loans.filter { !successors.contains($0.number) }
      .compactMap { paidToDate($0) }
    var numbers: Set<Int64> = []
    var receipts: Set<ReceiptNumber> = []
    for row in rows {
      if let number = row.number, !numbers.insert(number).inserted {
        note(.repayments, row.line, .repeated(column: "repayment", value: "\(number)"))
      }
      if let number = row.reversal?.number, !numbers.insert(number).inserted {
        note(.repayments, row.line, .repeated(column: "reversal", value: "\(number)"))
      }
      if let receipt = row.receipt, !receipts.insert(receipt).inserted {
        note(.repayments, row.line, .repeated(column: "receipt", value: "\(receipt)"))
      }
      if let repayment = repayment(of: row) { repayments.append(repayment) }
    }
    return repayments.sorted { $0.number < $1.number }
  }

  private mutating func repayment(of row: RepaymentRow) -> Repayment? {
    guard let loan = loans.first(where: { $0.id.number == row.loan }) else {
      note(.repayments, row.line, .unknown(column: "loan", value: "\(row.loan)"))
      return nil
    }
    if row.on < loan.disbursedOn {
      note(.repayments, row.line, .dayBefore(column: "date", row.on, earliest: loan.disbursedOn))
    }
    if let reversed = row.reversal?.on, reversed < row.on {
      note(.repayments, row.line, .dayBefore(column: "reversed_on", reversed, earliest: row.on))
    }
    if let receipt = row.receipt, receipt.year != row.on.year {
      note(
        .repayments, row.line,
        .differs(column: "receipt", value: "\(receipt)", expected: "KW-\(row.on.year)"))
    }
    let sum = row.members.total(\.amount)
    if !row.members.isEmpty && sum != row.loanPart {
      note(
        .repayments, row.line,
        .sumDiffers(column: "members", found: sum, expected: row.loanPart))
    }
    let borrowers = Set(loan.shares.map(\.member))
    for member in Set(row.members.flatMap { [$0.member, $0.payer] }).sorted()
    where !borrowers.contains(member) {
      note(.repayments, row.line, .unknown(column: "members", value: "\(member)"))
    }
    guard let voucher = voucher(for: row) else { return nil }
    let number = row.number ?? draw(.repayment)
    let receipt =
      row.receipt
      ?? ReceiptNumber(year: row.on.year, number: draw(.receipt(year: row.on.year)))
    let reversal = row.reversal.map {
      Repayment.Reversal(
        number: $0.number ?? draw(.repayment), on: $0.on, reason: $0.reason, recordedBy: recorder)
    }
    return Repayment(
      loan: loan.id, receipt: receipt, number: number, on: row.on, account: row.account,
      loanPart: row.loanPart, lateFee: row.lateFee, savings: row.savings, excess: row.excess,
      members: row.members, voucher: voucher.number, reference: voucher.reference,
      recordedBy: recorder, reversal: reversal)
  }

  /// The voucher that booked it: of its day, or the first of the books for what came before them.
  private mutating func voucher(for row: RepaymentRow) -> Voucher? {
    let isEarlier = begin.map { row.on < $0 } ?? true
    let found =
      row.voucher == nil && isEarlier
      ? vouchers.first : vouchers.first { $0.number == row.voucher }
    guard let found else {
      note(
        .repayments, row.line,
        row.voucher.map { .unknown(column: "voucher", value: $0.description) }
          ?? .cellMissing(column: "voucher"))
      return nil
    }
    if found.bookedOn != row.on && !(isEarlier && found.bookedOn == begin) {
      note(
        .repayments, row.line,
        .differs(column: "date", value: "\(row.on)", expected: "\(found.bookedOn)"))
    }
    return found
  }

  /// What had been paid on a loan up to the day of its last payment, as one receipt of that day.
  mutating func paidToDate(_ row: LoanRow) -> Repayment? {
    let paid = row.principalPaid + row.serviceChargePaid
    guard paid > .zero, let on = row.lastPaidOn,
      let loan = loans.first(where: { $0.id.number == row.number })
    else { return nil }
    guard let opening = vouchers.first, let begin, on <= begin else {
      note(
        .loans, row.line,
        .cellWrong(column: "last_paid_on", value: "\(on)", .day))
      return nil
    }
    if on < loan.disbursedOn {
      note(.loans, row.line, .dayBefore(column: "last_paid_on", on, earliest: loan.disbursedOn))
    }
    let split = loan.ledger([]).adding(paid, on: on).paid
    if split.principal != row.principalPaid {
      note(
        .loans, row.line,
        .sumDiffers(
          column: "principal_paid_idr", found: row.principalPaid, expected: split.principal))
    }
    return Repayment(
      loan: loan.id, receipt: ReceiptNumber(year: on.year, number: draw(.receipt(year: on.year))),
      number: draw(.repayment), on: on, account: .cash, loanPart: paid, lateFee: .zero,
      savings: .zero, excess: .zero, members: [], voucher: opening.number, reference: nil,
      recordedBy: recorder, reversal: nil)
  }

  /// A loan after all that happened to it, in the order in which it was recorded; who brought what
  /// is shared out as usual where the files do not say.
  mutating func settled(_ opened: Loan) -> Loan {
    var loan = opened
    var soFar: [Repayment] = []
    let own = repayments.indices.filter { repayments[$0].loan == loan.id }
    let steps =
      own.map { (number: repayments[$0].number, place: $0, isReversal: false) }
      + own.compactMap { place in
        repayments[place].reversal.map { (number: $0.number, place: place, isReversal: true) }
      }
    for step in steps.sorted(by: { $0.number < $1.number }) {
      if step.isReversal {
        guard let index = soFar.firstIndex(where: { $0.number == repayments[step.place].number })
        else { continue }
        soFar[index].reversal = repayments[step.place].reversal
        let day = soFar[index].reversal?.on ?? soFar[index].on
        loan.take(soFar[index], sign: -1, loan.ledger(soFar), on: day)
      } else {
        var repayment = repayments[step.place].sharing(loan, after: soFar)
        repayments[step.place] = repayment
        repayment.reversal = nil
        soFar.append(repayment)
        loan.take(repayment, sign: 1, loan.ledger(soFar), on: repayment.on)
      }
    }
    if let row = records.loans.first(where: { $0.number == loan.id.number }),
      let cancelledOn = row.cancelledOn
    {
      loan.state = .cancelled
      loan.closedOn = cancelledOn
    }
    return loan
  }
}

extension Repayment {
  /// The same with who brought what, shared out as usual where nobody said.
  fileprivate func sharing(_ loan: Loan, after earlier: [Repayment]) -> Repayment {
    guard members.isEmpty, loanPart > .zero else { return self }
    let split = MemberSplit(loan)
    let ledger = loan.ledger(earlier).adding(loanPart, on: on)
    let parts =
      ledger.settledOn == on
      ? split.settled(loanPart, on: on, rule: loan.terms.earlySettlement)
      : split.divided(loanPart)
    let payments = zip(loan.shares, parts).filter { $0.1 > .zero }.map { share, part in
      MemberPayment(member: share.member, payer: share.member, amount: part)
    }
    return Repayment(
      loan: self.loan, receipt: receipt, number: number, on: on, account: account,
      loanPart: loanPart, lateFee: lateFee, savings: savings, excess: excess, members: payments,
      voucher: voucher, reference: reference, recordedBy: recordedBy, reversal: reversal)
  }
}
