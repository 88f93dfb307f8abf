import FundAPI
import Testing

@testable import RevolvingFund

private func html(_ pack: AnnualPack) -> String {
  AnnualSheet(
    pack,
    of: NoticeSheet.Place(
      upk: "UPK <Mentari> & \"Kawan\"", bkm: "BKM Mentari", region: "Malabutor, Kota Sorong")
  ).html
}

@Test(arguments: [AnnualSamples.mentari, AnnualSamples.large])
func `every element of the annual pack is closed in its place`(pack: AnnualPack) {
  var open: [String] = []
  for (name, isEnd) in elements(in: html(pack)) {
    if !isEnd {
      open.append(name)
    } else {
      #expect(open.popLast() == name)
    }
  }
  #expect(open == [])
}

@Test(arguments: [AnnualSamples.mentari, AnnualSamples.large])
func `the annual pack needs nothing beside itself and is small`(pack: AnnualPack) {
  let page = html(pack)
  for outside in ["http:", "https:", "src=", "href=", "<script", "<link", "@import", "<img"] {
    #expect(!page.contains(outside))
  }
  #expect(page.utf8.count < 60_000)
  #expect(page.contains("charset=\"utf-8\"") && page.contains("size: A4"))
  #expect(elements(in: page).count { $0.name == "section" && !$0.isEnd } == 13)
  #expect(elements(in: page).count { $0.name == "h1" && !$0.isEnd } == 1)
  #expect(page.matches(of: /role="img"/).count == 3)
  #expect(page.contains("<h1>UPK &lt;Mentari&gt; &amp; &quot;Kawan&quot;, tahun"))
  #expect(page.matches(of: /\d{16}/).isEmpty && !page.contains("<Mentari>"))
}

@Test func `the pack has the statements, twelve months and what the profit is for`() {
  let page = html(AnnualSamples.mentari)
  for line in [
    "<tr class=\"sum\"><th scope=\"row\">Jumlah harta</th><td>20.001.683</td></tr>",
    "<tr class=\"sum\"><th scope=\"row\">Jumlah kewajiban dan ekuitas</th><td>20.001.683</td>",
    "<tr class=\"sum\"><th scope=\"row\">Laba</th><td>1.683</td></tr>",
    "<tr><th scope=\"row\">Kas dan bank 1 Januari</th><td>0</td><td></td></tr>",
    "<tr class=\"sum\"><th scope=\"row\">Jumlah</th><td>152.097</td><td>150.414</td></tr>",
    "<tr><th scope=\"row\">Hasil tahun 2017</th><td>1.683</td></tr>",
    "<tr><th scope=\"row\">Dapat dibagi</th><td></td><td>1.683</td></tr>",
    "<th scope=\"row\">pemupukan modal</th><td>100,00 %</td><td>1.683</td></tr>",
    "<p>Tahun ini tidak ada RAPB.</p>", "78,90 % dari pendapatan: di atas batas 25 %",
    "<tr><th scope=\"row\">Pengaduan belum dijawab</th><td>1</td></tr>",
  ] {
    #expect(page.contains(line), "\(line)")
  }
  let months = page.matches(
    of: /<th scope="row">(Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des)</)
  #expect(months.count == 12 && page.contains("<td>Min</td>"))
}

@Test func `a loss is carried, and what the meeting is asked is shown by part`() {
  #expect(html(AnnualSamples.large).contains("Rugi dibawa ke tahun berikutnya"))
  #expect(html(AnnualSamples.large).contains("(sementara: tahun ini belum ditutup)"))
  let proposed = AnnualSamples.pack(
    2017, KeptBoards.mentari, [(.bank, .otherIncome, 1_001, 2017)], budget: [],
    proposed: [
      ProfitShare(.capital, hundredths: 9_000), ProfitShare(.supervisors, hundredths: 1_000),
    ])
  let page = html(proposed)
  #expect(page.contains("Usulan pembagian laba"))
  #expect(page.contains("<th scope=\"row\">honor Pengawas</th><td>10,00 %</td><td>100</td>"))
  #expect(page.contains("<th scope=\"row\">pemupukan modal</th><td>90,00 %</td><td>901</td>"))
}
