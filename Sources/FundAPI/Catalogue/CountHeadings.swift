/// Counts of the cash, bank reconciliations and the register of assets.
public enum CountHeading: String, CaseIterable, Sendable, Worded {
  case counted, ledger, difference, counter, matched, unexplained, side, depreciated
  case life, assets, deposit
  case depositBy = "deposit_by"
  case cashLimit = "cash_limit"
  case cashKeptOn = "cash_kept_on"
  case statementBalance = "statement_balance"
  case ledgerBalance = "ledger_balance"
  case onlyInBank = "only_in_bank"
  case onlyInBankAmount = "only_in_bank_amount"
  case onlyInBooks = "only_in_books"
  case onlyInBooksAmount = "only_in_books_amount"
  case adjustedStatement = "adjusted_statement"
  case adjustedLedger = "adjusted_ledger"
  case isReconciled = "is_reconciled"
  case reconciledOn = "reconciled_on"
  case statedOn = "stated_on"
  case bookedOn = "booked_on"
  case boughtOn = "bought_on"
  case bookValue = "book_value"

  public var words: Sentence {
    switch self {
    case .counted: Sentence("Counted", "Hasil hitung")
    case .ledger: Sentence("In the books", "Menurut pembukuan")
    case .difference: Sentence("Difference", "Selisih")
    case .deposit: Sentence("To deposit", "Harus disetor")
    case .depositBy: Sentence("Deposit by", "Setor paling lambat")
    case .cashLimit: Sentence("Limit of cash in hand", "Batas kas di tangan")
    case .cashKeptOn: Sentence("Not deposited the next day", "Tidak disetor esok harinya")
    case .counter: Sentence("Counted by", "Dihitung oleh")
    case .matched: Sentence("Agree", "Cocok")
    case .unexplained: Sentence("Unexplained", "Belum terjelaskan")
    case .side: Sentence("Who has it", "Ada di")
    case .depreciated: Sentence("Depreciated", "Akumulasi penyusutan")
    case .life: Sentence("Months of use", "Masa manfaat (bulan)")
    case .assets: Sentence("Assets", "Barang")
    case .statementBalance: Sentence("Bank's balance", "Saldo bank")
    case .ledgerBalance: Sentence("Books' balance", "Saldo pembukuan")
    case .onlyInBank: Sentence("Bank only", "Hanya di bank")
    case .onlyInBankAmount: Sentence("Bank only, amount", "Jumlah hanya di bank")
    case .onlyInBooks: Sentence("Books only", "Hanya di pembukuan")
    case .onlyInBooksAmount: Sentence("Books only, amount", "Jumlah hanya di pembukuan")
    case .adjustedStatement: Sentence("Bank, adjusted", "Saldo bank disesuaikan")
    case .adjustedLedger: Sentence("Books, adjusted", "Saldo pembukuan disesuaikan")
    case .isReconciled: Sentence("Reconciled", "Cocok seluruhnya")
    case .reconciledOn: Sentence("Reconciled on", "Dicocokkan pada")
    case .statedOn: Sentence("On the statement", "Tanggal bank")
    case .bookedOn: Sentence("Booked on", "Dibukukan pada")
    case .boughtOn: Sentence("Bought on", "Dibeli pada")
    case .bookValue: Sentence("Book value", "Nilai buku")
    }
  }
}
