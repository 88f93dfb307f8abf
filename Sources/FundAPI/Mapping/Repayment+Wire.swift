public import RevolvingFund

extension Bergulir_V1_Repayment {
  /// A repayment as booked, how it splits now, and its event's number.
  public init(_ repayment: Repayment, _ paid: PaidTotals, sequence: Int64) {
    self.init()
    receivedOn = repayment.on.description
    amount = repayment.amount.amount
    principal = paid.principal.amount
    serviceCharge = paid.serviceCharge.amount
    voucher = repayment.voucher.description
    reference = repayment.reference ?? ""
    self.sequence = sequence
    receipt = repayment.receipt.description
    lateFee = repayment.lateFee.amount
    savings = repayment.savings.amount
    held = repayment.excess.amount
    members = repayment.members.map(Bergulir_V1_MemberPayment.init)
    account = repayment.account.number
    recordedBy = ResourceName.person(repayment.recordedBy).description
    reversedOn = repayment.reversal?.on.description ?? ""
    reversalReason = repayment.reversal?.reason ?? ""
  }
}

extension Bergulir_V1_MemberPayment {
  public init(_ payment: MemberPayment) {
    self.init()
    member = payment.member
    payer = payment.payer
    amount = payment.amount.amount
  }

  /// The payment as written; a payer that is left out is the member.
  public var payment: MemberPayment {
    MemberPayment(
      member: member, payer: payer == 0 ? member : payer, amount: Rupiah(amount))
  }
}

extension Field {
  /// A receipt's number, such as `KW-2016-0001`.
  public func receiptNumber() throws(Fault) -> ReceiptNumber {
    try read(.receipt) { ReceiptNumber($0) }
  }
}

extension Bergulir_V1_SuspenseAssignment {
  public init(_ assignment: SuspenseAssignment, in upk: Code) {
    self.init()
    name = ResourceName.suspenseAssignment(upk, assignment.number).description
    number = assignment.number
    ksm = ResourceName.ksm(upk, assignment.ksm.number).description
    amount = assignment.amount.amount
    on = assignment.on.description
    by = ResourceName.person(assignment.by).description
    reason = assignment.reason
    takesBack = assignment.takesBack ?? 0
  }
}
