public import RevolvingFund

extension Bergulir_V1_Report {
  /// LPP of an area: a row for each UPK, a subtotal for each region, and the sum of all.
  public init(_ progress: AreaProgress, of area: RegionCode?) {
    let rows = progress.rows.map { row -> [ReportCell] in
      switch row.place {
      case .upk(let code, let region):
        [.term(.line), .text(region.description), .name(.upk(code))] + row.figures.cells
      case .region(let region):
        [.term(.subtotal), .text(region.description), .none] + row.figures.cells
      }
    }
    let total = [.term(.total), .none, .none] + progress.total.cells
    self.init(
      "area-loan-progress", asOf: progress.asOf,
      [.shown("row", .term), .shown("area", .text), .shown("upk", .name)]
        + LoanProgress.Figures.fields, rows + [total])
    self.area = area.map { "regions/\($0)" } ?? "province"
  }
}
