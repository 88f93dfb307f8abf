public import RevolvingFund
internal import SwiftProtobuf

extension Bergulir_V1_Disbursement {
  /// How a loan was paid out, as it was known at the end of a day.
  public init(_ disbursed: DisbursedLoan, in upk: Code, asOf day: Day) {
    let loan = disbursed.loan
    self.init()
    self.loan = ResourceName.loan(upk, loan.id.number).description
    ksm = ResourceName.ksm(upk, loan.ksm.number).description
    application = ResourceName.application(upk, loan.application.number).description
    disbursedOn = loan.disbursedOn.description
    principal = loan.principal.amount
    shares = loan.shares.map(Bergulir_V1_Share.init)
    unconfirmed = disbursed.unconfirmedMembers(asOf: day)
    final = disbursed.isFinal(asOf: day)
    asOf = day.description
    guard let known = disbursed.disbursement?.asKnown(on: day) else { return }
    account = known.account.number
    paidBy = ResourceName.person(known.paidBy).description
    signatories = known.signatories.map { ResourceName.person($0).description }
    witness = ResourceName.person(known.witness).description
    receipts = known.receipts.map(Bergulir_V1_MemberReceipt.init)
    guard let void = known.void else { return }
    voidedOn = void.on.description
    voidedBy = ResourceName.person(void.by).description
    voidReason = void.reason
  }
}

extension Bergulir_V1_MemberReceipt {
  public init(_ receipt: MemberReceipt) {
    self.init()
    member = receipt.member
    amount = receipt.amount.amount
    mark = receipt.mark.rawValue
    reference = receipt.reference
    witness = ResourceName.person(receipt.witness).description
    on = receipt.on.description
  }
}
