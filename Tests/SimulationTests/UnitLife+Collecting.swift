import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf

// What a meeting collects on a sheet: several lines on one loan, now and then a bad one.
extension UnitLife {
  /// Records an amount in two lines; what the sheet says of them is what is on the books.
  mutating func collect(_ place: Int, _ loan: OpenLoan, _ amount: Rupiah, on day: Day) async throws
  {
    var lines = sheet(loan, amount)
    // The first sheet of a life has a bad line, and is all or nothing; so is every fourth.
    let turn = tally.done["sheet", default: 0]
    let isWhole = turn.isMultiple(of: 2)
    if turn.isMultiple(of: 4) || random.oneIn(4) {
      lines.insert(
        .with {
          $0.loan = "\(name)/loans/999999"
          $0.amount = 1
        }, at: Int.random(in: 0...lines.count, using: &random))
    }
    let sent = lines
    let client = Bergulir_V1_RepaymentService.Client(wrapping: office.client)
    let desk = office.desk(.loanOfficer)
    let parent = name
    let before = try await receipts()
    let answer = try await attempt("sheet") {
      try await client.recordSheet(
        .with {
          $0.write = writing(on: day)
          $0.parent = parent
          $0.lines = sent
          $0.allOrNothing = isWhole
        }, metadata: desk)
    }
    guard let answer else { return }
    let booked = try await receipts() - before
    check(booked == Int64(answer.recorded), "a sheet says what is booked", "\(day)")
    check(
      Int(answer.recorded + answer.refused) == sent.count || isWhole,
      "a sheet answers for every line", "\(day)")
    check(!isWhole || answer.refused == 0 || booked == 0, "no sheet is half booked", "\(day)")
    if isWhole && answer.refused > 0 { note("sheet left undone") }
    let recorded = answer.results.filter(\.hasRecorded).map(\.recorded)
    let paid = recorded.reduce(0) { $0 + $1.principal + $1.serviceCharge }
    groups[place].loan =
      recorded.contains { $0.state != "active" } ? nil : loan.paying(Rupiah(paid))
  }

  private mutating func sheet(_ loan: OpenLoan, _ amount: Rupiah) -> [Bergulir_V1_SheetLine] {
    let first = Int64.random(in: 0...amount.amount, using: &random)
    return [first, amount.amount - first].filter { $0 > 0 }.map { part in
      .with {
        $0.loan = loan.name
        $0.amount = part
      }
    }
  }

  /// How many receipts the unit has.
  private func receipts() async throws -> Int64 {
    try await world.fixture.rows(
      of: "select from fund.repayment where upk_id = \(world.upk.id.value)",
      on: world.fixture.today)
  }
}
