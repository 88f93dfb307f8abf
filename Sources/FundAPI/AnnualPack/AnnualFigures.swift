internal import RevolvingFund

/// How lending went in a year: the loans by class, what came back, and the indicators.
struct AnnualFigures {
  let sections: [String]

  init(_ pack: AnnualPack) {
    sections = [
      Page.section("Lancar atau terlambat? (jumlah pinjaman)", ClassPlot(pack.board).svg),
      Page.section("PAR setiap akhir bulan, dalam persen", RiskPlot(pack.board).svg),
      Page.section("Perguliran tahun \(pack.year)", AnnualFigures.lending(pack.lending)),
      Page.section("Pendapatan dan biaya setiap bulan", FlowPlot(pack.board).svg),
      Page.section(
        "Indikator setiap akhir bulan, dalam persen", AnnualFigures.indicators(pack),
        style: " class=\"wide small\""),
    ]
  }

  private static func lending(_ lending: AnnualLending) -> String {
    var table = PageTable("", "Rp")
    table.add("Pinjaman beredar 1 Januari", lending.opening.column)
    table.add("Pinjaman baru: \(indonesian(lending.loans))", lending.lent.column)
    table.add("Pokok kembali", lending.paid.principal.column)
    if lending.removed != .zero {
      table.add("Keluar selain angsuran", lending.removed.column)
    }
    table.sum("Pinjaman beredar 31 Desember", lending.closing.column)
    table.add("Pokok jatuh tempo", lending.due.principal.column)
    table.add("Jasa jatuh tempo", lending.due.serviceCharge.column)
    table.add("Jasa masuk", lending.paid.serviceCharge.column)
    table.add("Tunggakan pokok", lending.overdue.principal.column)
    table.add("Tunggakan jasa", lending.overdue.serviceCharge.column)
    return table.html
  }

  private static func indicators(_ pack: AnnualPack) -> String {
    var table = PageTable("Bulan", "LAR", "PAR", "CCr", "ROI", "RR")
    for sheet in pack.indicators {
      table.add(
        NoticeWords.short(sheet.asOf.month), number(sheet.lar.percent), number(sheet.par.percent),
        number(sheet.ccr.percent), number(sheet.roi.annualised), number(sheet.rr.percent))
    }
    if let last = pack.indicators.last {
      table.sum(
        "Kategori", short(last.lar), short(last.par), short(last.ccr), short(last.roi),
        short(last.rr))
    }
    return table.html + "\n" + reserve(pack) + "\n" + AnnualFigures.legend
  }

  /// What the reserve of the programme's own scheme would make of CCr.
  private static func reserve(_ pack: AnnualPack) -> String {
    let (reading, needed) = (pack.reserve, pack.reserve.standard)
    let share = indonesian(Percent(text: reading.ccr.percent ?? ""))
    guard needed.required > .zero else {
      return "<p>Tidak ada pinjaman yang memerlukan cadangan risiko.</p>"
    }
    guard needed.missing > .zero else {
      return "<p>Cadangan risiko sudah dibentuk: \(indonesian(needed.formed)) dari"
        + " \(indonesian(needed.required)) menurut skema program.</p>"
    }
    return "<p>Cadangan risiko menurut skema program: diperlukan \(indonesian(needed.required)),"
      + " dibentuk \(indonesian(needed.formed)). Bila kekurangannya dibebankan, CCr menjadi"
      + " \(share) (\(indonesian(reading.ccr.category))).</p>"
  }

  private static let legend = """
    <p>LAR: KSM yang terlambat tiga bulan atau lebih. PAR: pinjaman yang terlambat tiga bulan atau \
    lebih. CCr: pendapatan dibanding biaya. ROI: laba setahun dibanding modal. RR: pengembalian. \
    Mem: Memuaskan. Min: Minimal. Pen: Penundaan. –: belum dinilai.</p>
    """

  private static func number(_ percent: String?) -> String {
    percent.map { $0.replacing(".", with: ",") } ?? "–"
  }

  /// Three letters, since five words do not stand beside each other on a telephone.
  private static func short(_ indicator: Indicator) -> String {
    switch indicator.category {
    case .satisfactory: "Mem"
    case .minimum: "Min"
    case .suspended: "Pen"
    case .notRated: "–"
    }
  }
}
