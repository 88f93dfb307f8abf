import FundAPI
import RevolvingFund

extension Listing {
  /// The five indicators of a sheet; beside them the operational CCr, PAR that nothing dresses, and
  /// CCr with the programme's own reserve.
  init(_ sheet: Bergulir_V1_IndicatorSheet) {
    var shape = Bergulir_V1_Indicator()
    shape.indicator = IndicatorKind.roi.rawValue
    self.init(
      sheet.indicators.map(Record.init), shape: Record(shape),
      context: Record([
        "upk": .filled(sheet.upk), "as_of": .filled(sheet.asOf),
        "flows_as_of": .filled(sheet.flowsAsOf),
        "operational_ccr": sheet.hasOperationalCcr
          ? .record(Record(sheet.operationalCcr)) : .absent,
        "quality": sheet.hasQuality ? .record(Record(sheet.quality)) : .absent,
        "standard_reserve": sheet.hasReserve ? .record(Record(sheet.reserve)) : .absent,
        "ccr_with_reserve": sheet.hasReserve ? .record(Record(sheet.reserve.ccr)) : .absent,
      ]))
  }
}

extension Record {
  /// An indicator with its inputs; ROI also with its figure for a whole year.
  init(_ indicator: Bergulir_V1_Indicator) {
    let isROI = indicator.indicator == IndicatorKind.roi.rawValue
    let inputs = Record([
      "indicator": .filled(indicator.indicator), "numerator": .amount(indicator.numerator),
      "denominator": .amount(indicator.denominator), "percent": .filledPercent(indicator.percent),
    ])
    let judged = Record(["annualised": .filledPercent(indicator.annualised)])
    let category = Record(["category": .code(indicator.category, PerformanceCategory.self)])
    self = inputs.appending(isROI ? judged : Record([:])).appending(category)
  }

  /// All indicators of a month-end in one line.
  init(month sheet: Bergulir_V1_IndicatorSheet) {
    let (lar, par) = (sheet[.lar], sheet[.par])
    let (ccr, roi, rr) = (sheet[.ccr], sheet[.roi], sheet[.rr])
    self.init(
      [
        "month": .filled(String(sheet.flowsAsOf.prefix(7))), "income": .amount(ccr.numerator),
        "cost": .amount(ccr.denominator), "ccr_percent": .filledPercent(ccr.percent),
        "ccr_category": .code(ccr.category, PerformanceCategory.self),
        "roi_annualised": .filledPercent(roi.annualised),
        "lar_percent": .filledPercent(lar.percent), "par_percent": .filledPercent(par.percent),
        "rr_percent": .filledPercent(rr.percent),
      ],
      details: [
        "roi_category": .code(roi.category, PerformanceCategory.self),
        "lar_category": .code(lar.category, PerformanceCategory.self),
        "par_category": .code(par.category, PerformanceCategory.self),
        "rr_category": .code(rr.category, PerformanceCategory.self),
        "reserve_missing": .amount(sheet.reserve.required - sheet.reserve.formed),
        "ccr_with_reserve": .filledPercent(sheet.reserve.ccr.percent),
      ])
  }

  /// The reserve that the programme's own scheme asks for, beside the scheme that is followed.
  init(_ reading: Bergulir_V1_ReserveReading) {
    self.init([
      "followed": .code(reading.scheme, ReserveScheme.self), "required": .amount(reading.required),
      "formed": .amount(reading.formed), "missing": .amount(reading.required - reading.formed),
    ])
  }
}

extension Bergulir_V1_IndicatorSheet {
  /// One of the five; empty when the daemon sent none.
  subscript(kind: IndicatorKind) -> Bergulir_V1_Indicator {
    indicators.first { $0.indicator == kind.rawValue } ?? Bergulir_V1_Indicator()
  }
}

extension Record {
  /// PAR with and without what could dress it, and the sums behind it.
  init(_ quality: Bergulir_V1_PortfolioQuality) {
    self.init([
      "restructured": .amount(quality.restructured),
      "restructured_at_risk": .amount(quality.restructuredAtRisk),
      "restructured_loans": .count(Int64(quality.restructuredLoans)),
      "written_off": .amount(quality.writtenOff), "claims": .amount(quality.claims),
      "without_restructured": .filledPercent(quality.withoutRestructured.percent),
      "with_restructured": .filledPercent(quality.withRestructured.percent),
      "with_write_offs": .filledPercent(quality.withWriteOffs.percent),
      "with_both": .filledPercent(quality.withBoth.percent),
    ])
  }
}
