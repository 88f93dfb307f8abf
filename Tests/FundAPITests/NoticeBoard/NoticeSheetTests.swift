import FundAPI
import Testing

@testable import RevolvingFund

/// A sheet of which the last month is troubled, of a place with signs that HTML takes for its own.
private func board(
  category: AuthorityCategory = .suspended, borrowers: Int = 30, loss: Rupiah = Rupiah(12_330_000),
  writtenOff: Rupiah = .zero, income: [Int64] = Array(repeating: 12_989, count: 12)
) -> NoticeBoard {
  let month = Month(year: 2017, month: 12)
  let readings = income.enumerated().map { place, amount in
    NoticeBoard.Reading(
      month: month.adding(place + 1 - income.count),
      par: Indicator(.par, Ratio(Int64(place) * 5, place == 0 ? 0 : 100)),
      income: Rupiah(amount), cost: Rupiah(12_597))
  }
  let balances = [Rupiah(7_670_000), .zero, .zero, .zero, loss]
  return NoticeBoard(
    month: month, isClosed: true, category: category,
    capital: CapitalSheet(TrialBalance(asOf: month.last, movements: [])),
    classes: zip(Collectability.allCases, balances).map {
      NoticeBoard.ClassLine(collectability: $0, loans: $1 == .zero ? 0 : 2, balance: $1)
    },
    groups: 4, borrowers: borrowers, writtenOff: writtenOff,
    traffic: NoticeBoard.Traffic(
      loans: 2, lent: Rupiah(7_670_000), principal: .zero, serviceCharge: .zero),
    readings: readings, income: Rupiah(152_097), cost: Rupiah(150_414))
}

private func html(_ board: NoticeBoard, seal: ShortHash? = nil) -> String {
  NoticeSheet(
    board,
    of: NoticeSheet.Place(
      upk: "UPK <Mentari> & \"Kawan\"", bkm: "BKM Mentari", region: "Malabutor, Kota Sorong"),
    seal: seal
  ).html
}

/// The names of elements that open and close, in their order.
func elements(in html: String) -> [(name: String, isEnd: Bool)] {
  html.split(separator: "<").dropFirst().compactMap { part in
    guard let tag = part.split(separator: ">", maxSplits: 1).first, !tag.hasPrefix("!"),
      !tag.hasSuffix("/")
    else { return nil }
    let isEnd = tag.hasPrefix("/")
    let name = tag.dropFirst(isEnd ? 1 : 0).prefix { $0.isLetter || $0.isNumber }
    return name == "meta" ? nil : (String(name), isEnd)
  }
}

@Test func `every element of the sheet is closed in its place`() {
  var open: [String] = []
  for (name, isEnd) in elements(in: html(board())) {
    if !isEnd {
      open.append(name)
    } else {
      #expect(open.popLast() == name)
    }
  }
  #expect(open == [])
}

@Test func `the sheet needs nothing beside itself and is small`() {
  let page = html(board())
  for outside in ["http:", "https:", "src=", "href=", "<script", "<link", "@import", "<img"] {
    #expect(!page.contains(outside))
  }
  #expect(page.utf8.count < 30_000)
  #expect(
    page.hasPrefix("<!DOCTYPE html>\n<html lang=\"id\">") && page.contains("charset=\"utf-8\""))
  #expect(page.contains("size: A4"))
  for name in ["h1", "main", "header", "footer", "table"] {
    #expect(elements(in: page).count { $0.name == name && !$0.isEnd } == 1)
  }
  #expect(page.matches(of: /<svg viewBox/).count == 3 && page.matches(of: /role="img"/).count == 3)
}

@Test func `counts of thousands have their dots`() {
  #expect(html(board(borrowers: 1_234)).contains("Dipinjam 4 KSM, 1.234 anggota"))
}

@Test func `names that people wrote stay text`() {
  let page = html(board())
  #expect(page.contains("<h1>UPK &lt;Mentari&gt; &amp; &quot;Kawan&quot;</h1>"))
  #expect(!page.contains("<Mentari>"))
}

@Test func `the sheet says in words what its figures mean`() {
  let page = html(board())
  #expect(page.contains("Kinerja: PENUNDAAN"))
  #expect(page.contains("Dari setiap Rp 100 yang sedang dipinjam, Rp 62 ada pada pinjaman"))
  #expect(page.contains("(PAR 61,65 %)"))
  #expect(page.contains("KSM baru belum dapat meminjam"))
  #expect(page.contains("<td>Rp 7.670.000</td>") && page.contains("31-12-2017"))
  #expect(page.contains("Dipinjam 4 KSM, 30 anggota"))
  #expect(page.contains("mengadu") && page.contains("tidak memuat nama peminjam"))
}

@Test(
  arguments: [
    (Rupiah.zero, "Tidak ada pinjaman yang terlambat"),
    (Rupiah(10_000), "kurang dari Rp 1 ada pada"), (Rupiah(7_670_000), "Rp 50 ada pada"),
  ])
func `PAR is said in rupiah of each hundred, none only where there is none`(
  loss: Rupiah, words: String
) {
  #expect(html(board(loss: loss)).contains(words))
}

@Test(arguments: AuthorityCategory.allCases)
func `each category has its title and its meaning`(category: AuthorityCategory) {
  let others = AuthorityCategory.allCases.filter { $0 != category }.map {
    html(board(category: $0))
  }
  #expect(!others.contains(html(board(category: category))))
}

/// The heights of the bars of a drawing, in their order.
private func heights(_ page: String, drawing: Int) -> [Int] {
  let part = page.split(separator: "<svg viewBox")[drawing + 1].split(separator: "</svg>")[0]
  return part.matches(of: /<rect [^>]*height="(\d+)"/).compactMap { Int($0.output.1) }
}

@Test func `columns are as high as their months, and a month without loans has none`() {
  let found = heights(html(board()), drawing: 2)
  // 0, not rated, has no column, 5 % to 55 % do; the axis ends at 60 %.
  #expect(found == (1...11).map { ($0 * 50 * 140 + 300) / 600 })
  #expect(html(board()).contains(">–</text>"))
}

@Test func `what was taken back hangs below the line`() {
  let page = html(board(income: Array(repeating: 10_000, count: 11) + [-12_403]))
  // The first two are the legend; then income and cost of each month.
  let found = Array(heights(page, drawing: 0).dropFirst(2))
  #expect(found.count == 24)
  // 25,000 from the lowest to the highest are 124 high.
  #expect(found[0] == 50 && found[1] == 62 && found[22] == 62)
}

@Test func `what was written off in a year stands on the sheet with the PAR that it would make`() {
  let without = html(board())
  #expect(!without.contains("dihapus dari pembukuan"))
  // (12,330,000 + 5,000,000) of (20,000,000 + 5,000,000).
  let page = html(board(writtenOff: Rupiah(5_000_000)))
  #expect(page.contains("Rp 5.000.000 dihapus dari pembukuan dalam setahun ini"))
  #expect(page.contains("(PAR 61,65 %)") && page.contains("PAR 69,32 %."))
}

@Test func `the sheet says by which number and hash it can be checked, where there is one`() {
  let page = html(board(), seal: ShortHash(number: 1_217, hash: "a1b2c3d4e5f60718ffff"))
  #expect(page.contains("Catatan 1217:a1b2 c3d4 e5f6 0718 "))
  #expect(page.contains("Pengawas dapat memeriksa") && !page.contains("ffff"))
  #expect(!html(board()).contains("Catatan "))
}
