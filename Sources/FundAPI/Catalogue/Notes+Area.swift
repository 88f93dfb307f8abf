public import RevolvingFund

// What is said of the close of a month for many UPK.
extension Notes {
  /// What became of the UPK of an area; none of them was left out.
  public static func areaClosed(_ closed: Int, refused: Int, _ month: Month) -> Sentence {
    guard closed > 0 || refused > 0 else {
      return Sentence(
        "Every UPK of the area that ran in \(month) has closed it.",
        "Semua UPK wilayah ini yang berjalan pada \(month) sudah tutup buku.")
    }
    return Sentence(
      "\(month): \(closed) UPK closed, \(refused) refused.",
      "\(month): \(closed) UPK ditutup, \(refused) ditolak.")
  }

  /// What would become of the UPK of an area.
  public static func areaTried(_ closed: Int, refused: Int, _ month: Month) -> Sentence {
    Sentence(
      "\(month): \(closed) UPK would be closed, \(refused) refused; nothing was changed.",
      "\(month): \(closed) UPK akan ditutup, \(refused) ditolak; belum ada yang diubah.")
  }

  /// How to go on with an area that is not done.
  public static func areaLeft(_ count: Int) -> Sentence {
    Sentence(
      "\(count) UPK were not tried. To go on, run it again: what is closed is left out.",
      """
      \(count) UPK belum dicoba. Untuk melanjutkan, jalankan lagi: yang sudah ditutup dilewati.
      """)
  }

  public static let stopping = Sentence(
    "Stopping after the calls in flight; Ctrl-C again leaves at once.",
    "Berhenti setelah permintaan berjalan selesai; Ctrl-C sekali lagi langsung keluar.")

  /// How fast something goes, and how long the rest takes in minutes and seconds.
  public static func pace(_ perSecond: String, left: String) -> Sentence {
    Sentence("\(perSecond)/s, \(left) left", "\(perSecond)/dtk, sisa \(left)")
  }
}
