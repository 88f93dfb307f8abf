import RevolvingFund
import Testing

/// What hangs on the wall is what books and loans say of the month's end.
struct NoticeBoardTests {
  private func board(_ books: Books, _ month: Month, isClosed: Bool) throws -> NoticeBoard {
    let book = try #require(books.facts.portfolios[upk])
    return NoticeBoard(
      month, book: book, movements: books.movements(upTo: month.last),
      periods: books.facts.periods[upk] ?? .empty,
      closed: isClosed ? books.periods.first { $0.month == month } : nil)
  }

  @Test func `Mentari's December shows its loans, its suspension and the twelve months`() throws {
    let board = try board(Mentari.books(), "2017-12", isClosed: true)
    #expect(board.isClosed && board.category == .suspended)
    #expect(board.classes.map(\.balance) == [7_670_000, 0, 0, 0, 12_330_000])
    #expect(board.classes.map(\.loans) == [2, 0, 0, 0, 2])
    #expect(board.outstanding == 20_000_000 && board.par.percent == "61.65")
    #expect(board.groups == 4 && board.borrowers == 30)
    #expect(board.traffic.loans == 2 && board.traffic.lent == 7_670_000)
    #expect(board.traffic.principal == 0 && board.traffic.serviceCharge == 0)
    // Table 3 of the paper: 152,097 of income and 150,414 of cost.
    #expect(board.income == 152_097 && board.cost == 150_414 && board.profit == 1_683)
    #expect(board.readings.map(\.month).first == "2017-01" && board.readings.count == 12)
    #expect(board.readings.map(\.income).first == 12_989)
    #expect(board.readings.map(\.cost).first == 12_597)
    #expect(board.readings.total(\.income) == board.income)
    #expect(board.readings.total(\.cost) == board.cost)
    #expect(board.readings.prefix(11).allSatisfy { $0.par.percent == "100.00" })
  }

  @Test func `what moved in a month is counted in it alone`() throws {
    let books = try Mentari.books()
    let june = try board(books, "2016-06", isClosed: true)
    #expect(
      june.traffic.loans == 0 && june.traffic.principal + june.traffic.serviceCharge == 4_356_600)
    let may = try board(books, "2016-05", isClosed: true)
    #expect(may.traffic.loans == 2 && may.traffic.lent == 16_440_000)
    #expect(may.category == .satisfactory && may.readings.last?.par.percent == "0.00")
  }

  @Test func `before its close a month shows the authority of its last day`() throws {
    let books = try Mentari.books()
    let open = try board(books, "2017-12", isClosed: false)
    #expect(!open.isClosed && open.category == .suspended)
  }

  @Test func `a fund that lent nothing is not rated`() throws {
    let empty = try board(Village.books(), "2015-12", isClosed: false)
    #expect(empty.category == .notRated && empty.par.percent == nil)
    #expect(empty.outstanding == 0 && empty.groups == 0 && empty.borrowers == 0)
    #expect(empty.classes.count == 5 && empty.readings.allSatisfy { $0.par.percent == nil })
  }

  @Test func `a write-off leaves PAR, and the sheet says what PAR would be with it`() throws {
    let books = try Mentari.books()
    let book = try #require(books.facts.portfolios[upk])
    func board(_ day: Day) -> NoticeBoard {
      NoticeBoard(
        "2017-12",
        book: LoanBook(
          loans: book.loans, writtenOff: [.sample(LoanID(upk, 4), 5_000_000, on: day)]),
        movements: books.movements(upTo: "2017-12-31"), periods: .empty, closed: nil)
    }
    let recent = board("2017-01-01")
    #expect(recent.writtenOff == 5_000_000 && recent.par.percent == "61.65")
    // (12,330,000 + 5,000,000) of (20,000,000 + 5,000,000).
    #expect(recent.parWithWriteOffs.percent == "69.32")
    let longAgo = board("2016-12-31")
    #expect(longAgo.writtenOff == .zero && longAgo.parWithWriteOffs == longAgo.par)
  }

  @Test func `a January stands for itself in the year before`() throws {
    let board = try board(Mentari.books(), "2017-03", isClosed: true)
    #expect(board.readings.first?.month == "2016-04")
    let ofYear = board.readings.suffix(3)
    #expect(ofYear.total(\.income) == board.income && ofYear.total(\.cost) == board.cost)
    #expect(board.readings.first { $0.month == "2017-01" }?.income == 12_989)
  }
}
