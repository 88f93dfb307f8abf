public import RevolvingFund

/// What a visit found of a member that still counts.
public enum ConductMatter: Sendable, Worded {
  case blocked(member: Int64)
  case deviated(member: Int64, ceiling: Rupiah)

  /// The rule of rules.md behind it.
  public var rule: String {
    switch self {
    case .blocked: "R-062"
    case .deviated: "R-068"
    }
  }

  public var words: Sentence { explanation.message }

  /// What to do about it.
  public var remedy: Sentence { explanation.remedy }

  private var explanation: Explanation {
    switch self {
    case .blocked(let member): .borrowerBlocked(member)
    case .deviated(let member, let ceiling):
      Explanation(
        "The last visit to member \(member) found an earlier loan spent on something else.",
        "Kunjungan terakhir ke anggota \(member) menemukan pinjaman sebelumnya dipakai menyimpang.",
        next: "Ask for at most \(ceiling) until a visit finds a loan used as applied for.",
        "Ajukan paling banyak \(ceiling) sampai ada kunjungan yang menemukan pemakaian sesuai.")
    }
  }
}
