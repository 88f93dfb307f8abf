import Foundation
import FundAPI
import Testing

/// Pages that `make test-browser` opens: of Mentari's December and year, and of a large fund.
private let pages: [String: String] = [
  "mentari-2017-12": NoticeSheet(KeptBoards.mentari, of: place, seal: seal).html,
  "large-2026-06": NoticeSheet(KeptBoards.large, of: place, seal: seal).html,
  "annual-mentari-2017": AnnualSheet(AnnualSamples.mentari, of: place).html,
  "annual-large-2026": AnnualSheet(AnnualSamples.large, of: place).html,
]

private let seal = ShortHash(number: 12_345, hash: "a1b2c3d4e5f60718" + "00")

private let place = NoticeSheet.Place(
  upk: "UPK Malabutor", bkm: "BKM Mentari", region: "Malabutor, Kota Sorong")

/// `BERGULIR_WRITE_SHEETS=1` writes them anew.
@Test(arguments: pages.keys.sorted())
func `the pages for the browser are what is made today`(name: String) throws {
  let page = try #require(pages[name])
  let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Browser/sheets/\(name).html")
  if ProcessInfo.processInfo.environment["BERGULIR_WRITE_SHEETS"] == "1" {
    try Data(page.utf8).write(to: file)
  }
  #expect(try String(contentsOf: file, encoding: .utf8) == page)
}
