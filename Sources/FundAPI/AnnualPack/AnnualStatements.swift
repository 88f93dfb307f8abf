internal import RevolvingFund

/// The four statements of a year, as residents read them.
struct AnnualStatements {
  let sections: [String]

  init(_ pack: AnnualPack) {
    sections = [
      Page.section("Neraca", AnnualStatements.balance(pack.balance)),
      Page.section("Laba rugi tahun \(pack.year)", AnnualStatements.income(pack.income)),
      Page.section(
        "Arus kas tahun \(pack.year)", AnnualStatements.flow(pack.flow),
        style: " class=\"small\""),
      Page.section("Perubahan ekuitas", AnnualStatements.equity(pack.equity, pack.year)),
    ]
  }

  private static func balance(_ sheet: BalanceSheet) -> String {
    var table = PageTable("", "Rp")
    func add(_ title: String, _ lines: [BalanceSheet.Line], _ sum: String, _ total: Rupiah) {
      table.group(title)
      for line in lines { table.add(indonesian(line.account), line.balance.column) }
      table.sum(sum, total.column)
    }
    add("Harta", sheet.assets, "Jumlah harta", sheet.totalAssets)
    add("Kewajiban", sheet.liabilities, "Jumlah kewajiban", sheet.liabilities.total(\.balance))
    add("Ekuitas", sheet.equity, "Jumlah ekuitas", sheet.equity.total(\.balance))
    table.sum("Jumlah kewajiban dan ekuitas", sheet.totalLiabilitiesAndEquity.column)
    return table.html
  }

  private static func income(_ statement: IncomeStatement) -> String {
    var table = PageTable("", "Rp")
    table.group("Pendapatan")
    for line in statement.income { table.add(indonesian(line.account), line.amounts.year.column) }
    table.sum("Jumlah pendapatan", statement.totalIncome.year.column)
    table.group("Biaya")
    for line in statement.cost { table.add(indonesian(line.account), line.amounts.year.column) }
    table.sum("Jumlah biaya", statement.totalCost.year.column)
    let profit = statement.profit.year
    table.sum(
      profit < .zero ? "Rugi" : "Laba", (profit < .zero ? Rupiah.zero - profit : profit).column)
    return table.html
  }

  private static func flow(_ flow: CashFlow) -> String {
    var table = PageTable("", "Masuk", "Keluar")
    table.add("Kas dan bank 1 Januari", flow.year.opening.column, "")
    for section in CashFlow.Section.allCases {
      let lines = flow.lines.filter { $0.section == section }
      guard !lines.isEmpty else { continue }
      table.group(indonesian(ReportTerm(section)))
      for line in lines {
        table.add(indonesian(line.account), line.year.received.column, line.year.paid.column)
      }
    }
    table.sum("Jumlah", flow.year.flow.received.column, flow.year.flow.paid.column)
    table.sum("Kas dan bank 31 Desember", flow.year.closing.column, "")
    return table.html
  }

  private static func equity(_ changes: EquityChanges, _ year: Int) -> String {
    var table = PageTable("", "Rp")
    for line in changes.lines {
      table.group(indonesian(line.account))
      table.add("1 Januari", line.opening.column)
      let moved = [
        ("Hasil tahun \(year)", line.profit), ("Bertambah", line.added), ("Berkurang", line.taken),
      ]
      for (name, amount) in moved where amount != .zero { table.add(name, amount.column) }
      table.sum("31 Desember", line.closing.column)
    }
    table.sum("Jumlah ekuitas", changes.totalClosing.column)
    return table.html
  }
}
