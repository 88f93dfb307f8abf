/// Pay-outs, receipts, visits and blocks.
public enum VisitHeading: String, CaseIterable, Sendable, Worded {
  case signatories, receipts, unconfirmed, confirmed, mark, final, finding, beneficiary
  case visit, visitor, companion, visited, partly, deviated, cause
  case received, blocked
  case usedFor = "used_for"
  case paidBy = "paid_by"
  case paidFrom = "paid_from"
  case voidedOn = "voided_on"
  case voidedBy = "voided_by"
  case voidReason = "void_reason"
  case nameLending = "name_lending"
  case findingsPerThousand = "findings_per_thousand"
  case liftedOn = "lifted_on"
  case liftedBy = "lifted_by"
  case deviationThousandths = "deviation_thousandths"

  public var words: Sentence {
    switch self {
    case .signatories: Sentence("Signatories", "Penanda tangan")
    case .receipts: Sentence("Receipts", "Tanda terima")
    case .unconfirmed: Sentence("Not signed yet", "Belum tanda terima")
    case .confirmed: Sentence("Confirmed", "Sesuai")
    case .mark: Sentence("Mark", "Tanda")
    case .final: Sentence("Final", "Final")
    case .finding: Sentence("Finding", "Temuan kunjungan")
    case .beneficiary: Sentence("Beneficiary", "Pemakai uang")
    case .visit: Sentence("Visit", "Kunjungan")
    case .visitor: Sentence("Visitor", "Pengunjung")
    case .companion: Sentence("Companion", "Pendamping")
    case .usedFor: Sentence("Used", "Pemakaian")
    case .visited: Sentence("Visited", "Dikunjungi")
    case .partly: Sentence("Partly", "Sebagian sesuai")
    case .deviated: Sentence("Deviated", "Menyimpang")
    case .cause: Sentence("Cause", "Sebab")
    case .received: Sentence("Received amount", "Jumlah diterima")
    case .blocked: Sentence("Persons blocked", "Orang diblokir")
    case .paidBy: Sentence("Paid by", "Dibayar oleh")
    case .paidFrom: Sentence("Paid from", "Dibayar dari")
    case .voidedOn: Sentence("Taken back", "Dibatalkan")
    case .voidedBy: Sentence("Taken back by", "Dibatalkan oleh")
    case .voidReason: Sentence("Why taken back", "Alasan batal")
    case .nameLending: Sentence("Names lent", "Pinjam nama")
    case .findingsPerThousand: Sentence("Per 1,000 visited", "Per 1.000 dikunjungi")
    case .liftedOn: Sentence("Lifted", "Dicabut")
    case .liftedBy: Sentence("Lifted by", "Dicabut oleh")
    case .deviationThousandths: Sentence("Left after deviation", "Sisa plafon, per seribu")
    }
  }
}
