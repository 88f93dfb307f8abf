/// Complaints, meetings, inspections, confirmed balances and who did what.
public enum AccountabilityHeading: String, CaseIterable, Sendable, Worded {
  case agreed, books, channel, differs, done, findings, men, origin, proven
  case result, stated, supervisor
  case mayNameSomebody = "may_name_somebody"
  case receivedBy = "received_by"
  case foundBy = "found_by"
  case nextDue = "next_due"
  case lossBalance = "loss_balance"
  case lossPercent = "loss_percent"
  case firstOn = "first_on"
  case lastOn = "last_on"
  case daysIdle = "days_idle"

  public var words: Sentence {
    switch self {
    case .agreed: Sentence("Agree", "Cocok")
    case .books: Sentence("By the books", "Menurut buku")
    case .channel: Sentence("Came by", "Melalui")
    case .differs: Sentence("Differ", "Beda")
    case .done: Sentence("What was done", "Kegiatan")
    case .findings: Sentence("Findings", "Temuan")
    case .men: Sentence("Men", "Laki-laki")
    case .origin: Sentence("Out of", "Berasal dari")
    case .proven: Sentence("Proven otherwise", "Terbukti beda")
    case .result: Sentence("Result", "Kesimpulan")
    case .stated: Sentence("Stated", "Dinyatakan")
    case .supervisor: Sentence("Supervisor", "Pengawas")
    case .mayNameSomebody:
      Sentence("May give somebody away: check the text", "Mungkin memuat data orang: periksa teks")
    case .receivedBy: Sentence("Received by", "Diterima oleh")
    case .foundBy: Sentence("Found by", "Ditemukan oleh")
    case .nextDue: Sentence("Next by", "Berikutnya sampai")
    case .lossBalance: Sentence("Of class 5", "Saldo macet")
    case .lossPercent: Sentence("Share of class 5", "Porsi macet")
    case .firstOn: Sentence("First", "Pertama")
    case .lastOn: Sentence("Last", "Terakhir")
    case .daysIdle: Sentence("Days without a step", "Hari tanpa tindakan")
    }
  }
}
