/// The notice-board sheet.
public enum NoticeHeading: String, CaseIterable, Sendable, Worded {
  case borrowers, capital, classes, groups, par, trend

  public var words: Sentence {
    switch self {
    case .borrowers: Sentence("Borrowing members", "Anggota peminjam")
    case .capital: Sentence("Capital", "Modal")
    case .classes: Sentence("Classes", "Kolektibilitas")
    case .groups: Sentence("Borrowing groups", "KSM peminjam")
    case .par: Sentence("PAR", "PAR")
    case .trend: Sentence("Twelve months", "Dua belas bulan")
    }
  }
}
