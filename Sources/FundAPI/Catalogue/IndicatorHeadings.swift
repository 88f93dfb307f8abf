/// Indicators and the authority to lend.
public enum IndicatorHeading: String, CaseIterable, Sendable, Worded {
  case indicator, numerator, denominator, percent, annualised, category, income, cost, printed
  case explanation, reasons, admitted, rule, reading, readings, suspension, since, recovered
  case followed
  case asOf = "as_of"
  case flowsAsOf = "flows_as_of"
  case operationalCcr = "operational_ccr"
  case standardReserve = "standard_reserve"
  case reserveMissing = "reserve_missing"
  case ccrWithReserve = "ccr_with_reserve"
  case ccrPercent = "ccr_percent"
  case ccrCategory = "ccr_category"
  case roiAnnualised = "roi_annualised"
  case roiCategory = "roi_category"
  case larPercent = "lar_percent"
  case larCategory = "lar_category"
  case parPercent = "par_percent"
  case parCategory = "par_category"
  case rrPercent = "rr_percent"
  case rrCategory = "rr_category"
  case printedCategory = "printed_category"
  case frozenPrincipal = "frozen_principal"
  case frozenLoans = "frozen_loans"
  case recoveryTarget = "recovery_target"

  public var words: Sentence {
    switch self {
    case .indicator: Sentence("Indicator", "Indikator")
    case .numerator: Sentence("Numerator", "Pembilang")
    case .denominator: Sentence("Denominator", "Penyebut")
    case .percent: Sentence("Percent", "Persen")
    case .annualised: Sentence("For a year", "Setahun")
    case .category: Sentence("Category", "Kategori")
    case .asOf: Sentence("As of", "Per tanggal")
    case .flowsAsOf: Sentence("CCr and ROI as of", "CCr dan ROI per tanggal")
    case .operationalCcr:
      Sentence(
        "CCr of lending alone: service charge over cost without bank fees and tax",
        "CCr perguliran saja: jasa dibanding biaya tanpa administrasi dan pajak bank")
    case .standardReserve:
      Sentence(
        "Reserve by the programme's own scheme", "Cadangan menurut skema program")
    case .followed: Sentence("Scheme of the policy", "Skema dalam aturan dasar")
    case .reserveMissing: Sentence("Reserve missing", "Cadangan kurang")
    case .ccrWithReserve:
      Sentence(
        "CCr with the programme's own reserve", "CCr dengan cadangan menurut skema program")
    case .income: Sentence("Income", "Pendapatan")
    case .cost: Sentence("Cost", "Biaya")
    case .ccrPercent: Sentence("CCr", "CCr")
    case .ccrCategory: Sentence("Category", "Kategori")
    case .roiAnnualised: Sentence("ROI", "ROI")
    case .roiCategory: Sentence("ROI category", "Kategori ROI")
    case .larPercent: Sentence("LAR", "LAR")
    case .larCategory: Sentence("LAR category", "Kategori LAR")
    case .parPercent: Sentence("PAR", "PAR")
    case .parCategory: Sentence("PAR category", "Kategori PAR")
    case .rrPercent: Sentence("RR", "RR")
    case .rrCategory: Sentence("RR category", "Kategori RR")
    case .printed: Sentence("Printed", "Tercetak")
    case .printedCategory: Sentence("As", "Sebagai")
    case .explanation: Sentence("Why", "Sebabnya")
    case .reasons: Sentence("Reasons", "Alasan")
    case .admitted: Sentence("May borrow", "Boleh meminjam")
    case .rule: Sentence("Rule", "Aturan")
    case .reading: Sentence("Reading", "Pembacaan")
    case .readings: Sentence("PAR as the gate reads it", "PAR menurut pintu kewenangan")
    case .suspension: Sentence("Suspension", "Penundaan")
    case .since: Sentence("Since", "Sejak")
    case .frozenPrincipal: Sentence("Frozen principal", "Pokok yang dibekukan")
    case .frozenLoans: Sentence("Frozen loans", "Pinjaman yang dibekukan")
    case .recoveryTarget: Sentence("To recover (60 %)", "Harus tertagih (60 %)")
    case .recovered: Sentence("Recovered", "Tertagih")
    }
  }
}
