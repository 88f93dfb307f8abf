import FundAPI
import RevolvingFund

extension Notes {
  static let monthEnd = (
    code: "MONTH_END",
    words: Sentence(english: "last month-end", indonesian: "akhir bulan lalu")
  )

  static let onTheDay = (
    code: "LIVE", words: Sentence(english: "on the day", indonesian: "pada hari itu")
  )

  /// The rule of a category (rules.md 2.4).
  static func rule(_ category: PerformanceCategory) -> Sentence {
    switch category {
    case .satisfactory:
      Sentence(
        english: "PAR is below 10 %: new KSM and returning KSM in good standing may borrow.",
        indonesian: "PAR di bawah 10 %: KSM baru dan KSM lama yang lancar boleh meminjam.")
    case .minimum:
      Sentence(
        english: "PAR is 10 % or more and below 20 %: new KSM and returning KSM in good standing "
          + "may borrow.",
        indonesian: "PAR 10 % atau lebih dan di bawah 20 %: KSM baru dan KSM lama yang lancar "
          + "boleh meminjam.")
    case .suspended:
      Sentence(
        english: "PAR is 20 % or more: only returning KSM in good standing may borrow, until 60 % "
          + "of the frozen principal has come in or PAR falls below 20 % at a month-end.",
        indonesian: "PAR 20 % atau lebih: hanya KSM lama yang lancar boleh meminjam, sampai 60 % "
          + "pokok yang dibekukan tertagih atau PAR di bawah 20 % pada akhir bulan.")
    case .notRated:
      Sentence(
        english: "No loan has a balance, so there is no PAR yet.",
        indonesian: "Belum ada pinjaman bersaldo, jadi PAR belum dinilai.")
    }
  }
}
