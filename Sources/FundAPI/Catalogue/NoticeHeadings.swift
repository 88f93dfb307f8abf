/// The notice-board sheet and the annual pack.
public enum NoticeHeading: String, CaseIterable, Sendable, Worded {
  case allocatable, borrowers, capital, classes, groups, par, trend
  case isDecided = "is_decided"

  public var words: Sentence {
    switch self {
    case .allocatable: Sentence("Can be allocated", "Dapat dibagi")
    case .isDecided: Sentence("Decided by the meeting", "Diputuskan rembug warga")
    case .borrowers: Sentence("Borrowing members", "Anggota peminjam")
    case .capital: Sentence("Capital", "Modal")
    case .classes: Sentence("Classes", "Kolektibilitas")
    case .groups: Sentence("Borrowing groups", "KSM peminjam")
    case .par: Sentence("PAR", "PAR")
    case .trend: Sentence("Twelve months", "Dua belas bulan")
    }
  }
}
