import RevolvingFund
import Testing

/// From satisfactory to suspended to recovered, and both ways out of that.
struct SuspensionLifeTests {
  private let good = KSMID(upk, 2)

  /// Suspended at the close of May 2016 with a list of one loan of 2,500,000, all of it due.
  private func suspended() throws -> (Books, LoanID) {
    var books = try Village.books()
    let bad = try books.addGroup("A")
    #expect(try books.addGroup("B") == good)
    let loan = try books.lend(bad, each: 500_000, months: 3, on: "2016-01-10")
    try books.close(through: "2016-06")
    return (books, loan)
  }

  private func confirm(_ books: Books, on day: Day, minutes: String = "BA-7") -> [Rejection] {
    books.refusal(
      ConfirmRecovery(upk: upk, minutes: minutes, day: day), by: Village.coordinator)
  }

  /// Recovered on 20 July 2016 with 60 %, still suspended by PAR.
  private func recovered() throws -> (Books, LoanID) {
    var (books, loan) = try suspended()
    try books.repay(loan, 1_575_000, on: "2016-07-15")
    try books.run(
      ConfirmRecovery(upk: upk, minutes: "BA-7", day: "2016-07-20"), by: Village.coordinator)
    return (books, loan)
  }

  private func authority(_ books: Books, on day: Day) throws -> LendingAuthority {
    LendingAuthority(
      book: try #require(books.facts.portfolios[upk]),
      periods: books.facts.periods[upk] ?? .empty, on: day)
  }

  @Test func `minutes without sixty percent are refused with what is missing`() throws {
    var (books, loan) = try suspended()
    #expect(books.periods.last?.suspendedSince == "2016-05")
    // The service charge of two installments, 75,000, comes out of it.
    try books.repay(loan, 1_574_999, on: "2016-07-15")
    let short = Rejection.recoveryTooSmall(
      recovered: 1_499_999, target: 1_500_000, frozen: 2_500_000)
    #expect(confirm(books, on: "2016-07-20") == [short])
    #expect(
      confirm(books, on: "2016-07-20", minutes: " ") == [.textMissing(field: .minutes), short])
    try books.repay(loan, 1, on: "2016-07-20")
    #expect(confirm(books, on: "2016-07-20") == [])
  }

  @Test func `minutes need a suspension, and one is enough`() throws {
    var books = try Village.books()
    #expect(confirm(books, on: "2016-02-01") == [.notSuspended(.notRated)])
    try books.close(through: "2016-01")
    #expect(confirm(books, on: "2016-02-01") == [.notSuspended(.notRated)])
    let (recovered, _) = try recovered()
    #expect(confirm(recovered, on: "2016-07-21") == [.notSuspended(.recovered)])
  }

  @Test func `a list that is not all due cannot be tested`() throws {
    var books = try Village.books()
    let loan = try books.lend(
      try books.addGroup("A"), each: 500_000, months: 10, on: "2016-01-10")
    try books.close(through: "2016-05")
    try books.repay(loan, 2_000_000, on: "2016-06-10")
    #expect(
      confirm(books, on: "2016-06-10") == [
        .recoveryNotTestable(frozen: 1_000_000, notYetDue: 1, finalDue: "2016-11-10")
      ])
  }

  @Test func `recovered, a UPK lends to new groups again, though PAR is as bad as before`() throws {
    var (books, _) = try recovered()
    let before = try authority(books, on: "2016-07-19")
    #expect(before.category == .suspended)
    let after = try authority(books, on: "2016-07-20")
    #expect(after.category == .recovered && after.ground == .recovery)
    #expect(after.live.category == .suspended)
    #expect(after.admits(.new) && after.admits(.returningCurrent))
    #expect(!after.admits(.returningNotCurrent))
    #expect(!after.admitsTopUp)
    try books.lend(good, each: 100_000, on: "2016-07-21")
    try books.close(through: "2016-07")
    #expect(books.periods.last?.category == .recovered)
    #expect(books.periods.last?.suspendedSince == "2016-05")
    // Not closing suspends a recovered UPK as any other.
    #expect(try authority(books, on: "2016-09-30").category == .recovered)
    #expect(try authority(books, on: "2016-10-01").ground == .monthsNotClosed)
  }

  @Test func `below twenty percent at a close ends it, and the next time has a new list`() throws {
    var (books, loan) = try recovered()
    try books.repay(loan, 1_037_500, on: "2016-07-25")
    let second = try books.lend(
      good, each: 500_000, months: 3, on: "2016-07-25")
    try books.close(through: "2016-07")
    #expect(books.periods.last?.category == .satisfactory)
    #expect(try authority(books, on: "2016-08-01").recovery == nil)
    try books.close(through: "2016-11")
    #expect(books.periods.last?.category == .suspended)
    let list = try #require(books.facts.periods[upk]?.suspension)
    #expect(list.since == "2016-11")
    #expect(list.loans.map(\.loan) == [second])
    #expect(books.facts.periods[upk]?.recovery == nil)
  }

  @Test func `new loans going bad alone end a recovery with a new list of all`() throws {
    var (books, loan) = try recovered()
    let second = try books.lend(
      good, each: 500_000, months: 3, on: "2016-07-21")
    try books.close(through: "2016-10")
    #expect(books.periods.last?.category == .recovered)
    try books.close(through: "2016-11")
    #expect(books.periods.last?.category == .suspended)
    #expect(books.periods.last?.suspendedSince == "2016-11")
    let list = try #require(books.facts.periods[upk]?.suspension)
    #expect(list.loans.map(\.loan) == [loan, second])
    #expect(try authority(books, on: "2016-12-01").category == .suspended)
  }

  @Test func `writing the frozen loan off ends nothing for twelve months`() throws {
    var (books, loan) = try suspended()
    books.writtenOff = [.sample(loan, 2_500_000, on: "2016-07-15")]
    try books.close(through: "2017-06")
    #expect(books.periods.last?.category == .suspended)
    #expect(books.facts.periods[upk]?.suspension?.since == "2016-05")
    #expect(try authority(books, on: "2017-07-01").recovery?.recovered == .zero)
  }
}
