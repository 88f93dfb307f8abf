public import RevolvingFund

extension Bergulir_V1_Report {
  /// What makes an indicator; the last row has both sums.
  public init(_ explanation: IndicatorExplanation, of upk: Code) {
    let lines = explanation.items.map { item in
      item.subject.cells(in: upk) + [
        .amount(Rupiah(item.numerator)), .amount(Rupiah(item.denominator)),
      ]
    }
    let found = explanation.indicator
    self.init(
      "indicator-explanation", of: upk, asOf: explanation.asOf,
      [
        .shown("row", .term), .shown("subject", .text), .shown("date", .day),
        .shown("account", .account), .shown("description", .text),
        .shown("class_name", .className), .shown("outstanding", .amount),
        .shown("numerator", .amount), .shown("denominator", .amount),
      ],
      lines + [
        [
          .term(.total), .none, .none, .none, .none, .none, .none,
          .amount(Rupiah(explanation.numerator)), .amount(Rupiah(explanation.denominator)),
        ]
      ],
      facts: [
        ("indicator", .text(found.kind.rawValue)), ("percent", .percent(found.percent)),
        ("annualised", .percent(found.annualised)),
        ("category", .category(found.category.rawValue)),
      ])
  }
}

extension IndicatorExplanation.Subject {
  /// All cells but the two inputs.
  fileprivate func cells(in upk: Code) -> [ReportCell] {
    switch self {
    case .group(let ksm, let worst, let outstanding):
      [
        .term(.group), .text(ResourceName.ksm(upk, ksm.number).description), .none, .none, .none,
        .className(worst), .amount(outstanding),
      ]
    case .loan(let position):
      [
        .term(.loan), .text(ResourceName.loan(upk, position.loan.number).description),
        .day(position.oldestUnpaidDue), .none, .none, .className(position.collectability),
        .amount(position.outstanding),
      ]
    case .voucher(let voucher, let account):
      [
        .term(.voucher), .text(voucher.number.description), .day(voucher.bookedOn),
        .account(account), .text(voucher.description), .none, .none,
      ]
    case .account(let code):
      [.term(.capital), .none, .none, .account(code), .none, .none, .none]
    }
  }
}
