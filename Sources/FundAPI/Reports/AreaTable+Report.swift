public import RevolvingFund

extension Bergulir_V1_Report {
  /// LPP of an area: a row for each UPK, a subtotal for each region, and the sum of all.
  public init(_ table: AreaTable<LoanProgress.Figures>, of area: RegionCode?) {
    self.init("area-loan-progress", table, of: area, LoanProgress.Figures.fields, \.cells)
  }

  /// Loans of an area by class: a row for each UPK, a subtotal for each region, the sum of all.
  public init(_ table: AreaTable<PortfolioSums>, of area: RegionCode?) {
    self.init("area-collectability", table, of: area, PortfolioSums.fields, \.cells)
  }

  private init<Figures>(
    _ name: String, _ table: AreaTable<Figures>, of area: RegionCode?, _ fields: [ReportField],
    _ cells: (Figures) -> [ReportCell]
  ) {
    let rows = table.rows.map { row -> [ReportCell] in
      switch row.place {
      case .upk(let code, let region):
        [.term(.line), .text(region.description), .name(.upk(code))] + cells(row.figures)
      case .region(let region):
        [.term(.subtotal), .text(region.description), .none] + cells(row.figures)
      }
    }
    let total = [.term(.total), .none, .none] + cells(table.total)
    self.init(
      name, asOf: table.asOf,
      [.shown("row", .term), .shown("area", .text), .shown("upk", .name)] + fields,
      rows + [total])
    self.area = area.map { "regions/\($0)" } ?? "province"
  }
}

extension PortfolioSums {
  fileprivate static let fields: [ReportField] =
    [.shown("loans", .count)]
    + Collectability.allCases.map { .shown("class_\($0.rawValue)", .amount) }
    + [
      .shown("outstanding", .amount), .shown("at_risk", .amount), .shown("par_percent", .percent),
    ]

  fileprivate var cells: [ReportCell] {
    [.count(Int64(loans))] + Collectability.allCases.map { .amount(self[$0]) }
      + [.amount(outstanding), .amount(atRisk), .percent(par.percent)]
  }
}
