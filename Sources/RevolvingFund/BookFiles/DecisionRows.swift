/// A loan that was put off, of `restructurings.csv`.
struct RestructuringRow: Hashable, Sendable {
  let line: Int
  let loan: Int64
  let successor: Int64
  let on: Day
  let grounds: Restructuring.Grounds
  /// The number that the files give somebody.
  let decidedBy: Int64?

  init?(_ cells: inout BookCells) {
    let loan = cells.number("loan")
    let successor = cells.number("successor")
    let on = cells.day("date")
    let agreement = cells.text("agreement")
    let minutes = cells.text("minutes")
    let notice = cells.text("notice")
    let reason = cells.text("reason")
    let evidence = cells.text("evidence")
    decidedBy = cells.optionalNumber("decided_by")
    guard let loan, let successor, let on, let agreement, let minutes, let notice, let reason,
      let evidence
    else { return nil }
    line = cells.row.line
    self.loan = loan
    self.successor = successor
    self.on = on
    grounds = Restructuring.Grounds(
      reason: reason, evidence: evidence, agreement: agreement, minutes: minutes, notice: notice)
  }
}

/// A loan taken off the books, of `write-offs.csv`.
struct WriteOffRow: Hashable, Sendable {
  let line: Int
  let loan: Int64
  let on: Day
  let fromReserve: Rupiah
  let minutes: String
  let report: String
  let proposedBy: Int64
  let decidedBy: Int64
  let savingsKept: String
  let waiver: Waiver?

  /// That what was left of the claim was given up.
  struct Waiver: Hashable, Sendable {
    let on: Day
    let minutes: String
    let reason: String
    let decidedBy: Int64?
  }

  init?(_ cells: inout BookCells) {
    let loan = cells.number("loan")
    let on = cells.day("date")
    fromReserve = cells.amount("from_reserve_idr")
    let minutes = cells.text("minutes")
    let report = cells.text("report")
    let proposedBy = cells.number("proposed_by")
    let decidedBy = cells.number("decided_by")
    savingsKept = cells.optionalText("savings_kept") ?? ""
    let waivedOn = cells.optionalDay("waived_on")
    let waiverMinutes = waivedOn == nil ? nil : cells.text("waiver_minutes")
    let waiverReason = waivedOn == nil ? nil : cells.text("waiver_reason")
    let waivedBy = cells.optionalNumber("waived_by")
    waiver = waivedOn.map {
      Waiver(
        on: $0, minutes: waiverMinutes ?? "", reason: waiverReason ?? "", decidedBy: waivedBy)
    }
    guard let loan, let on, let minutes, let report, let proposedBy, let decidedBy else {
      return nil
    }
    line = cells.row.line
    self.loan = loan
    self.on = on
    self.minutes = minutes
    self.report = report
    self.proposedBy = proposedBy
    self.decidedBy = decidedBy
  }
}

/// Money that came in on a claim, of `recoveries.csv`.
struct RecoveryRow: Hashable, Sendable {
  let line: Int
  let loan: Int64
  let on: Day
  let principal: Rupiah
  let serviceCharge: Rupiah
  /// The paper and how it was booked; none of what came before receipts were given.
  let booking: Booking?
  let reversal: Reversal?

  /// What a receipt says beside its amount.
  struct Booking: Hashable, Sendable {
    let receipt: ReceiptNumber?
    let account: AccountCode
    let voucher: VoucherNumber
  }

  /// That it was taken back.
  struct Reversal: Hashable, Sendable {
    let on: Day
    let reason: String
  }

  init?(_ cells: inout BookCells) {
    let loan = cells.number("loan")
    let on = cells.day("date")
    principal = cells.amount("principal_idr")
    serviceCharge = cells.amount("service_charge_idr")
    let receipt = cells.receipt("receipt")
    let voucher = cells.voucher("voucher")
    let account = voucher == nil ? nil : cells.account("account")
    booking = voucher.flatMap { voucher in
      account.map { Booking(receipt: receipt, account: $0, voucher: voucher) }
    }
    let reversedOn = cells.optionalDay("reversed_on")
    let reason = reversedOn == nil ? nil : cells.text("reversal_reason")
    reversal = reversedOn.map { Reversal(on: $0, reason: reason ?? "") }
    guard let loan, let on else { return nil }
    guard principal + serviceCharge > .zero else {
      cells.refuse("principal_idr", .amount)
      return nil
    }
    guard voucher != nil || receipt == nil else {
      cells.refuse("voucher", .voucher)
      return nil
    }
    guard account.map({ [.cash, .bank].contains($0) }) ?? true else {
      cells.refuse("account", .account)
      return nil
    }
    line = cells.row.line
    self.loan = loan
    self.on = on
  }
}

/// What a member gave another back, of `settlements.csv`.
struct SettlementRow: Hashable, Sendable {
  let line: Int
  let loan: Int64
  let pair: MemberPair
  let amount: Rupiah
  let on: Day

  init?(_ cells: inout BookCells) {
    let loan = cells.number("loan")
    let on = cells.day("date")
    let debtor = cells.number("debtor")
    let creditor = cells.number("creditor")
    let amount = cells.requiredAmount("amount_idr")
    guard let loan, let on, let debtor, let creditor, let amount else { return nil }
    guard amount > .zero, debtor != creditor else {
      cells.refuse(amount > .zero ? "creditor" : "amount_idr", amount > .zero ? .number : .amount)
      return nil
    }
    line = cells.row.line
    self.loan = loan
    pair = MemberPair(debtor: debtor, creditor: creditor)
    self.amount = amount
    self.on = on
  }
}

/// Money of nobody's that a group was given, or no longer has, of `suspense.csv`.
struct AssignmentRow: Hashable, Sendable {
  let line: Int
  let number: Int64
  let ksm: Int64
  let amount: Rupiah
  let on: Day
  let reason: String
  let takesBack: Int64?

  init?(_ cells: inout BookCells) {
    let number = cells.number("assignment")
    let ksm = cells.number("ksm")
    let on = cells.day("date")
    let amount = cells.requiredAmount("amount_idr")
    let reason = cells.text("reason")
    takesBack = cells.optionalNumber("takes_back")
    guard let number, let ksm, let on, let amount, let reason else { return nil }
    guard amount > .zero else {
      cells.refuse("amount_idr", .amount)
      return nil
    }
    line = cells.row.line
    self.number = number
    self.ksm = ksm
    self.on = on
    self.amount = amount
    self.reason = reason
  }
}

/// A part of a year's profit, of `allocations.csv`.
struct AllocationRow: Hashable, Sendable {
  let line: Int
  let year: Int
  let on: Day
  let minutes: String
  let part: ProfitAllocation.Line
  let decidedBy: Int64?

  init?(_ cells: inout BookCells) {
    let year = cells.small("year", empty: 0, atMost: 2999)
    let on = cells.day("date")
    let minutes = cells.text("minutes")
    let purpose: ProfitPurpose? = cells.choice("purpose")
    let hundredths = cells.hundredths("percent")
    let amount = cells.requiredAmount("amount_idr")
    decidedBy = cells.optionalNumber("decided_by")
    guard let on, let minutes, let purpose, let hundredths, let amount else { return nil }
    line = cells.row.line
    self.year = year
    self.on = on
    self.minutes = minutes
    part = ProfitAllocation.Line(purpose: purpose, hundredths: hundredths, amount: amount)
  }
}
