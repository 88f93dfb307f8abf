import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

/// A server's clock that a machine lost, or that somebody sets, while people are at work.
@Suite struct ClockJumpTests {
  private static let clerks = 6
  private static let vouchers = 20
  /// When people work, and where the clock goes besides: back by months, to a day before the
  /// office opened, on by a year, and past the end of every token.
  private static let today = day("2016-03-01")
  private static let wrong = [
    day("2015-11-30"), day("2016-02-29"), day("2017-03-01"), day("2100-01-01"),
  ]

  @Test func `while the clock jumps a call is refused or recorded, and recorded once`()
    async throws
  {
    var random = SeededRandom(seed: Scale.ofThisRun().seed)
    let jumps = (0..<10_000).map { _ in
      random.oneIn(2) ? Self.today : Self.wrong.randomElement(using: &random) ?? Self.today
    }
    try await FundFixture.withWorld(today: Programme.eve) { world in
      let before = try await vouchers(in: world)
      let clock = SimulatedClock(Programme.eve)
      let refusals = try await Office.serving(world, clock: clock) { office in
        let jumping = Task {
          for jump in jumps where !Task.isCancelled {
            clock.set(jump)
            try await Task.sleep(for: .milliseconds(1))
          }
          clock.set(Self.today)
        }
        defer { jumping.cancel() }
        return try await withThrowingTaskGroup { clerks in
          for clerk in 0..<Self.clerks { clerks.addTask { try await work(clerk, at: office) } }
          return try await clerks.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
        }
      }
      print("refused while the clock jumped: \(refusals)")
      #expect(Set(refusals.keys) == ["DAY_IN_FUTURE", "TOKEN_EXPIRED"])
      #expect(
        try await vouchers(in: world) - before
          == Int64(Self.clerks * Self.vouchers))
      #expect(try await world.fixture.findings() == [])
    }
  }

  /// Posts vouchers, each under its request id until it is answered; what was refused on the way.
  private func work(_ clerk: Int, at office: Office) async throws -> [String: Int] {
    let client = Bergulir_V1_JournalService.Client(wrapping: office.client)
    var refusals: [String: Int] = [:]
    for number in 0..<Self.vouchers {
      let request = voucher(of: clerk, number, in: office.world.upk)
      while true {
        do {
          _ = try await client.postJournal(request, metadata: office.desk(.bookkeeper))
          break
        } catch let error as RPCError {
          refusals[Problem(error)?.first.reason ?? "\(error)", default: 0] += 1
        }
      }
    }
    return refusals
  }

  private func vouchers(in world: FundWorld) async throws -> Int64 {
    try await world.fixture.rows(of: "select from fund.voucher", on: Self.today)
  }

  private func voucher(of clerk: Int, _ number: Int, in upk: UPK) -> Bergulir_V1_PostJournalRequest
  {
    .with {
      $0.write = writing(on: Self.today)
      $0.parent = "upks/\(upk.code)"
      $0.vouchers = [
        .with {
          $0.line = 1
          $0.date = Self.today.description
          $0.description_p = "Buku harian"
          $0.debit = 11021
          $0.credit = 41020
          $0.amount = Int64(clerk * 1000 + number + 1)
        }
      ]
    }
  }
}
