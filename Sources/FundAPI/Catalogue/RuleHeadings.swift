/// Charters, and what bounds the province sets to policies.
public enum RuleHeading: String, CaseIterable, Sendable, Worded {
  case deed, lacking, headings, reason, policy, ceiling, term
  case povertyTool = "poverty_tool"
  case lendingOnly = "lending_only"
  case incomeForUnitOnly = "income_for_unit_only"
  case ratePercents = "rate_percents"
  case roundUnits = "round_units"
  case savingsAccounts = "savings_accounts"
  case startUpTerm = "start_up_term"

  public var words: Sentence {
    switch self {
    case .deed: Sentence("Deed", "Akta")
    case .lacking: Sentence("Clauses missing", "Ketentuan yang belum ada")
    case .headings: Sentence("Headings filled", "Pokok ketentuan terisi")
    case .reason: Sentence("Reason", "Alasan")
    case .policy: Sentence("Policy", "Aturan dasar")
    case .ceiling: Sentence("Ceilings", "Plafon")
    case .term: Sentence("Terms in months", "Jangka waktu, bulan")
    case .povertyTool: Sentence("Purpose of lending", "Tujuan pinjaman")
    case .lendingOnly: Sentence("Fund for loans only", "Dana hanya untuk pinjaman")
    case .incomeForUnitOnly: Sentence("Income for the UPK only", "Pendapatan hanya untuk UPK")
    case .ratePercents: Sentence("Charge a month, percent", "Jasa sebulan, persen")
    case .roundUnits: Sentence("Rounding units", "Satuan pembulatan")
    case .savingsAccounts: Sentence("Savings that may be asked for", "Tabungan yang boleh diminta")
    case .startUpTerm: Sentence("Terms of start-ups", "Jangka usaha baru, bulan")
    }
  }
}
