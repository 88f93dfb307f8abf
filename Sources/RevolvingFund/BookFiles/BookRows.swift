/// A place of `regions.csv`.
struct RegionRow: Hashable, Sendable {
  let line: Int
  let region: Region

  init?(_ cells: inout BookCells) {
    let code = cells.region("region")
    let name = cells.text("name")
    guard let code, let name else { return nil }
    line = cells.row.line
    region = Region(code: code, name: name)
  }
}

/// The UPK of `upk.csv`, with its board.
struct UnitRow: Hashable, Sendable {
  let line: Int
  let code: Code
  let name: String
  let bkm: BKM
  let region: RegionCode
  let operatingSince: Month
  let ranEarlierProgramme: Bool

  init?(_ cells: inout BookCells) {
    let code = cells.code("upk")
    let name = cells.text("name")
    let bkm = cells.code("bkm")
    let bkmName = cells.text("bkm_name")
    let region = cells.region("region")
    let operatingSince = cells.month("operating_since")
    ranEarlierProgramme = cells.flag("ran_earlier_programme")
    guard let code, let name, let bkm, let bkmName, let region, let operatingSince else {
      return nil
    }
    line = cells.row.line
    self.code = code
    self.name = name
    self.bkm = BKM(code: bkm, name: bkmName, region: region)
    self.region = region
    self.operatingSince = operatingSince
  }
}

/// Somebody of `persons.csv`.
struct PersonRow: Hashable, Sendable {
  let line: Int
  let number: Int64
  let name: String
  let gender: Gender
  let nik: NIK?

  init?(_ cells: inout BookCells) {
    let number = cells.number("person")
    let name = cells.text("name")
    let gender = cells.gender("gender")
    nik = cells.nik("nik")
    guard let number, let name, let gender else { return nil }
    line = cells.row.line
    self.number = number
    self.name = name
    self.gender = gender
  }
}

/// A group of `ksms.csv`.
struct GroupRow: Hashable, Sendable {
  let line: Int
  let number: Int64
  let name: String
  let formedOn: Day

  init?(_ cells: inout BookCells) {
    let number = cells.number("ksm")
    let name = cells.text("name")
    let formedOn = cells.day("formed_on")
    guard let number, let name, let formedOn else { return nil }
    line = cells.row.line
    self.number = number
    self.name = name
    self.formedOn = formedOn
  }
}

/// A membership of `members.csv`.
struct MemberRow: Hashable, Sendable {
  let line: Int
  let ksm: Int64
  let number: Int64
  /// The person's number in the files.
  let person: Int64
  let joinedOn: Day
  let leftOn: Day?

  init?(_ cells: inout BookCells) {
    let ksm = cells.number("ksm")
    let number = cells.number("member")
    let person = cells.number("person")
    let joinedOn = cells.day("joined_on")
    leftOn = cells.optionalDay("left_on")
    guard let ksm, let number, let person, let joinedOn else { return nil }
    line = cells.row.line
    self.ksm = ksm
    self.number = number
    self.person = person
    self.joinedOn = joinedOn
  }
}

/// An account of `accounts.csv`.
struct AccountRow: Hashable, Sendable {
  let line: Int
  let account: Account

  init?(_ cells: inout BookCells) {
    let code = cells.account("account")
    let name = cells.text("name")
    guard let code, let name else { return nil }
    line = cells.row.line
    account = Account(code, name)
  }
}

/// A balance of `opening.csv`.
struct OpeningRow: Hashable, Sendable {
  let line: Int
  let on: Day
  let account: AccountCode
  let debit: Rupiah
  let credit: Rupiah
  let loan: Int64?
  let ksm: Int64?

  init?(_ cells: inout BookCells) {
    let on = cells.day("date")
    let account = cells.account("account")
    debit = cells.amount("debit_idr")
    credit = cells.amount("credit_idr")
    loan = cells.optionalNumber("loan")
    ksm = cells.optionalNumber("ksm")
    guard let on, let account else { return nil }
    line = cells.row.line
    self.on = on
    self.account = account
  }
}

/// A loan of `loans.csv`.
struct LoanRow: Hashable, Sendable {
  let line: Int
  let number: Int64
  let ksm: Int64
  let disbursedOn: Day
  let terms: LoanTerms
  let purpose: LoanPurpose
  let businessStage: BusinessStage
  /// What had been paid when the books began, where nobody has the payments one by one.
  let principalPaid: Rupiah
  let serviceChargePaid: Rupiah
  let lastPaidOn: Day?
  let cancelledOn: Day?

  init?(_ cells: inout BookCells) {
    let number = cells.number("loan")
    let ksm = cells.number("ksm")
    let disbursedOn = cells.day("disbursed_on")
    let rate = cells.rate("rate_percent")
    let months = cells.small("months", empty: 0, atMost: 60)
    let unit = cells.small("round_unit_idr", empty: 1, atMost: 1_000_000)
    let savings = cells.small("savings_thousandths", empty: 0, atMost: 1000)
    let lateFee = cells.amount("late_fee_idr")
    let method: ChargeMethod = cells.choice("method", empty: .flat)
    let early: EarlySettlement = cells.choice("early_settlement", empty: .waive)
    purpose = cells.choice("purpose", empty: .productiveBusiness)
    businessStage = cells.choice("business_stage", empty: .existing)
    principalPaid = cells.amount("principal_paid_idr")
    serviceChargePaid = cells.amount("service_charge_paid_idr")
    lastPaidOn =
      principalPaid + serviceChargePaid > .zero
      ? cells.day("last_paid_on") : cells.optionalDay("last_paid_on")
    cancelledOn = cells.optionalDay("cancelled_on")
    guard months >= 1, unit >= 1 else {
      cells.refuse(months < 1 ? "months" : "round_unit_idr", .number)
      return nil
    }
    guard let number, let ksm, let disbursedOn, let rate else { return nil }
    line = cells.row.line
    self.number = number
    self.ksm = ksm
    self.disbursedOn = disbursedOn
    terms = LoanTerms(
      months: months, rate: rate, method: method, roundUnit: Int64(unit), earlySettlement: early,
      lateFee: lateFee, savingsThousandths: savings)
  }
}

/// A member's part of a loan, of `shares.csv`.
struct ShareRow: Hashable, Sendable {
  let line: Int
  let loan: Int64
  let member: Int64
  let amount: Rupiah

  init?(_ cells: inout BookCells) {
    let loan = cells.number("loan")
    let member = cells.number("member")
    let amount = cells.requiredAmount("amount_idr")
    guard let loan, let member, let amount else { return nil }
    guard amount > .zero else {
      cells.refuse("amount_idr", .amount)
      return nil
    }
    line = cells.row.line
    self.loan = loan
    self.member = member
    self.amount = amount
  }
}

/// Money received on a loan, of `repayments.csv`.
struct RepaymentRow: Hashable, Sendable {
  let line: Int
  let number: Int64?
  let loan: Int64
  let receipt: ReceiptNumber?
  let on: Day
  let account: AccountCode
  let loanPart: Rupiah
  let lateFee: Rupiah
  let savings: Rupiah
  let excess: Rupiah
  let members: [MemberPayment]
  let voucher: VoucherNumber?
  let reversal: Reversal?

  /// That it was taken back.
  struct Reversal: Hashable, Sendable {
    let number: Int64?
    let on: Day
    let reason: String
  }

  init?(_ cells: inout BookCells) {
    number = cells.optionalNumber("repayment")
    let loan = cells.number("loan")
    receipt = cells.receipt("receipt")
    let on = cells.day("date")
    let account = cells.account("account")
    loanPart = cells.amount("amount_idr")
    lateFee = cells.amount("late_fee_idr")
    savings = cells.amount("savings_idr")
    excess = cells.amount("held_idr")
    members = cells.payments("members")
    voucher = cells.voucher("voucher")
    let reversed = cells.optionalDay("reversed_on")
    let number = cells.optionalNumber("reversal")
    let reason = reversed == nil ? nil : cells.text("reversal_reason")
    reversal = reversed.map { Reversal(number: number, on: $0, reason: reason ?? "") }
    guard let loan, let on, let account else { return nil }
    guard loanPart + lateFee + savings + excess > .zero else {
      cells.refuse("amount_idr", .amount)
      return nil
    }
    guard [.cash, .bank, .savings, .suspense].contains(account) else {
      cells.refuse("account", .account)
      return nil
    }
    line = cells.row.line
    self.loan = loan
    self.on = on
    self.account = account
  }
}

/// A line of `vouchers.csv`: one posting, with what its voucher says.
struct PostingRow: Hashable, Sendable {
  let line: Int
  let voucher: VoucherNumber?
  let on: Day
  let description: String
  let reference: String?
  let debit: AccountCode
  let credit: AccountCode
  let amount: Rupiah
  let loan: Int64?
  let fromLoan: Int64?
  let ksm: Int64?
  let reverses: VoucherNumber?

  init?(_ cells: inout BookCells) {
    voucher = cells.voucher("voucher")
    let on = cells.day("date")
    let description = cells.text("description")
    reference = cells.optionalText("reference")
    let debit = cells.account("debit")
    let credit = cells.account("credit")
    let amount = cells.requiredAmount("amount_idr")
    loan = cells.optionalNumber("loan")
    fromLoan = cells.optionalNumber("from_loan")
    ksm = cells.optionalNumber("ksm")
    reverses = cells.voucher("reverses")
    guard let on, let description, let debit, let credit, let amount else { return nil }
    line = cells.row.line
    self.on = on
    self.description = description
    self.debit = debit
    self.credit = credit
    self.amount = amount
  }
}
