/// What there will be to lend, whether the fund works, and who carries what.
public enum ForecastHeading: String, CaseIterable, Sendable, Worded {
  case affordable, alert, alerts, applications, cases, filled, incentive, officers
  case risk, seats, trained, untrained, vacant, visits
  case applicationsUnassigned = "applications_unassigned"
  case casesUntouched = "cases_untouched"
  case endingSoon = "ending_soon"
  case largestShare = "largest_share"
  case overdueAtRisk = "overdue_at_risk"
  case underCostCoverage = "under_cost_coverage"
  case underOperatingLimit = "under_operating_limit"

  public var words: Sentence {
    switch self {
    case .affordable: Sentence("Affordable", "Dapat dibayarkan")
    case .alert: Sentence("Alert", "Peringatan")
    case .alerts: Sentence("Alerts", "Daftar peringatan")
    case .applications: Sentence("Applications", "Pengajuan")
    case .cases: Sentence("Cases", "Kasus")
    case .filled: Sentence("Filled", "Terisi")
    case .incentive: Sentence("Incentives", "Insentif")
    case .officers: Sentence("Officers", "Petugas")
    case .risk: Sentence("Cost of risk", "Biaya risiko")
    case .seats: Sentence("Seats", "Jabatan")
    case .trained: Sentence("Trained", "Terlatih")
    case .untrained: Sentence("Untrained", "Belum terlatih")
    case .vacant: Sentence("Vacant", "Kosong")
    case .visits: Sentence("Visits", "Kunjungan")
    case .applicationsUnassigned:
      Sentence("Applications not inspected", "Pengajuan belum diperiksa")
    case .casesUntouched: Sentence("Cases without a step", "Kasus belum ditangani")
    case .endingSoon: Sentence("Assignments that end soon", "Penugasan segera berakhir")
    case .largestShare: Sentence("Largest share", "Bagian terbesar")
    case .overdueAtRisk: Sentence("Overdue at risk", "Tunggakan kolektibilitas 3-5")
    case .underCostCoverage: Sentence("Left under CCr 125 %", "Sisa menurut CCr 125 %")
    case .underOperatingLimit:
      Sentence("Left under 25 % of income", "Sisa menurut 25 % pendapatan")
    }
  }
}
