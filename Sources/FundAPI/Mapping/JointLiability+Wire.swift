public import RevolvingFund
internal import SwiftProtobuf

extension Bergulir_V1_MemberStanding {
  public init(_ standing: MemberStanding) {
    self.init()
    member = standing.member
    share = standing.share.amount
    due = standing.due.amount
    paid = standing.paid.amount
    paidByOthers = standing.paidByOthers.amount
    paidForOthers = standing.paidForOthers.amount
    short = standing.short.amount
    open = standing.open.amount
  }
}

extension Bergulir_V1_MemberDebt {
  public init(_ debt: MemberDebt) {
    self.init()
    debtor = debt.pair.debtor
    creditor = debt.pair.creditor
    amount = debt.amount.amount
  }
}

extension Bergulir_V1_LiabilityCall {
  public init(_ call: LiabilityCall) {
    self.init()
    number = call.number
    heldOn = call.on.description
    short = call.short.map(Bergulir_V1_Share.init)
    present = call.present
    decision = call.decision
    recordedBy = ResourceName.person(call.recordedBy).description
  }
}

extension Bergulir_V1_JointLiability {
  /// How the members of a loan's group stand, with the calls up to the day.
  public init(_ found: JointLiability, _ loan: Loan, calls: [LiabilityCall], in upk: Code) {
    self.init()
    self.loan = ResourceName.loan(upk, loan.id.number).description
    ksm = ResourceName.ksm(upk, loan.ksm.number).description
    asOf = found.asOf.description
    short = found.short.total(\.short).amount
    members = found.members.map(Bergulir_V1_MemberStanding.init)
    debts = found.debts.map(Bergulir_V1_MemberDebt.init)
    self.calls = calls.map(Bergulir_V1_LiabilityCall.init)
  }
}

extension Bergulir_V1_MemberLoan {
  /// A member's part of a loan; `nil` where the member has no share in it.
  public init?(
    _ member: Int64, _ history: LoanHistory, _ repayments: [Repayment], _ found: JointLiability,
    in upk: Code
  ) {
    guard let own = found.members.first(where: { $0.member == member }) else { return nil }
    self.init()
    loan = ResourceName.loan(upk, history.loan.id.number).description
    state = history.state(asOf: found.asOf).rawValue
    standing = Bergulir_V1_MemberStanding(own)
    // Of a pay-out that was taken back nothing is owed, and nothing falls due.
    if history.state(asOf: found.asOf) == .cancelled {
      standing.due = 0
      standing.short = 0
      standing.open = 0
      return
    }
    schedule = own.schedule.installments.map(Bergulir_V1_Installment.init)
    payments = repayments.filter { $0.counts(on: found.asOf) }.flatMap { repayment in
      repayment.members.filter { $0.member == member || $0.payer == member }.map { payment in
        .with {
          $0.receivedOn = repayment.on.description
          $0.receipt = repayment.receipt.description
          $0.member = payment.member
          $0.payer = payment.payer
          $0.amount = payment.amount.amount
        }
      }
    }
    claim = history.writeOff?.claim(asOf: found.asOf).total.amount ?? 0
    recoveries = history.writeOff?.known(on: found.asOf) ?? []
    debts = found.debts.filter { $0.pair.debtor == member || $0.pair.creditor == member }
      .map(Bergulir_V1_MemberDebt.init)
  }
}
