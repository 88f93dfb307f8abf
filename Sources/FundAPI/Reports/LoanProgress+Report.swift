public import RevolvingFund

extension Bergulir_V1_Report {
  /// LPP, with a subtotal of the area and the loans that had ended before in one row.
  public init(_ progress: LoanProgress, of upk: UPK) {
    let area = ReportCell.text(upk.region.description)
    let lines = progress.lines.map { line -> [ReportCell] in
      [
        .term(.line), area, .name(.ksm(upk.code, line.loan.ksm.number)),
        .name(.loan(upk.code, line.loan.id.number)), .day(line.loan.disbursedOn),
        .count(Int64(line.loan.terms.months)), .percent(line.loan.terms.rate.percentText),
      ] + line.figures.cells + [.loanState(line.state)]
    }
    func sum(_ term: ReportTerm, _ area: ReportCell, _ figures: LoanProgress.Figures)
      -> [ReportCell]
    {
      [.term(term), area] + [ReportCell](repeating: .none, count: 5) + figures.cells + [.none]
    }
    let ofLines = progress.lines.reduce(into: LoanProgress.Figures.nothing) {
      $0 += $1.figures
    }
    self.init(
      "loan-progress", of: upk.code, asOf: progress.asOf, LoanProgress.fields,
      lines + [
        sum(.subtotal, area, ofLines), sum(.earlier, area, progress.earlier),
        sum(.total, .none, progress.total),
      ])
  }
}

extension LoanProgress {
  fileprivate static let fields: [ReportField] =
    [
      .shown("row", .term), .detail("area", .text), .shown("ksm", .name), .shown("loan", .name),
      .shown("disbursed_on", .day), .detail("months", .count), .detail("rate_percent", .percent),
    ] + Figures.fields + [.shown("state", .loanState)]
}

extension LoanProgress.Figures {
  /// The columns that `cells` stand in.
  static let fields: [ReportField] = [
    .detail("loans", .count), .shown("amount", .amount), .detail("target_principal", .amount),
    .detail("target_charge", .amount), .detail("before_principal", .amount),
    .detail("before_charge", .amount), .shown("month_principal", .amount),
    .shown("month_charge", .amount), .detail("to_date_principal", .amount),
    .detail("to_date_charge", .amount), .detail("removed", .amount),
    .shown("outstanding", .amount), .shown("achieved_percent", .percent),
    .shown("overdue_principal", .amount), .shown("overdue_service_charge", .amount),
  ]

  var cells: [ReportCell] {
    [
      .count(Int64(loans)), .amount(amount), .amount(target.principal),
      .amount(target.serviceCharge), .amount(before.principal), .amount(before.serviceCharge),
      .amount(inMonth.principal), .amount(inMonth.serviceCharge), .amount(toDate.principal),
      .amount(toDate.serviceCharge), .amount(removed), .amount(outstanding),
      .percent(achieved.percentText(decimals: 2)), .amount(overdue.principal),
      .amount(overdue.serviceCharge),
    ]
  }
}

extension MonthlyRate {
  /// The rate as percent without needless zeros, such as `1.5`.
  var percentText: String {
    let digits = String(millionths % 10_000 + 10_000).dropFirst()
    let fraction = String(digits.reversed().drop { $0 == "0" }.reversed())
    return "\(millionths / 10_000)" + (fraction.isEmpty ? "" : "." + fraction)
  }
}
