public import RevolvingFund

extension AuthorityCategory: Worded {
  /// The category by its name in the programme.
  public var words: Sentence {
    switch self {
    case .satisfactory: PerformanceCategory.satisfactory.words
    case .minimum: PerformanceCategory.minimum.words
    case .recovered: Sentence("recovered", "Pulih")
    case .suspended: PerformanceCategory.suspended.words
    case .notRated: PerformanceCategory.notRated.words
    }
  }
}

extension LendingAuthority.Ground: Worded {
  /// What a category comes from.
  public var words: Sentence {
    switch self {
    case .newUPK: Sentence("no month closed yet", "belum ada bulan yang ditutup")
    case .lastClose: Sentence("last closed month", "bulan terakhir yang ditutup")
    case .live: Sentence("PAR on the day", "PAR pada hari itu")
    case .recovery: Sentence("minutes of the BKM", "berita acara BKM")
    case .monthsNotClosed: Sentence("months not closed", "bulan belum ditutup")
    }
  }
}

extension AuthorityCategory {
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
        PAR is 20 % or more, or months were not closed: only returning KSM in good standing may \
        borrow, until 60 % of the frozen principal has come in or a month is closed with PAR below \
        20 %.
        """,
        """
        PAR 20 % atau lebih, atau bulan belum ditutup: hanya KSM lama yang lancar boleh meminjam, \
        sampai 60 % pokok yang dibekukan tertagih atau ada bulan yang ditutup dengan PAR di bawah \
        20 %.
        """)
    case .notRated:
      Sentence(
        "Nothing is rated yet: new KSM and returning KSM in good standing may borrow.",
        "Belum ada yang dinilai: KSM baru dan KSM lama yang lancar boleh meminjam.")
    case .recovered:
      Sentence(
        """
        PAR is still 20 % or more, but 60 % of the frozen principal came in: new KSM and returning \
        KSM in good standing may borrow, if they are creditworthy.
        """,
        """
        PAR masih 20 % atau lebih, tetapi 60 % pokok yang dibekukan sudah tertagih: KSM baru dan \
        KSM lama yang lancar boleh meminjam, asal layak.
        """)
    }
  }
}

/// The two days on which authority reads PAR, by their codes.
public enum GateReading: String, Hashable, Sendable, CaseIterable, Worded {
  case monthEnd = "MONTH_END"
  case onTheDay = "LIVE"

  public var words: Sentence {
    switch self {
    case .monthEnd: Sentence("last closed month", "bulan terakhir yang ditutup")
    case .onTheDay: Sentence("on the day", "pada hari itu")
    }
  }
}
