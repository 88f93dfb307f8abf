internal import RevolvingFund

// The authority to lend: closed months, suspension and recovery.
extension Explanation {
  static func lendingNotAuthorised(
    _ standing: BorrowerStanding, _ category: AuthorityCategory, _ par: Ratio, _ day: Day
  ) -> Explanation {
    let percent = Percent(par, as: .par)
    let atRisk = Rupiah(par.numerator)
    let balance = Rupiah(par.denominator)
    let remedy = remedy(for: standing)
    return Explanation(
      """
      The UPK may not lend to a \(standing): its PAR is \(percent) (\(atRisk) of \(balance)) as of \
      \(day), category \(category).
      """,
      """
      UPK tidak boleh memberi pinjaman kepada \(standing): PAR \(percent) (\(atRisk) dari \
      \(balance)) per \(day), kategori \(category).
      """,
      next: "\(remedy)", "\(remedy)")
  }

  private static func remedy(for standing: BorrowerStanding) -> Sentence {
    switch standing {
    case .new, .returningCurrent:
      Sentence(
        """
        Collect the arrears together with the BKM. While PAR is 20 % or more, at the last closed \
        month or today, only returning KSM in good standing may borrow.
        """,
        """
        Tagih tunggakan bersama BKM. Selama PAR 20 % atau lebih, pada bulan terakhir yang ditutup \
        atau hari ini, hanya KSM lama yang lancar boleh meminjam.
        """)
    case .returningNotCurrent:
      Sentence(
        """
        Let the KSM pay its arrears first. A KSM whose last loan fell three months or more behind \
        cannot borrow.
        """,
        """
        Mintalah KSM melunasi tunggakannya dahulu. KSM yang pinjaman terakhirnya pernah menunggak \
        tiga bulan atau lebih tidak dapat meminjam.
        """)
    }
  }

  static func monthsNotClosed(_ month: Month, _ day: Day) -> Explanation {
    Explanation(
      """
      On \(day) the last closed month is \(month), more than \(LendingAuthority.monthsToClose) \
      months ago, so the UPK counts as suspended.
      """,
      """
      Pada \(day) bulan terakhir yang ditutup adalah \(month), lebih dari \
      \(LendingAuthority.monthsToClose) bulan yang lalu, jadi UPK dianggap dalam penundaan.
      """,
      next: "Close the months from \(month.adding(1)) on.",
      "Tutup buku mulai bulan \(month.adding(1)).")
  }

  static func topUpNotAuthorised(_ category: AuthorityCategory, _ month: Month) -> Explanation {
    Explanation(
      """
      A further block grant (BLM) needs the category satisfactory in the last closed month; \
      \(month) is \(category).
      """,
      """
      Tambahan BLM mensyaratkan kategori Memuaskan pada bulan terakhir yang ditutup; \(month): \
      \(category).
      """,
      next:
        "Collect the arrears, and record the grant once a month was closed with PAR below 10 %.",
      "Tagih tunggakan, dan catat BLM setelah ada bulan yang ditutup dengan PAR di bawah 10 %.")
  }

  static func notSuspended(_ category: AuthorityCategory) -> Explanation {
    Explanation(
      "By its closed months the UPK is \(category), so there is no suspension to confirm out of.",
      "Menurut bulan yang ditutup UPK ini \(category), jadi tidak ada penundaan yang diakhiri.",
      next: "Look at the UPK's authority; minutes are needed once for each suspension.",
      "Lihat kewenangan UPK; berita acara cukup satu kali untuk tiap penundaan.")
  }

  static func recoveryNotTestable(
    _ frozen: Rupiah, _ notYetDue: Int, _ finalDue: Day?
  ) -> Explanation {
    guard let finalDue else {
      return Explanation(
        "No principal was frozen (\(frozen)), so there is nothing of which 60 % could come in.",
        "Tidak ada pokok yang dibekukan (\(frozen)), jadi tidak ada 60 % yang dapat tertagih.",
        next: "The suspension ends with the close of a month with PAR below 20 %.",
        "Penundaan berakhir dengan penutupan bulan yang PAR-nya di bawah 20 %.")
    }
    return Explanation(
      """
      Of the loans with the frozen \(frozen), \(notYetDue) cannot be tested yet; the last final \
      due day is \(finalDue).
      """,
      """
      Dari pinjaman dengan pokok beku \(frozen), \(notYetDue) belum dapat diuji; jatuh tempo \
      akhir yang terakhir \(finalDue).
      """,
      next: "Go on collecting; take the test after \(finalDue).",
      "Lanjutkan penagihan; lakukan uji setelah \(finalDue).")
  }

  static func recoveryTooSmall(
    _ recovered: Rupiah, _ target: Rupiah, _ frozen: Rupiah
  ) -> Explanation {
    Explanation(
      """
      \(recovered) of the frozen principal of \(frozen) came in; the test needs \(target), \
      which is 60 %.
      """,
      """
      Pokok beku yang tertagih \(recovered) dari \(frozen); uji mensyaratkan \(target), yaitu \
      60 %.
      """,
      next: "Collect another \(target - recovered) of principal of the loans on the list.",
      "Tagih lagi pokok sebesar \(target - recovered) dari pinjaman dalam daftar.")
  }
}
