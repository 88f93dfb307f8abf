/// Capital, the use of its income, and savings.
public enum CapitalHeading: String, CaseIterable, Sendable, Worded {
  case blm, p2kp, other, total, lent, cash, bank, savings, purchases, unspent, use
  case savingsCash = "savings_cash"
  case savingsBank = "savings_bank"
  case savingsCovered = "savings_covered"
  case operatingCost = "operating_cost"
  case otherCost = "other_cost"
  case priorProfit = "prior_profit"
  case fundEroded = "fund_eroded"
  case operatingPercent = "operating_percent"
  case operatingWithinLimit = "operating_within_limit"
  case lastDeposit = "last_deposit"
  case monthsSaved = "months_saved"
  case longestRun = "longest_run"

  public var words: Sentence {
    switch self {
    case .p2kp: Sentence("Capital from P2KP", "Modal P2KP")
    case .blm: Sentence("Capital from block grants", "Modal BLM")
    case .other: Sentence("Other capital", "Modal lain")
    case .total: Sentence("Capital", "Jumlah modal")
    case .lent: Sentence("Lent", "Dipinjamkan")
    case .cash: Sentence("Cash", "Kas")
    case .bank: Sentence("Bank account", "Bank UPK")
    case .savings: Sentence("Savings owed", "Tabungan KSM")
    case .savingsCash: Sentence("Kept for savers in cash", "Kas titipan tabungan")
    case .savingsBank: Sentence("Kept for savers at the bank", "Bank TR")
    case .savingsCovered: Sentence("Savings covered", "Tabungan terjamin")
    case .use: Sentence("Use of the year's income", "Pemakaian pendapatan tahun berjalan")
    case .operatingCost: Sentence("Operating cost", "Biaya operasional")
    case .otherCost: Sentence("Other cost", "Biaya lain")
    case .purchases: Sentence("Equipment bought", "Pembelian inventaris")
    case .priorProfit: Sentence("Profit of earlier years", "Laba tahun lalu")
    case .unspent: Sentence("Left to spend", "Sisa yang dapat dibelanjakan")
    case .fundEroded: Sentence("Fund eroded", "Dana terkikis")
    case .operatingPercent:
      Sentence("Operating cost of income", "Biaya operasional dari pendapatan")
    case .operatingWithinLimit: Sentence("At most 25 %", "Paling banyak 25 %")
    case .lastDeposit: Sentence("Last deposit", "Setoran terakhir")
    case .monthsSaved: Sentence("Months saved in a row", "Bulan menabung berturut-turut")
    case .longestRun: Sentence("Longest run of months", "Berturut-turut terlama")
    }
  }
}
