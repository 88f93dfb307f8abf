/// Closed books, profits, budgets and the assessment.
public enum ClosingHeading: String, CaseIterable, Sendable, Worded {
  case year, profit, figure, before, after, differences, parts, budgeted, realised, budget, lines
  case item, passed, bounds
  case leastCapitalPercent = "least_capital_percent"
  case profitAtRisk = "profit_at_risk"
  case reserveRequired = "reserve_required"
  case reserveFormed = "reserve_formed"
  case fromVersion = "from_version"
  case toVersion = "to_version"
  case reopenedOn = "reopened_on"
  case proposedOn = "proposed_on"
  case approvedOn = "approved_on"
  case approvedBy = "approved_by"
  case coveragePercent = "coverage_percent"
  case isOverBudget = "is_over_budget"
  case overBudget = "over_budget"
  case overOperatingLimit = "over_operating_limit"
  case notDepreciated = "not_depreciated"
  case isMoney = "is_money"
  case isAdequate = "is_adequate"

  public var words: Sentence {
    switch self {
    case .year: Sentence("Year", "Tahun")
    case .profit: Sentence("Profit", "Laba")
    case .figure: Sentence("Figure", "Angka")
    case .before: Sentence("Before", "Sebelum")
    case .after: Sentence("After", "Sesudah")
    case .differences: Sentence("Differences", "Perbedaan")
    case .parts: Sentence("Parts", "Bagian laba")
    case .budgeted: Sentence("Budgeted", "Anggaran")
    case .realised: Sentence("Realised", "Realisasi")
    case .budget: Sentence("Budget", "RAPB")
    case .lines: Sentence("Lines", "Rincian")
    case .item: Sentence("Item", "Butir")
    case .passed: Sentence("Passed", "Terpenuhi")
    case .bounds: Sentence("Province's bounds", "Batas provinsi")
    case .leastCapitalPercent: Sentence("Least for capital", "Paling sedikit untuk modal")
    case .profitAtRisk: Sentence("Profit at PAR of 20 %", "Laba pada PAR 20 %")
    case .reserveRequired: Sentence("Reserve required", "Cadangan wajib")
    case .reserveFormed: Sentence("Reserve before the entry", "Cadangan sebelum jurnal")
    case .fromVersion: Sentence("From version", "Dari versi")
    case .toVersion: Sentence("To version", "Ke versi")
    case .reopenedOn: Sentence("Opened again", "Dibuka lagi")
    case .proposedOn: Sentence("Proposed", "Diusulkan")
    case .approvedOn: Sentence("Approved", "Disetujui")
    case .approvedBy: Sentence("Approved by", "Disetujui oleh")
    case .coveragePercent: Sentence("Income of cost", "Pendapatan terhadap biaya")
    case .isOverBudget: Sentence("Over budget", "Melebihi anggaran")
    case .overBudget: Sentence("Accounts over budget", "Rekening melebihi anggaran")
    case .overOperatingLimit:
      Sentence("Operating cost above 25 %", "Biaya operasional di atas 25 %")
    case .notDepreciated: Sentence("Assets not depreciated", "Aset belum disusutkan")
    case .isMoney: Sentence("About money", "Butir uang")
    case .isAdequate: Sentence("Adequate", "Memadai")
    }
  }
}
