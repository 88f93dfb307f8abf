import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf

// What the bookkeeper does beside the loans: vouchers by hand, the cash, assets, years.
extension UnitLife {
  /// A week of the books.
  mutating func keepBooks(in week: ClosedRange<Day>) async throws {
    if random.oneIn(3) { try await post(41020, on: anyDay(of: week), takeBackOn: week.upperBound) }
    if random.oneIn(3) {
      let cost = [51030, 51040, 51060, 51010].randomElement(using: &random) ?? 51060
      try await post(Int32(cost), on: anyDay(of: week), takeBackOn: week.upperBound)
    }
    if random.oneIn(4) { try await countCash(on: week.upperBound) }
    if random.oneIn(8) { try await receiveUnnamed(on: week.upperBound) }
    if random.oneIn(20) { try await buy(on: week.upperBound) }
  }

  /// Income comes to the bank and cost is paid from it; now and then that is taken back.
  private mutating func post(_ account: Int32, on day: Day, takeBackOn end: Day) async throws {
    let isIncome = account < 50_000
    let amount = Int64.random(in: 1...30_000, using: &random)
    let voucher = try await voucher(
      debit: isIncome ? 11021 : account, credit: isIncome ? account : 11021, amount, on: day)
    guard let voucher, random.oneIn(6) else { return }
    let client = Bergulir_V1_JournalService.Client(wrapping: office.client)
    let desk = office.desk(.manager)
    let parent = name
    _ = try await attempt("reverse") {
      try await client.reverseVoucher(
        .with {
          $0.write = writing(on: end)
          $0.parent = parent
          $0.voucher = voucher
          $0.reason = "Salah akun"
        }, metadata: desk)
    }
  }

  /// Books one voucher; its number where that was done.
  mutating func voucher(
    debit: Int32, credit: Int32, _ amount: Int64, on day: Day
  ) async throws -> String? {
    let client = Bergulir_V1_JournalService.Client(wrapping: office.client)
    let desk = office.desk(.bookkeeper)
    let parent = name
    let answer = try await attempt("post") {
      try await client.postJournal(
        .with {
          $0.write = writing(on: day)
          $0.parent = parent
          $0.vouchers = [
            .with {
              $0.line = 1
              $0.date = day.description
              $0.description_p = "Buku harian"
              $0.debit = debit
              $0.credit = credit
              $0.amount = amount
            }
          ]
        }, metadata: desk)
    }
    return answer?.receipt.vouchers.first
  }

  /// The cash box holds what the books say, or somewhat less or more, which is then booked.
  private mutating func countCash(on day: Day) async throws {
    let parent = name
    let held = try await Bergulir_V1_CapitalService.Client(wrapping: office.client).getCapital(
      .with {
        $0.parent = parent
        $0.asOf = day.description
      }, metadata: office.desk(.manager)
    ).cash
    let off = random.oneIn(4) ? Int64.random(in: -5...5, using: &random) * 500 : 0
    let witness = "persons/\(world.boardMember.value)"
    let client = Bergulir_V1_CashCountService.Client(wrapping: office.client)
    let cashier = office.desk(.cashier)
    let answer = try await attempt("count") {
      try await client.recordCashCount(
        .with {
          $0.write = writing(on: day)
          $0.parent = parent
          $0.counted = max(0, held + off)
          $0.witness = witness
        }, metadata: cashier)
    }
    guard let answer, answer.difference != 0 else { return }
    let bookkeeper = office.desk(.bookkeeper)
    _ = try await attempt("book difference") {
      try await client.bookCashDifference(
        .with {
          $0.write = writing(on: day)
          $0.name = answer.receipt.name
        }, metadata: bookkeeper)
    }
  }

  /// Something for the office, bought from the bank account and put on the register.
  private mutating func buy(on day: Day) async throws {
    let cost = Int64.random(in: 10...40, using: &random) * 1000
    guard let voucher = try await voucher(debit: 12020, credit: 11021, cost, on: day) else {
      return
    }
    let life = Int32.random(in: 1...24, using: &random)
    let client = Bergulir_V1_AssetService.Client(wrapping: office.client)
    let desk = office.desk(.bookkeeper)
    let parent = name
    _ = try await attempt("register") {
      try await client.registerAsset(
        .with {
          $0.write = writing(on: day)
          $0.parent = parent
          $0.displayName = "Kalkulator"
          $0.cost = cost
          $0.boughtOn = day.description
          $0.life = life
          $0.voucher = voucher
        }, metadata: desk)
    }
  }

  /// Books what the assets lost in a month, before it is closed.
  mutating func depreciate(_ month: Month) async throws {
    let client = Bergulir_V1_AssetService.Client(wrapping: office.client)
    let desk = office.desk(.bookkeeper)
    let parent = name
    _ = try await attempt("depreciate") {
      try await client.depreciateAssets(
        .with {
          $0.write = writing(on: month.last)
          $0.parent = parent
          $0.month = month.description
        }, metadata: desk)
    }
  }

  /// Closes a year, and lets the meeting decide what becomes of its profit.
  mutating func closeYear(_ year: Int, on day: Day) async throws {
    let client = Bergulir_V1_PeriodService.Client(wrapping: office.client)
    let bookkeeper = office.desk(.bookkeeper)
    let parent = name
    let closed = try await attempt("close year") {
      try await client.closeYear(
        .with {
          $0.write = writing(on: day)
          $0.parent = parent
          $0.year = Int32(year)
        }, metadata: bookkeeper)
    }
    guard closed != nil else { return }
    let supervisors = Int32.random(in: 1...5000, using: &random)
    let profits = Bergulir_V1_ProfitService.Client(wrapping: office.client)
    let coordinator = office.desk(.coordinator)
    _ = try await attempt("allocate") {
      try await profits.allocateProfit(
        .with {
          $0.write = writing(on: day)
          $0.name = "\(parent)/years/\(year)"
          $0.minutes = "RWT"
          $0.parts = [("capital", 10_000 - supervisors), ("supervisors", supervisors)].map {
            purpose, hundredths in
            .with {
              $0.purpose = purpose
              $0.hundredths = hundredths
            }
          }
        }, metadata: coordinator)
    }
  }
}
