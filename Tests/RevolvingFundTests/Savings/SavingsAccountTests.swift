import RevolvingFund
import Testing

struct SavingsAccountTests {
  private func account(_ movements: [(Day, Rupiah)]) -> SavingsAccount {
    SavingsAccount(movements: movements.map { SavingsAccount.Movement(on: $0, amount: $1) })
  }

  @Test func `a balance is that of the end of the day, and no later withdrawal may miss its money`()
  {
    let account = account([
      ("2016-01-10", 100), ("2016-01-10", -30), ("2016-03-01", 50), ("2016-02-01", -60),
    ])
    let rows: [(Day, Rupiah, Rupiah)] = [
      ("2016-01-09", 0, 0), ("2016-01-10", 70, 10), ("2016-01-31", 70, 10),
      ("2016-02-01", 10, 10), ("2016-03-01", 60, 60), ("2017-01-01", 60, 60),
    ]
    for (day, balance, available) in rows {
      #expect(account.balance(asOf: day) == balance, "\(day)")
      #expect(account.available(on: day) == available, "\(day)")
    }
    #expect(account.movements.map(\.amount) == [100, -30, -60, 50])
    #expect(account.lastDeposit(upTo: "2016-02-28") == "2016-01-10")
    #expect(account.lastDeposit(upTo: "2016-01-09") == nil)
    #expect(SavingsAccount.empty.balance(asOf: "2016-01-01") == .zero)
  }

  @Test(
    arguments: [
      // Months with a deposit, the day, the run that ends now, the longest so far.
      ([], "2016-04-15", 0, 0), (["2016-04-15"], "2016-04-14", 0, 0),
      (["2016-04-15"], "2016-04-15", 1, 1), (["2016-04-15"], "2016-05-31", 1, 1),
      (["2016-04-15"], "2016-06-01", 0, 1),
      (["2016-01-31", "2016-02-01", "2016-03-31"], "2016-03-30", 2, 2),
      (["2016-01-31", "2016-02-01", "2016-03-31"], "2016-03-31", 3, 3),
      (["2016-01-31", "2016-02-01", "2016-03-31"], "2016-05-01", 0, 3),
      (["2015-11-01", "2015-12-01", "2016-01-31", "2016-03-01"], "2016-03-01", 1, 3),
      (["2016-03-02", "2016-03-01", "2016-01-01"], "2016-03-03", 1, 1),
    ] as [([Day], Day, Int, Int)])
  func `months count in a row, each with a deposit`(
    deposits: [Day], day: Day, running: Int, longest: Int
  ) {
    let account = account(deposits.map { ($0, 10) })
    #expect(account.monthsSaved(upTo: day) == running)
    #expect(account.longestRun(upTo: day) == longest)
  }

  @Test func `a withdrawal neither makes a month nor breaks a run`() {
    let account = account([
      ("2016-01-10", 100), ("2016-02-10", 10), ("2016-02-20", -110), ("2016-03-01", 5),
      ("2016-04-01", -5),
    ])
    #expect(account.longestRun(upTo: "2016-04-30") == 3)
    #expect(account.monthsSaved(upTo: "2016-04-30") == 3)
    #expect(account.monthsSaved(upTo: "2016-05-01") == 0)
  }
}
