/// The books and the reserve.
public enum BookHeading: String, CaseIterable, Sendable, Worded {
  case amount, balance, debit, credit, voucher, vouchers, reserve, scheme, required, formed
  case files, folder, repayments, persons
  case missing, reverses
  case reversedBy = "reversed_by"
  case firstVoucher = "first_voucher"
  case lastVoucher = "last_voucher"
  case totalAssets = "total_assets"
  case totalLiabilitiesAndEquity = "total_liabilities_and_equity"
  case defaultReserve = "default_reserve"

  public var words: Sentence {
    switch self {
    case .amount: Sentence("Amount", "Jumlah")
    case .balance: Sentence("Balance", "Saldo")
    case .debit: Sentence("Debit", "Debet")
    case .credit: Sentence("Credit", "Kredit")
    case .voucher: Sentence("Voucher", "Bukti")
    case .vouchers: Sentence("Vouchers", "Bukti")
    case .files: Sentence("Files", "Berkas")
    case .folder: Sentence("Folder", "Map")
    case .repayments: Sentence("Repayments", "Angsuran")
    case .persons: Sentence("Persons", "Orang")
    case .firstVoucher: Sentence("First voucher", "Bukti pertama")
    case .lastVoucher: Sentence("Last voucher", "Bukti terakhir")
    case .totalAssets: Sentence("Total assets", "Jumlah aset")
    case .totalLiabilitiesAndEquity:
      Sentence("Total liabilities and equity", "Jumlah kewajiban dan modal")
    case .reserve: Sentence("Reserve by the policy in force", "Cadangan menurut aturan dasar")
    case .defaultReserve:
      Sentence("Reserve by the programme's default", "Cadangan menurut ketentuan program")
    case .scheme: Sentence("Scheme", "Skema")
    case .required: Sentence("Required", "Diperlukan")
    case .formed: Sentence("Formed", "Dibentuk")
    case .missing: Sentence("Missing", "Kurang")
    case .reverses: Sentence("Takes back", "Membatalkan")
    case .reversedBy: Sentence("Taken back by", "Dibatalkan oleh")
    }
  }
}
