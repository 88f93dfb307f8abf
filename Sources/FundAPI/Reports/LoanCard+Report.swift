public import RevolvingFund

extension Bergulir_V1_Report {
  /// A loan's card, with its sums in the last row.
  public init(_ card: LoanCard, of upk: Code) {
    let lines = card.entries.map { entry in
      entry.cells(due: entry.due, paid: entry.paid, savings: entry.savings)
    }
    let total: [ReportCell] =
      [.term(.total), .day(card.asOf), .none, .none, .none]
      + LoanCard.amounts(
        due: card.totalDue, paid: card.totalPaid, savings: card.totalSavings,
        balance: card.balance)
    self.init(
      "loan-card", of: upk, asOf: card.asOf, LoanCard.fields, lines + [total],
      facts: [
        ("loan", .name(.loan(upk, card.loan.id.number))),
        ("ksm", .name(.ksm(upk, card.loan.ksm.number))),
        ("amount", .amount(card.loan.principal)),
        ("months", .count(Int64(card.loan.terms.months))),
        ("rate_percent", .percent(card.loan.terms.rate.percentText)),
        ("state", .loanState(card.state)),
      ])
  }
}

extension LoanCard {
  fileprivate static let fields: [ReportField] = [
    .shown("row", .term), .shown("date", .day), .shown("installment", .count),
    .shown("receipt", .text), .detail("voucher", .text), .shown("due_principal", .amount),
    .shown("due_charge", .amount), .shown("paid_principal", .amount),
    .shown("paid_charge", .amount), .detail("late_fee", .amount), .detail("savings", .amount),
    .shown("balance", .amount),
  ]

  fileprivate static func amounts(
    due: PaidTotals, paid: PaidTotals, savings: Rupiah, balance: Rupiah
  ) -> [ReportCell] {
    [
      .amount(due.principal), .amount(due.serviceCharge), .amount(paid.principal),
      .amount(paid.serviceCharge), .amount(paid.lateFee), .amount(savings), .amount(balance),
    ]
  }
}

extension LoanCard.Entry {
  fileprivate func cells(due: PaidTotals, paid: PaidTotals, savings: Rupiah) -> [ReportCell] {
    let head: [ReportCell] =
      switch kind {
      case .disbursement: [.term(.disbursement), .day(on), .none, .none, .none]
      case .due(let number): [.term(.due), .day(on), .count(Int64(number)), .none, .none]
      case .payment(let receipt, let voucher):
        [
          .term(.payment), .day(on), .none, .text(receipt.description),
          .text(voucher.description),
        ]
      case .reversal(let receipt):
        [.term(.reversal), .day(on), .none, .text(receipt.description), .none]
      case .ended: [.term(.ended), .day(on), .none, .none, .none]
      }
    return head + LoanCard.amounts(due: due, paid: paid, savings: savings, balance: balance)
  }
}
