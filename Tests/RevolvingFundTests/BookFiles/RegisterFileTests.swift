import Testing

@testable import RevolvingFund

/// A small journal with an asset, what it lost, and the close of its year.
private let journal = """
  voucher,date,description,debit,credit,amount_idr
  KM-2017-0001,2017-01-05,Modal,11021,31020,1.000.000
  KM-2017-0002,2017-01-31,Bunga bank,11021,41020,50.000
  KK-2017-0001,2017-02-01,Kalkulator,12020,11021,24.001
  PB-2017-0001,2017-03-31,Penyusutan,51070,12021,1.000
  PB-2017-0002,2017-12-31,Tutup buku,41020,31050,50.000
  PB-2017-0002,2017-12-31,Tutup buku,31050,51070,1.000
  PB-2017-0002,2017-12-31,Tutup buku,31050,31040,49.000

  """

@Suite struct RegisterFileTests {
  private func assembly(
    assets: String = "1,Kalkulator,24.001,2017-02-01,24,KK-2017-0001",
    losses: String = "1,2017-03,1.000,PB-2017-0001", years: String = "2017,2018-01-05"
  ) -> BookAssembly {
    let files = [
      BookFile(kind: .vouchers, text: journal),
      BookFile(
        kind: .assets, text: "asset,name,cost_idr,bought_on,life_months,voucher\n\(assets)\n"),
      BookFile(kind: .depreciation, text: "asset,month,amount_idr,voucher\n\(losses)\n"),
      BookFile(kind: .years, text: "year,closed_on\n\(years)\n"),
    ]
    return BookAssembly(BookRecords(files), upk: UPKID(1), by: PersonID(9), persons: [:])
  }

  @Test func `an asset and a closed year come as they were booked`() {
    let books = assembly()
    #expect(books.problems == [])
    #expect(books.assets.map(\.registeredOn) == ["2017-02-01"] && books.next["asset"] == 2)
    #expect(books.assets.map(\.cost) == [24_001] && books.assets.map(\.life) == [24])
    #expect(
      books.years == [
        ClosedYear(
          upk: UPKID(1), year: 2017, closedOn: "2018-01-05", closedBy: PersonID(9),
          income: 50_000, cost: 1_000)
      ])
    #expect(books.latestDay == "2018-01-05" && books.lastDay == "2017-12-31")
  }

  @Test func `what no voucher booked is refused with its line`() {
    let line = "1,Kalkulator,24.001,2017-02-01,24,KK-2017-0001"
    func asset(_ reason: BookProblem.Reason, line: Int = 2) -> [BookProblem] {
      [BookProblem(.assets, line: line, reason)]
    }
    func loss(_ reason: BookProblem.Reason, line: Int = 2) -> [BookProblem] {
      [BookProblem(.depreciation, line: line, reason)]
    }
    #expect(
      assembly(assets: line.replacing("0001", with: "0007")).problems
        == asset(.unknown(column: "voucher", value: "KK-2017-0007")))
    #expect(
      assembly(assets: line.replacing("24.001", with: "24.002")).problems
        == asset(.sumDiffers(column: "cost_idr", found: 24_002, expected: 24_001)))
    #expect(
      assembly(assets: line + "\n" + line).problems.contains(
        BookProblem(.assets, line: 3, .repeated(column: "asset", value: "1"))))
    #expect(
      assembly(losses: "2,2017-03,1.000,PB-2017-0001").problems
        == loss(.unknown(column: "asset", value: "2")))
    #expect(
      assembly(losses: "1,2017-03,1.001,PB-2017-0001").problems
        == loss(.sumDiffers(column: "amount_idr", found: 1_001, expected: 1_000)))
    #expect(
      assembly(losses: "1,2017-03,500,PB-2017-0001\n1,2017-03,500,PB-2017-0001").problems
        == loss(.repeated(column: "month", value: "2017-03"), line: 3))
  }

  @Test func `only the close of a year that the files name moves its result`() {
    #expect(
      assembly(years: "2016,2018-01-05").problems.contains(
        BookProblem(.vouchers, line: 6, .unknown(column: "credit", value: "31050"))))
    #expect(
      assembly(years: "2017,2017-12-31").problems
        == [
          BookProblem(
            .years, line: 2,
            .dayBefore(column: "closed_on", "2017-12-31", earliest: "2018-01-01"))
        ])
  }
}
