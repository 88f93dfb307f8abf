/// Sums of many UPK, rankings and what stands out.
public enum RollupHeading: String, CaseIterable, Sendable, Worded {
  case area, disbursed, rank, upks
  case isClosed = "is_closed"
  case inTimeUntil = "in_time_until"
  case writtenOffEver = "written_off_ever"
  case areaName = "area_name"
  case upksExpected = "upks_expected"
  case upksClosed = "upks_closed"
  case upksMissing = "upks_missing"
  case upksRefused = "upks_refused"
  case upksLeft = "upks_left"
  case upksByCategory = "upks_by_category"
  case missingUPKs = "missing_upks"
  case outlierReason = "outlier_reason"
  case comparedWith = "compared_with"
  case groupsServed = "groups_served"
  case borrowingGroups = "borrowing_groups"
  case lateGroups = "late_groups"
  case disbursedInMonth = "disbursed_in_month"
  case principalRepaid = "principal_repaid"

  public var words: Sentence {
    switch self {
    case .area: Sentence("Area", "Wilayah")
    case .isClosed: Sentence("Has closed", "Sudah tutup buku")
    case .inTimeUntil: Sentence("In time until", "Tepat waktu sampai")
    case .writtenOffEver: Sentence("Written off", "Dihapus buku")
    case .disbursed: Sentence("Disbursed", "Dicairkan")
    case .rank: Sentence("Rank", "Peringkat")
    case .areaName: Sentence("Name", "Nama")
    case .upks: Sentence("UPK in the sum", "UPK dalam jumlah")
    case .upksExpected: Sentence("UPK", "Jumlah UPK")
    case .upksClosed: Sentence("UPK that closed", "UPK tutup buku")
    case .upksMissing: Sentence("UPK missing", "UPK belum tutup")
    case .upksRefused: Sentence("UPK refused", "UPK ditolak")
    case .upksLeft: Sentence("UPK left", "UPK tersisa")
    case .upksByCategory: Sentence("UPK by category", "UPK menurut kategori")
    case .missingUPKs: Sentence("Missing from the sums", "Tidak termasuk dalam jumlah")
    case .outlierReason: Sentence("Why", "Sebabnya")
    case .comparedWith: Sentence("Compared with", "Dibanding")
    case .groupsServed: Sentence("KSM", "KSM terdaftar")
    case .borrowingGroups: Sentence("KSM with a balance", "KSM bersaldo pinjaman")
    case .lateGroups: Sentence("of them three months late", "di antaranya menunggak 3 bulan")
    case .disbursedInMonth: Sentence("Disbursed in the month", "Dicairkan bulan ini")
    case .principalRepaid: Sentence("Principal repaid", "Pokok kembali")
    }
  }
}
