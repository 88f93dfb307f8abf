@testable import RevolvingFund

extension PeriodRecord {
  /// What is left by closing every month of a book, from its first loan or a month on.
  static func closed(
    _ book: LoanBook, through last: Month, recovered: (since: Month, from: Day)? = nil
  ) -> PeriodRecord {
    var record = PeriodRecord.empty
    var month = book.loans.map(\.loan.disbursedOn.month).min() ?? last
    while month <= last {
      let (category, suspension) = record.closing(month, book: book)
      let minutes = recovered.map {
        Recovery(
          upk: upk, since: $0.since, minutes: "BA-9", from: $0.from, confirmedBy: PersonID(3))
      }
      record = PeriodRecord(
        last: ClosedPeriod(
          upk: upk, month: month, version: 1, closedOn: month.adding(1).first,
          closedBy: PersonID(5), indicators: [], gate: book.gate(on: month.last),
          reserve: nil, category: category, suspendedSince: suspension?.since),
        suspension: suspension,
        recovery: minutes?.since == suspension?.since ? minutes : nil)
      month = month.adding(1)
    }
    return record
  }
}
