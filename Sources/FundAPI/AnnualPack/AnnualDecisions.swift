internal import RevolvingFund

/// What the meeting talks over: the budget, the profit, and how the UPK was looked at.
struct AnnualDecisions {
  let sections: [String]

  init(_ pack: AnnualPack) {
    sections = [
      Page.section(
        "Anggaran dan realisasi \(pack.year)", AnnualDecisions.budget(pack),
        style: " class=\"small\""),
      Page.section(
        pack.proposal.isDecided ? "Pembagian laba" : "Usulan pembagian laba",
        AnnualDecisions.profit(pack)),
      Page.section("Pengawasan dan pengaduan", AnnualDecisions.oversight(pack.oversight)),
    ]
  }

  private static func budget(_ pack: AnnualPack) -> String {
    let names = (pack.income.income + pack.income.cost).map(\.account)
    var table = PageTable("", "Anggaran", "Realisasi")
    for line in pack.realisation.lines {
      let account = names.first { $0.code == line.account }
      let name = account.map { indonesian($0) } ?? indonesian(line.account)
      table.add(name, line.budgeted.column, line.realised.column)
    }
    let share = Percent(text: pack.use.operatingShare.percentText(decimals: 2) ?? "")
    let limit =
      pack.use.isWithinOperatingLimit
      ? "dalam batas 25 %" : "di atas batas 25 %"
    let missing = pack.realisation.budget == nil ? "<p>Tahun ini tidak ada RAPB.</p>\n" : ""
    return table.html + "\n" + missing
      + "<p>Biaya operasional \(indonesian(pack.use.operating)), \(indonesian(share)) dari"
      + " pendapatan: \(limit).</p>"
  }

  private static func profit(_ pack: AnnualPack) -> String {
    let proposal = pack.proposal
    guard proposal.available > .zero || proposal.isDecided else {
      return proposal.profit < .zero
        ? "<p>Rugi dibawa ke tahun berikutnya; tidak ada laba yang dibagi.</p>"
        : "<p>Tidak ada laba yang dapat dibagi.</p>"
    }
    var table = PageTable("", "Bagian", "Rp")
    table.add("Laba tahun \(pack.year)", "", proposal.profit.column)
    table.add("Dapat dibagi", "", proposal.available.column)
    for line in proposal.lines {
      let part = Percent(
        text: Ratio(Int64(line.hundredths), 10_000).percentText(decimals: 2) ?? "")
      table.add(indonesian(line.purpose), indonesian(part), line.amount.column)
    }
    table.sum("Jumlah", "", proposal.lines.total(\.amount).column)
    let words =
      proposal.isDecided
      ? "Diputuskan oleh rembug warga."
      : "Rembug warga yang memutuskan. Paling sedikit setengahnya menambah modal; honor Pengawas"
        + " hanya boleh dibayar dari laba."
    return table.html + "\n<p>\(words)</p>"
  }

  private static func oversight(_ found: AnnualOversight) -> String {
    var table = PageTable()
    table.add("Pemeriksaan oleh Pengawas", "\(found.supervisions)")
    table.add("Temuan", "\(found.findings)")
    table.add("Temuan belum dijawab", "\(found.openFindings)")
    table.add("Pencocokan saldo dengan peminjam", "\(found.confirmations)")
    table.add("Pengaduan diterima", "\(found.complaints)")
    table.add("Pengaduan belum dijawab", "\(found.openComplaints)")
    return table.html
  }
}
