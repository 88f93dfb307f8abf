/// Repayments by member, what is held, and joint liability.
public enum RepaymentHeading: String, CaseIterable, Sendable, Worded {
  case receipt, held, payer, debts, calls, debtor, creditor, present, decision, paid, short, open
  case share, payments, problem, account
  case lateFee = "late_fee"
  case lateFeeOwed = "late_fee_owed"
  case lateFeePaid = "late_fee_paid"
  case savingsPaid = "savings_paid"
  case savingsThousandths = "savings_thousandths"
  case reversedOn = "reversed_on"
  case reversalReason = "reversal_reason"
  case recordedBy = "recorded_by"
  case dueAmount = "due_amount"
  case paidByOthers = "paid_by_others"
  case paidForOthers = "paid_for_others"
  case heldOn = "held_on"
  case shortMembers = "short_members"
  case unnamed
  case takesBack = "takes_back"
  case assignment

  public var words: Sentence {
    switch self {
    case .receipt: Sentence("Receipt", "Kuitansi")
    case .held: Sentence("Held", "Titipan")
    case .payer: Sentence("Brought by", "Penyetor")
    case .debts: Sentence("Debts inside the group", "Utang antaranggota")
    case .calls: Sentence("Meetings", "Pertemuan")
    case .debtor: Sentence("Owes", "Yang berutang")
    case .creditor: Sentence("Is owed", "Yang berpiutang")
    case .present: Sentence("Present", "Hadir")
    case .decision: Sentence("Decision", "Keputusan")
    case .paid: Sentence("Paid", "Dibayar")
    case .short: Sentence("Behind", "Kurang bayar")
    case .open: Sentence("Open", "Sisa kewajiban")
    case .share: Sentence("Share", "Bagian")
    case .payments: Sentence("Payments", "Setoran")
    case .problem: Sentence("Refused because", "Ditolak karena")
    case .account: Sentence("Account", "Rekening")
    case .lateFee: Sentence("Late fee", "Denda")
    case .lateFeeOwed: Sentence("Late fee owed", "Denda terutang")
    case .lateFeePaid: Sentence("Late fee paid", "Denda dibayar")
    case .savingsPaid: Sentence("Saved with it", "Tabungan angsuran")
    case .savingsThousandths: Sentence("Savings per thousand", "Tabungan per seribu")
    case .reversedOn: Sentence("Reversed", "Tanggal pembatalan")
    case .reversalReason: Sentence("Reversed because", "Alasan pembatalan")
    case .recordedBy: Sentence("Recorded by", "Dicatat oleh")
    case .dueAmount: Sentence("Was due", "Seharusnya")
    case .paidByOthers: Sentence("Paid by others", "Dibayar anggota lain")
    case .paidForOthers: Sentence("Paid for others", "Membayar anggota lain")
    case .heldOn: Sentence("Held on", "Tanggal pertemuan")
    case .unnamed: Sentence("Held without a name", "Titipan tanpa nama")
    case .takesBack: Sentence("Takes back", "Menarik nomor")
    case .assignment: Sentence("Assignment", "Pengalihan")
    case .shortMembers: Sentence("Members behind", "Anggota menunggak")
    }
  }
}
