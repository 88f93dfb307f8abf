/// Loans that are put off or given up.
public enum TroubledHeading: String, CaseIterable, Sendable, Worded {
  case notice, report, successor, predecessor, claim, claims, quality, restructured
  case inheritedClass = "inherited_class"
  case decidedBy = "decided_by"
  case proposedBy = "proposed_by"
  case fromReserve = "from_reserve"
  case claimPrincipal = "claim_principal"
  case claimServiceCharge = "claim_service_charge"
  case waivedOn = "waived_on"
  case waiverMinutes = "waiver_minutes"
  case waiverReason = "waiver_reason"
  case savingsKept = "savings_kept"
  case recoveries
  case restructuredAtRisk = "restructured_at_risk"
  case restructuredLoans = "restructured_loans"
  case writtenOff = "written_off"
  case withoutRestructured = "without_restructured"
  case withRestructured = "with_restructured"
  case withWriteOffs = "with_write_offs"
  case withBoth = "with_both"

  public var words: Sentence {
    switch self {
    case .notice: Sentence("Letter to supervisors", "Surat ke Pengawas")
    case .report: Sentence("Report to the meeting", "Laporan RWT")
    case .successor: Sentence("New loan", "Pinjaman baru")
    case .predecessor: Sentence("Follows loan", "Lanjutan pinjaman")
    case .inheritedClass: Sentence("Inherited class", "Kol warisan")
    case .decidedBy: Sentence("Decided by", "Diputuskan oleh")
    case .proposedBy: Sentence("Proposed by", "Diusulkan oleh")
    case .fromReserve: Sentence("From the reserve", "Dari cadangan")
    case .claim: Sentence("Claim", "Tagihan")
    case .claimPrincipal: Sentence("Claim, principal", "Tagihan pokok")
    case .claimServiceCharge: Sentence("Claim, charge", "Tagihan jasa")
    case .claims: Sentence("Claims on loans written off", "Tagihan pinjaman hapus buku")
    case .waivedOn: Sentence("Waived on", "Dihapus tagih")
    case .waiverMinutes: Sentence("Minutes of the waiver", "Berita acara hapus tagih")
    case .waiverReason: Sentence("Reason of the waiver", "Alasan hapus tagih")
    case .savingsKept: Sentence("Savings not used because", "Alasan tabungan tidak dipakai")
    case .recoveries: Sentence("Came in on the claim", "Penerimaan tagihan")
    case .quality: Sentence("PAR undressed", "PAR tanpa polesan")
    case .restructured: Sentence("Restructured", "Dijadwal ulang")
    case .restructuredAtRisk: Sentence("Of it class 3 to 5", "Di antaranya kol 3-5")
    case .restructuredLoans: Sentence("Restructured loans", "Pinjaman dijadwal ulang")
    case .writtenOff: Sentence("Written off in a year", "Hapus buku setahun")
    case .withoutRestructured: Sentence("PAR without restructured", "PAR tanpa jadwal ulang")
    case .withRestructured: Sentence("PAR with all restructured", "PAR plus jadwal ulang")
    case .withWriteOffs: Sentence("PAR with write-offs", "PAR plus hapus buku")
    case .withBoth: Sentence("PAR with both", "PAR plus keduanya")
    }
  }
}
