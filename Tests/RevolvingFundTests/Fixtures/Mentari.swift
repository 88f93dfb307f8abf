import RevolvingFund

/// BKM Mentari's history: a reconstruction that ends where the paper's 2017 ends, by the rules.
///
/// The vouchers of 2017 follow from two rules that give back all figures of Table 3: Rp 419 of
/// interest a day, and a fee of Rp 10,000 with 20 % tax on the interest, fraction dropped
/// (rules.md 8.5).
enum Mentari {
  /// Days of interest that the paper's months show: 29 in September, 30 in October.
  static let interestDays: [Int64] = [31, 28, 31, 30, 31, 30, 31, 31, 29, 30, 30, 31]

  static func books() throws(Refusal) -> Books {
    var books = try Village.books()
    let late = try [books.addGroup("A", members: 10), books.addGroup("B", members: 10)]
    let good = try [books.addGroup("C"), books.addGroup("D")]
    let first = try good.map { group throws(Refusal) in
      try books.lend(group, each: 767_000, months: 3, on: "2016-01-12")
    }
    for day in ["2016-02-12", "2016-03-12"] as [Day] {
      for loan in first { try books.repay(loan, 1_278_330 + 57_525, on: day) }
    }
    for loan in first { try books.repay(loan, 1_278_340 + 57_525, on: "2016-04-12") }
    try books.close(through: "2016-04")
    let troubled = try late.map { group throws(Refusal) in
      try books.lend(group, each: 822_000, on: "2016-05-10")
    }
    for loan in troubled { try books.repay(loan, 2_178_300, on: "2016-06-10") }
    try books.close(through: "2016-12")
    try books.run(PostJournal(upk: upk, lines: journal()), by: Village.bookkeeper)
    try books.close(through: "2017-11")
    for group in good { try books.lend(group, each: 767_000, on: "2017-12-29") }
    try books.close(through: "2017-12")
    return books
  }

  /// Three vouchers a month.
  static func journal() -> [PostJournal.Line] {
    interestDays.enumerated().flatMap { index, days in
      let interest = Rupiah(days * 419)
      let rows: [(AccountCode, AccountCode, Rupiah)] = [
        (.bank, .otherIncome, interest), (.bankFees, .bank, 10_000),
        (.bankTax, .bank, Rupiah(interest.amount / 5)),
      ]
      return rows.enumerated().map { row, entry in
        PostJournal.Line(
          number: index * 3 + row + 1, day: Month(year: 2017, month: index + 1).last,
          description: "bank", debit: entry.0, credit: entry.1, amount: entry.2, reference: nil)
      }
    }
  }
}
