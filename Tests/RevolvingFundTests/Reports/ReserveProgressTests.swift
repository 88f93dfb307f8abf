import RevolvingFund
import Testing

/// A loan of ten million due in one sum, whose reserve the books follow, and its write-off.
@Test func `a month asks for what is required less what it began with, after write-offs`() throws {
  let loan = Loan.sample(amount: 10_000_000, on: "2016-01-10", terms: .usual(1))
  let writeOff = WriteOff.sample(loan.id, 10_000_000, on: "2016-12-20")
  var ended = loan
  ended.state = .writtenOff
  ended.closedOn = "2016-12-20"
  let book = LoanBook(
    loans: [LoanHistory(loan: ended, payments: [], writeOff: writeOff)], writtenOff: [writeOff])
  func entry(_ month: Month, _ amount: Rupiah) -> TrialBalance.Movement {
    TrialBalance.Movement(
      account: .loanLossReserve, month: month, debit: max(.zero, -amount),
      credit: max(.zero, amount))
  }
  let movements = [
    entry("2016-01", 100_000), entry("2016-02", 400_000), entry("2016-05", 1_000_000),
    entry("2016-08", 3_500_000), entry("2016-11", 5_000_000), entry("2016-12", -10_000_000),
  ]
  let progress = ReserveProgress(book, movements: movements, asOf: "2016-12-31") { _ in
    .pnpmUrban
  }
  // Due on 10 February: class 2 on the last of February, 3 from May, 4 from September, 5 from
  // November on.
  #expect(
    progress.months.map(\.required) == [
      100_000, 500_000, 500_000, 500_000, 1_500_000, 1_500_000, 1_500_000, 5_000_000, 5_000_000,
      5_000_000, 10_000_000, 0,
    ])
  #expect(progress.months.map(\.missing) == progress.months.map { _ in .zero })
  #expect(progress.months[1].difference == 400_000 && progress.months[1].booked == 400_000)
  #expect(progress.months[11].before == .zero && progress.months[11].difference == .zero)
  #expect(progress.months[2].difference == .zero)
}

@Test func `what was not formed is missing, and what is too much is released`() throws {
  let book = LoanBook(
    loans: [LoanHistory(loan: .sample(amount: 10_000_000), payments: [])], writtenOff: [])
  let formed = TrialBalance.Movement(
    account: .loanLossReserve, month: "2015-12", debit: .zero, credit: 150_000)
  let progress = ReserveProgress(book, movements: [formed], asOf: "2016-01-31") { _ in .none }
  let month = try #require(progress.months.last)
  #expect(month.difference == -150_000 && month.missing == -150_000)
  #expect(month.missingByDefault == -50_000)
}
