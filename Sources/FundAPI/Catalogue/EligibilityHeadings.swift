/// Criteria, what was attested, and the province's thresholds.
public enum EligibilityHeading: String, CaseIterable, Sendable, Worded {
  case criterion, title, subject, found, eligible, remedy, source, consequence, body, attestor
  case requirements, measure, measured, threshold, met, binding, instrument, attested, evidence
  case items, volunteer, attestations
  case countsUntil = "counts_until"
  case nextExpiry = "next_expiry"
  case nextExpiryCriterion = "next_expiry_criterion"
  case attestationState = "attestation_state"
  case attestedBy = "attested_by"
  case bkmFailing = "bkm_failing"
  case supervisorsFailing = "supervisors_failing"
  case upkFailing = "upk_failing"
  case ksmsEligible = "ksms_eligible"
  case ksms, standing
  case mayBorrow = "may_borrow"
  case blockedMembers = "blocked_members"
  case loweredMembers = "lowered_members"
  case blockedMember = "blocked_member"
  case ownCeiling = "own_ceiling"

  public var words: Sentence {
    switch self {
    case .criterion: Sentence("Criterion", "Kriteria")
    case .title: Sentence("What it asks", "Isi kriteria")
    case .subject: Sentence("Of", "Yang diperiksa")
    case .found: Sentence("Found", "Temuan")
    case .eligible: Sentence("Eligible", "Layak")
    case .remedy: Sentence("What to do", "Yang harus dilakukan")
    case .source: Sentence("Source", "Sumber")
    case .consequence: Sentence("Otherwise", "Kalau tidak")
    case .body: Sentence("Tested", "Yang diuji")
    case .attestor: Sentence("Attestor", "Yang menyatakan")
    case .requirements: Sentence("Requirements", "Syarat")
    case .measure: Sentence("Measure", "Ukuran")
    case .measured: Sentence("Measured", "Terukur")
    case .threshold: Sentence("Asked", "Diminta")
    case .met: Sentence("Met", "Dipenuhi")
    case .binding: Sentence("Binding", "Mengikat")
    case .instrument: Sentence("Instrument", "Instrumen")
    case .attested: Sentence("Attested", "Hasil pernyataan")
    case .evidence: Sentence("Evidence", "Bukti pendukung")
    case .items: Sentence("Items", "Butir")
    case .volunteer: Sentence("Volunteer", "Relawan")
    case .attestations: Sentence("Attestations", "Pernyataan")
    case .countsUntil: Sentence("Counts until", "Berlaku sampai")
    case .nextExpiry: Sentence("Next to expire", "Kedaluwarsa berikutnya")
    case .nextExpiryCriterion: Sentence("Expiring criterion", "Kriteria yang kedaluwarsa")
    case .attestationState: Sentence("Attestation", "Status pernyataan")
    case .attestedBy: Sentence("Attested by", "Dinyatakan oleh")
    case .bkmFailing: Sentence("BKM fails", "BKM belum lulus")
    case .supervisorsFailing: Sentence("Supervisors fail", "Pengawas belum lulus")
    case .upkFailing: Sentence("UPK fails", "UPK belum lulus")
    case .ksmsEligible: Sentence("KSM ready", "KSM siap")
    case .ksms: Sentence("KSM", "KSM")
    case .standing: Sentence("Standing", "Status KSM")
    case .mayBorrow: Sentence("May be lent to", "Boleh diberi pinjaman")
    case .blockedMembers: Sentence("Blocked members", "Anggota diblokir")
    case .loweredMembers: Sentence("Lower ceilings", "Plafon diturunkan")
    case .blockedMember: Sentence("Blocked", "Diblokir")
    case .ownCeiling: Sentence("Ceiling", "Plafon anggota")
    }
  }
}
