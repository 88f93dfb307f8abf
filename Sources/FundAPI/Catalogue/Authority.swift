public import RevolvingFund

extension PerformanceCategory {
  /// Whom a UPK in this category may lend to (rules.md 2.4).
  public var rule: Sentence {
    switch self {
    case .satisfactory:
      Sentence(
        "PAR is below 10 %: new KSM and returning KSM in good standing may borrow.",
        "PAR di bawah 10 %: KSM baru dan KSM lama yang lancar boleh meminjam.")
    case .minimum:
      Sentence(
        """
        PAR is 10 % or more and below 20 %: new KSM and returning KSM in good standing may borrow.
        """,
        """
        PAR 10 % atau lebih dan di bawah 20 %: KSM baru dan KSM lama yang lancar boleh meminjam.
        """)
    case .suspended:
      Sentence(
        """
        PAR is 20 % or more: only returning KSM in good standing may borrow, until 60 % of the \
        frozen principal has come in or PAR falls below 20 % at a month-end.
        """,
        """
        PAR 20 % atau lebih: hanya KSM lama yang lancar boleh meminjam, sampai 60 % pokok yang \
        dibekukan tertagih atau PAR di bawah 20 % pada akhir bulan.
        """)
    case .notRated:
      Sentence(
        "No loan has a balance, so there is no PAR yet.",
        "Belum ada pinjaman bersaldo, jadi PAR belum dinilai.")
    }
  }
}

/// The two days on which authority reads PAR, by their codes.
public enum GateReading: String, Hashable, Sendable, CaseIterable, Worded {
  case monthEnd = "MONTH_END"
  case onTheDay = "LIVE"

  public var words: Sentence {
    switch self {
    case .monthEnd: Sentence("last month-end", "akhir bulan lalu")
    case .onTheDay: Sentence("on the day", "pada hari itu")
    }
  }
}
