/// The province's thresholds.
public enum InstrumentHeading: String, CaseIterable, Sendable, Worded {
  case fewestMembers = "fewest_members"
  case womenInTen = "women_in_ten"
  case monthsBeforeFirstLoan = "months_before_first_loan"
  case fewestSupervisors = "fewest_supervisors"
  case mostSupervisors = "most_supervisors"
  case fewestOfficers = "fewest_officers"
  case idealOfficers = "ideal_officers"
  case attestationMonths = "attestation_months"
  case assessmentMonths = "assessment_months"
  case bookkeepingGate = "bookkeeping_gate"
  case lateEntryDays = "late_entry_days"

  public var words: Sentence {
    switch self {
    case .fewestMembers: Sentence("Fewest members", "Anggota paling sedikit")
    case .womenInTen: Sentence("Women in ten", "Perempuan dari sepuluh")
    case .monthsBeforeFirstLoan:
      Sentence("Months before a first loan", "Bulan sebelum pinjaman pertama")
    case .fewestSupervisors: Sentence("Fewest supervisors", "Pengawas paling sedikit")
    case .mostSupervisors: Sentence("Most supervisors", "Pengawas paling banyak")
    case .fewestOfficers: Sentence("Fewest officers", "Petugas paling sedikit")
    case .idealOfficers: Sentence("Ideal officers", "Petugas ideal")
    case .attestationMonths: Sentence("Months of an attestation", "Bulan berlaku pernyataan")
    case .assessmentMonths: Sentence("Months of an assessment", "Bulan berlaku penilaian")
    case .bookkeepingGate: Sentence("Poor books", "Pembukuan kurang")
    case .lateEntryDays: Sentence("Late entry, days", "Batas terlambat mencatat, hari")
    }
  }
}
