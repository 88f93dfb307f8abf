import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

@Test func `the close of a month says which assets it did not depreciate`() async throws {
  try await Daemon.serving { daemon in
    let desks = try await Desks(daemon)
    let world = daemon.world
    func line(_ number: Int, _ debit: AccountCode, _ credit: AccountCode) -> PostJournal.Line {
      PostJournal.Line(
        number: number, day: day("2015-03-10"), description: "Lemari", debit: debit,
        credit: credit, amount: Rupiah(1_201), reference: nil)
    }
    try await world.fixture.run(
      PostJournal(
        upk: world.upk.id,
        lines: [line(1, .bank, .otherIncome), line(2, .equipment, .bank)]), by: world.bookkeeper)
    try await world.fixture.run(
      RegisterAsset(
        upk: world.upk.id, name: "Lemari", cost: Rupiah(1_201), boughtOn: day("2015-03-10"),
        life: 12, voucher: VoucherNumber(kind: .cashPayment, year: 2015, number: 1),
        day: day("2015-03-11")), by: world.bookkeeper)
    try await world.close(through: month("2015-03"))
    let periods = Bergulir_V1_PeriodService.Client(wrapping: daemon.client)
    func close(_ month: String, on day: String) async throws -> [Int64] {
      try await periods.closePeriod(
        .with {
          $0.write = writing(on: day)
          $0.parent = malabutor
          $0.month = month
        }, metadata: desks.bookkeeper
      ).notDepreciated
    }
    #expect(try await close("2015-04", on: "2015-05-02") == [1])
    try await world.fixture.run(
      DepreciateAssets(upk: world.upk.id, month: month("2015-05")), by: world.bookkeeper)
    #expect(try await close("2015-05", on: "2015-06-02") == [])
  }
}
