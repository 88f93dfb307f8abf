/// What stands in the books under a paper's number.
public struct PaperHolder: Hashable, Sendable {
  public let voucher: VoucherNumber
  public let on: Day
  /// The receipt and its loan, where it is a repayment.
  public let receipt: ReceiptNumber?
  public let loan: Int64?

  public init(voucher: VoucherNumber, on day: Day, receipt: ReceiptNumber?, loan: Int64?) {
    self.voucher = voucher
    on = day
    self.receipt = receipt
    self.loan = loan
  }

  var facts: [Rejection.Fact] {
    var facts: [Rejection.Fact] = [
      ("voucher", voucher.description), ("booked_on", "\(on)"),
    ]
    if let receipt { facts.append(("receipt", receipt.description)) }
    if let loan { facts.append(("loan", "\(loan)")) }
    return facts
  }
}
