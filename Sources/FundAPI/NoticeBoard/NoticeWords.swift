internal import RevolvingFund

/// What the notice-board sheet says in words, to people who never heard of PAR.
enum NoticeWords {
  static func title(_ category: AuthorityCategory) -> String {
    switch category {
    case .satisfactory: "Kinerja: MEMUASKAN"
    case .minimum: "Kinerja: MINIMAL"
    case .suspended: "Kinerja: PENUNDAAN"
    case .recovered: "Kinerja: PULIH SEBAGIAN"
    case .notRated: "Kinerja: BELUM DINILAI"
    }
  }

  /// PAR in a sentence, with the exact figure behind it.
  static func risk(_ par: Indicator) -> String {
    guard let percent = par.percent, let hundred = rupiahOfHundred(par.inputs) else {
      return "Saat ini tidak ada pinjaman yang berjalan."
    }
    let shown = indonesian(Percent(text: percent))
    guard par.inputs.numerator > 0 else {
      return "Tidak ada pinjaman yang terlambat tiga bulan atau lebih (PAR \(shown))."
    }
    return "Dari setiap Rp 100 yang sedang dipinjam, \(hundred) ada pada pinjaman yang"
      + " terlambat tiga bulan atau lebih (PAR \(shown))."
  }

  /// What left the books and did not come back; nothing where nothing was written off.
  static func writtenOff(_ board: NoticeBoard) -> String? {
    guard board.writtenOff > .zero, let percent = board.parWithWriteOffs.percent else {
      return nil
    }
    return "Selain itu \(indonesian(board.writtenOff)) dihapus dari pembukuan dalam setahun ini dan"
      + " belum kembali; bersama itu PAR \(indonesian(Percent(text: percent)))."
  }

  static func meaning(_ category: AuthorityCategory) -> String {
    switch category {
    case .satisfactory:
      "UPK boleh memberi pinjaman kepada KSM lama yang lancar dan KSM baru."
    case .minimum:
      "UPK boleh memberi pinjaman kepada KSM lama yang lancar dan KSM baru, tetapi tidak mendapat"
        + " tambahan modal sampai PAR di bawah 10 %."
    case .suspended:
      "UPK hanya boleh memberi pinjaman kepada KSM lama yang lancar. KSM baru belum dapat meminjam"
        + " sampai tunggakan tertagih dan PAR di bawah 20 %."
    case .recovered:
      "Enam puluh persen tunggakan sudah tertagih: KSM lama yang lancar dan KSM baru boleh meminjam"
        + " lagi; penagihan sisanya berjalan terus."
    case .notRated:
      "Belum ada pinjaman yang dapat dinilai."
    }
  }

  /// The classes as villagers say them, best first.
  static func name(_ collectability: Collectability) -> String {
    switch collectability {
    case .current: "Lancar"
    case .specialMention: "Terlambat < 3 bulan"
    case .substandard: "Terlambat 3–6 bulan"
    case .doubtful: "Terlambat 6–9 bulan"
    case .loss: "Macet, > 9 bulan"
    }
  }

  /// Three letters of a month: there are twelve of them below a plot.
  static func short(_ month: Month) -> String {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des",
    ]
    return names[month.month - 1]
  }

  /// Whole rupiah of each hundred, half up; "kurang dari Rp 1" rather than none.
  private static func rupiahOfHundred(_ ratio: Ratio) -> String? {
    guard ratio.isRated else { return nil }
    let rupiah =
      (Int128(ratio.numerator) * 200 + Int128(ratio.denominator))
      / (Int128(ratio.denominator) * 2)
    return rupiah == 0 ? "kurang dari Rp 1" : "Rp \(rupiah)"
  }
}
