import FundAPI

@testable import RevolvingFund

/// Boards of which pages are kept: Mentari's December, and one of a large fund.
enum KeptBoards {
  static let mentari = NoticeBoard(
    month: Month(year: 2017, month: 12), isClosed: true, category: .suspended,
    capital: capital([(.bank, .capitalBLM, 20_000_000), (.loans, .bank, 19_526_717)], in: 2016),
    classes: classes([(2, 7_670_000), (0, 0), (0, 0), (0, 0), (2, 12_330_000)]), groups: 4,
    borrowers: 30, writtenOff: .zero,
    traffic: NoticeBoard.Traffic(
      loans: 2, lent: Rupiah(7_670_000), principal: .zero, serviceCharge: .zero),
    readings: (1...12).map { number in
      let interest = [31, 28, 31, 30, 31, 30, 31, 31, 29, 30, 30, 31][number - 1] * Int64(419)
      return NoticeBoard.Reading(
        month: Month(year: 2017, month: number),
        par: Indicator(.par, Ratio(12_330_000, number == 12 ? 20_000_000 : 12_330_000)),
        income: Rupiah(interest), cost: Rupiah(10_000 + interest / 5))
    }, income: Rupiah(152_097), cost: Rupiah(150_414))

  /// The largest figures of a UPK, with a loss, a month without loans, and a correction.
  static let large = NoticeBoard(
    month: Month(year: 2026, month: 6), isClosed: false, category: .satisfactory,
    capital: capital(
      [(.bank, .capitalBLM, 98_765_432_109), (.loans, .bank, 87_654_321_098)], in: 2020),
    classes: classes([
      (1_234, 65_432_109_876), (123, 12_345_678_901), (12, 4_321_098_765), (7, 3_210_987_654),
      (99, 2_345_678_902),
    ]), groups: 1_475, borrowers: 14_750,
    writtenOff: Rupiah(5_678_901_234),
    traffic: NoticeBoard.Traffic(
      loans: 118, lent: Rupiah(5_900_000_000), principal: Rupiah(4_987_654_321),
      serviceCharge: Rupiah(1_234_567_890)),
    readings: (0..<12).map { place in
      NoticeBoard.Reading(
        month: Month(year: 2025, month: 7).adding(place),
        par: Indicator(.par, Ratio(Int64(place) * 2, place == 0 ? 0 : 100)),
        income: Rupiah(place == 7 ? -250_000_000 : 900_000_000 + Int64(place) * 30_000_000),
        cost: Rupiah(1_100_000_000 - Int64(place) * 20_000_000))
    }, income: Rupiah(5_430_000_000), cost: Rupiah(6_010_000_000))

  private static func capital(
    _ postings: [(AccountCode, AccountCode, Int64)], in year: Int
  ) -> CapitalSheet {
    let month = Month(year: year, month: 1)
    let movements = postings.flatMap { debit, credit, amount in
      [
        TrialBalance.Movement(
          account: debit, month: month, debit: Rupiah(amount), credit: .zero),
        TrialBalance.Movement(
          account: credit, month: month, debit: .zero, credit: Rupiah(amount)),
      ]
    }
    return CapitalSheet(TrialBalance(asOf: month.last, movements: movements))
  }

  private static func classes(_ lines: [(loans: Int, balance: Int64)]) -> [NoticeBoard.ClassLine] {
    zip(Collectability.allCases, lines).map {
      NoticeBoard.ClassLine(collectability: $0, loans: $1.loans, balance: Rupiah($1.balance))
    }
  }
}
