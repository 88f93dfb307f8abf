/// The way of an application.
public enum PipelineHeading: String, CaseIterable, Sendable, Worded {
  case papers, stage, days, limit, place, round, scores, capacity, appraisals, steps
  case quorum, agreement, skip, holder, delegate, worst, reserved, available, relationship
  case violations, bound
  case missingPapers = "missing_papers"
  case completedOn = "completed_on"
  case validUntil = "valid_until"
  case overLimit = "over_limit"
  case parBalance = "par_balance"
  case waitsSince = "waits_since"
  case setOffConsent = "set_off_consent"
  case requestedBy = "requested_by"
  case requestedOn = "requested_on"
  case confirmedBy = "confirmed_by"
  case confirmedOn = "confirmed_on"
  case cancelReason = "cancel_reason"
  case revokedBy = "revoked_by"
  case revocationReason = "revocation_reason"
  case endedOn = "ended_on"
  case endedBy = "ended_by"
  case endReason = "end_reason"
  case cancelledOn = "cancelled_on"
  case waitlistedOn = "waitlisted_on"
  case sentBack = "sent_back"
  case livingCost = "living_cost"
  case otherInstallments = "other_installments"
  case onBehalfOf = "on_behalf_of"
  case deadlineDays = "deadline_days"
  case fromAmount = "from_amount"
  case fromPAR = "from_par"
  case inspectionDays = "inspection_days"
  case disbursementDays = "disbursement_days"
  case declaredOn = "declared_on"
  case declaredBy = "declared_by"
  case groupName = "group_name"
  case largestInstallment = "largest_installment"
  case cashAndBank = "cash_and_bank"
  case earlierLoans = "earlier_loans"
  case chainOf = "chain_of"
  case parAsOf = "par_as_of"
  case recommendedSum = "recommended_sum"
  case nextStep = "next_step"
  case letPast = "let_past"
  case alsoSigns = "also_signs"
  case people
  case voidSignatures = "void_signatures"

  public var words: Sentence {
    switch self {
    case .chainOf: Sentence("Chain of", "Rantai putusan per")
    case .parAsOf: Sentence("PAR as of", "PAR per tanggal")
    case .recommendedSum: Sentence("Recommended sum", "Jumlah usulan")
    case .nextStep: Sentence("Next step", "Langkah berikutnya")
    case .people: Sentence("People", "Petugas dan penanda tangan")
    case .alsoSigns: Sentence("Also signs as", "Juga menandatangani sebagai")
    case .letPast: Sentence("Let past", "Boleh mendahului")
    case .voidSignatures: Sentence("Void signatures", "Tanda tangan gugur")
    case .papers: Sentence("Papers", "Berkas")
    case .stage: Sentence("Waits for", "Menunggu")
    case .days: Sentence("Days", "Hari")
    case .limit: Sentence("Limit", "Batas")
    case .place: Sentence("Place", "Antrean")
    case .round: Sentence("Visit", "Kunjungan ke-")
    case .scores: Sentence("Scores", "Nilai")
    case .capacity: Sentence("Can repay", "Kemampuan bayar")
    case .appraisals: Sentence("Appraisals", "Penilaian")
    case .steps: Sentence("Steps", "Langkah")
    case .quorum: Sentence("Quorum", "Kuorum")
    case .agreement: Sentence("Agreement", "Perjanjian")
    case .skip: Sentence("Taken first", "Didahulukan")
    case .holder: Sentence("Holder", "Pemegang")
    case .delegate: Sentence("Delegate", "Penerima")
    case .worst: Sentence("Worst class", "Kol terburuk")
    case .cashAndBank: Sentence("Cash and bank", "Kas dan bank")
    case .reserved: Sentence("Promised", "Sudah disetujui")
    case .available: Sentence("Available", "Tersedia")
    case .relationship: Sentence("Relationship", "Hubungan")
    case .violations: Sentence("Refused for", "Akan ditolak karena")
    case .bound: Sentence("Digest", "Sidik")
    case .missingPapers: Sentence("Missing papers", "Berkas kurang")
    case .completedOn: Sentence("Complete", "Lengkap")
    case .revokedBy: Sentence("Revoked by", "Dicabut oleh")
    case .revocationReason: Sentence("Revoked because", "Alasan pencabutan")
    case .endedOn: Sentence("Ended", "Berakhir")
    case .endedBy: Sentence("Ended by", "Diakhiri oleh")
    case .endReason: Sentence("Ended because", "Alasan berakhir")
    case .validUntil: Sentence("Good until", "Berlaku sampai")
    case .overLimit: Sentence("Over limit", "Lewat batas")
    case .parBalance: Sentence("Balance", "Saldo pinjaman")
    case .waitsSince: Sentence("Since", "Sejak")
    case .setOffConsent: Sentence("Savings set off", "Kompensasi tabungan")
    case .requestedBy: Sentence("Asked by", "Diminta oleh")
    case .requestedOn: Sentence("Asked", "Diminta pada")
    case .confirmedBy: Sentence("Confirmed by", "Disetujui oleh")
    case .confirmedOn: Sentence("Confirmed", "Disetujui pada")
    case .cancelReason: Sentence("Why cancelled", "Alasan batal")
    case .cancelledOn: Sentence("Cancelled", "Dibatalkan")
    case .waitlistedOn: Sentence("Waiting since", "Antri sejak")
    case .sentBack: Sentence("Sent back", "Dikembalikan")
    case .livingCost: Sentence("Living cost", "Biaya hidup")
    case .otherInstallments: Sentence("Other installments", "Angsuran lain")
    case .onBehalfOf: Sentence("On behalf of", "Atas nama")
    case .deadlineDays: Sentence("Deadline", "Tenggat")
    case .fromAmount: Sentence("From amount", "Mulai nilai")
    case .fromPAR: Sentence("From PAR", "Mulai PAR")
    case .inspectionDays: Sentence("Days to inspect", "Hari periksa")
    case .disbursementDays: Sentence("Days to pay out", "Hari cair")
    case .declaredOn: Sentence("Declared", "Dinyatakan")
    case .declaredBy: Sentence("Declared by", "Dinyatakan oleh")
    case .groupName: Sentence("Group", "Nama KSM")
    case .largestInstallment: Sentence("Largest installment", "Angsuran terbesar")
    case .earlierLoans: Sentence("Earlier loans", "Pinjaman sebelumnya")
    }
  }
}
