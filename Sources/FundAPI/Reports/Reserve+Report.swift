public import RevolvingFund

extension Bergulir_V1_Report {
  /// The reserve month by month: by class what is owed, what it asks for, and what was booked.
  public init(_ progress: ReserveProgress, of upk: Code) {
    let rows = progress.months.map { month -> [ReportCell] in
      [.day(month.asOf)]
        + Collectability.allCases.map { .amount(month.balances[$0] ?? .zero) }
        + [
          .amount(month.required), .amount(month.before), .amount(month.difference),
          .amount(month.booked), .amount(month.formed), .amount(month.missing),
          .amount(month.requiredByDefault), .amount(month.missingByDefault),
        ]
    }
    self.init(
      "reserve", of: upk, asOf: progress.asOf,
      [
        .shown("as_of", .day), .detail("class_1", .amount), .detail("class_2", .amount),
        .detail("class_3", .amount), .detail("class_4", .amount), .detail("class_5", .amount),
        .shown("required", .amount), .detail("reserve_before", .amount),
        .shown("difference", .amount), .detail("booked", .amount), .shown("formed", .amount),
        .shown("missing", .amount), .shown("required_by_default", .amount),
        .shown("missing_by_default", .amount),
      ], rows, facts: [("scheme", .scheme(progress.scheme))])
  }
}
