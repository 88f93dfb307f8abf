import RevolvingFund
import Testing

struct BorrowerStandingTests {
  private let clean: [(Day, Rupiah)] = [("2016-02-10", 5_075_000)]
  private let late: [(Day, Rupiah)] = [("2016-05-10", 5_300_000)]

  @Test func `without an earlier loan a group is new`() throws {
    #expect(BorrowerStanding(loans: [], on: "2016-02-10") == .new)
    let later = try LoanHistory.repaid(.sample(on: "2016-02-11"))
    #expect(BorrowerStanding(loans: [later], on: "2016-02-10") == .new)
  }

  @Test(arguments: [
    ("2016-01-10" as Day, BorrowerStanding.returningCurrent), ("2016-02-10", .returningCurrent),
    ("2016-02-11", .returningNotCurrent), ("2017-02-11", .returningNotCurrent),
  ])
  func `every open loan must be class 1`(day: Day, standing: BorrowerStanding) throws {
    let good = try LoanHistory.repaid(.sample(2, on: "2016-01-10", terms: .usual(12)))
    let open = try LoanHistory.repaid(.sample())
    #expect(BorrowerStanding(loans: [open, good], on: day) == standing)
  }

  @Test func `a closed loan that once was three months late spoils the standing`() throws {
    let bad = try LoanHistory.repaid(.sample(), [("2016-05-11", 5_375_000)])
    #expect(bad.loan.state == .paidOff)
    #expect(BorrowerStanding(loans: [bad], on: "2017-01-01") == .returningNotCurrent)
    let justInTime = try LoanHistory.repaid(.sample(), late)
    #expect(justInTime.loan.state == .paidOff)
    #expect(BorrowerStanding(loans: [justInTime], on: "2017-01-01") == .returningCurrent)
  }

  @Test func `only the last closed loan counts, and all that closed on its day`() throws {
    let bad = try LoanHistory.repaid(.sample(1), [("2016-05-11", 5_375_000)])
    let good = try LoanHistory.repaid(
      .sample(2, on: "2016-06-10", terms: .usual(10)), [("2016-06-11", 5_075_000)])
    #expect(BorrowerStanding(loans: [bad, good], on: "2017-01-01") == .returningCurrent)
    #expect(BorrowerStanding(loans: [bad, good], on: "2016-06-10") == .returningNotCurrent)
    let sameDay = try LoanHistory.repaid(.sample(3, on: "2016-05-10"), [("2016-05-11", 5_075_000)])
    for loans in [[bad, sameDay], [sameDay, bad]] {
      #expect(BorrowerStanding(loans: loans, on: "2017-01-01") == .returningNotCurrent)
    }
  }
}
