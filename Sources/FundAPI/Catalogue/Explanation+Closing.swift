internal import RevolvingFund

// Months and years that are closed and opened.
extension Explanation {

  static func periodNotLast(_ month: Month, _ last: Month) -> Explanation {
    Explanation(
      "Only the last closed month can be opened again, \(last), not \(month).",
      "Hanya bulan terakhir yang ditutup dapat dibuka lagi, yaitu \(last), bukan \(month).",
      next: "Book a correction in an open month.",
      "Bukukan koreksi pada bulan yang masih terbuka.")
  }

  static func reopeningTooLate(_ day: Day, _ latest: Day) -> Explanation {
    Explanation(
      "On \(day) the month cannot be opened any more; the last day for it was \(latest).",
      "Pada \(day) bulan itu tidak dapat dibuka lagi; hari terakhirnya \(latest).",
      next: "Book a correction in an open month.",
      "Bukukan koreksi pada bulan yang masih terbuka.")
  }

  static func yearNotOver(_ year: Int, _ closed: Month?) -> Explanation {
    let through = closed.map {
      Sentence("they are closed through \($0)", "yang sudah ditutup baru sampai \($0)")
    }
    let none = Sentence("none is closed", "belum satu pun ditutup")
    return Explanation(
      "The year \(year) closes after its months; \((through ?? none).english).",
      "Tahun \(year) ditutup setelah semua bulannya; \((through ?? none).indonesian).",
      next: "Close the months through December first.",
      "Tutup dahulu bulan-bulannya sampai Desember.")
  }

  static func yearOutOfOrder(_ year: Int, _ expected: Int) -> Explanation {
    Explanation(
      "Years are closed in order: \(expected) is next, not \(year).",
      "Tahun ditutup berurutan: berikutnya \(expected), bukan \(year).",
      next: "Close \(expected), or look at what is closed.",
      "Tutup \(expected), atau lihat tahun yang sudah ditutup.")
  }

  static func yearClosed(_ year: Int) -> Explanation {
    Explanation(
      "The year \(year) is closed; its months stay closed.",
      "Tahun \(year) sudah ditutup; bulan-bulannya tetap tertutup.",
      next: "Book a correction in an open month.",
      "Bukukan koreksi pada bulan yang masih terbuka.")
  }

  static var confirmerIsRequester: Explanation {
    Explanation(
      "Whoever asked that the month be opened cannot confirm it too.",
      "Orang yang meminta bulan dibuka tidak dapat sekaligus menyetujuinya.",
      next: "Let another person confirm it.",
      "Mintakan persetujuan kepada orang lain.")
  }
}
