import FundTesting
import RevolvingFund
import Testing

@testable import FundStore

/// A group is nothing but a faster way to do the same: row by row, hash by hash.
@Suite struct EquivalenceTests {
  @Test(.onOneServer("there a group is of one shard"), arguments: [2, 7, 64, 256])
  func `a group leaves what its calls leave one by one`(size: Int) async throws {
    let seed = UInt64.random(in: 0...UInt64(UInt32.max))
    print("groups of \(size), seed \(seed)")
    try await FundFixture.withTwins(named: "twins", Self.prepare) { grouped, single in
      let together = StillSession(grouped.fixture)
      let apart = StillSession(single.fixture)
      var calls = RandomCalls(world: grouped, random: SeededRandom(seed: seed))
      var tally = (answered: 0, refused: 0)
      for _ in 0..<max(3, 300 / size) {
        let group = (0..<size).map { _ in calls.next() }
        let outcomes = try await together.run(group)
        for (call, outcome) in zip(group, outcomes) {
          #expect(try await apart.run([call]) == [outcome], "seed \(seed)")
          tally.answered += 1
          tally.refused += outcome.contains("refused") ? 1 : 0
        }
      }
      #expect(try await grouped.fixture.rows() == single.fixture.rows(), "seed \(seed)")
      #expect(try await grouped.fixture.findings().isEmpty, "seed \(seed)")
      #expect(tally.answered - tally.refused > 50, "seed \(seed)")
      #expect(tally.refused > 20, "seed \(seed)")
      await together.end()
      await apart.end()
    }
  }

  /// Two UPK with three loans each, and a clock of the database that stands still, so that both
  /// sides record at the same time.
  private static let prepare: @Sendable (FundWorld) async throws -> Void = { world in
    for unit in [world, try await world.secondUPK()] {
      for _ in 0..<3 {
        _ = try await unit.disbursedLoan(try await unit.registerKSM(members: 5))
      }
    }
    try await world.fixture.stopClock()
  }
}

/// Invented calls: repayments, sheets, vouchers and visits, good ones and bad ones, some twice.
private struct RandomCalls {
  let world: FundWorld
  var random: SeededRandom
  private var made: [CommandCall] = []

  init(world: FundWorld, random: SeededRandom) {
    self.world = world
    self.random = random
  }

  private mutating func any(_ range: ClosedRange<Int64>) -> Int64 {
    .random(in: range, using: &random)
  }

  private mutating func oneIn(_ times: Int64) -> Bool { any(1...times) == 1 }

  mutating func next() -> CommandCall {
    if oneIn(8), let call = made.randomElement(using: &random) {
      return oneIn(2) ? call : altered(call)
    }
    let call =
      oneIn(12)
      ? CommandCall(inTurn: (0..<3).map { _ in pending(repayment()) })
      : CommandCall(pending(command()))
    made.append(call)
    return call
  }

  /// The same request with another content.
  private mutating func altered(_ call: CommandCall) -> CommandCall {
    CommandCall(PendingCommand(command: command(), request: call.commands[0].request))
  }

  private mutating func pending(_ command: any Command) -> PendingCommand {
    PendingCommand(
      command: command,
      request: world.fixture.request(
        by: oneIn(2) ? world.cashier : world.bookkeeper, isDryRun: oneIn(15)))
  }

  private mutating func command() -> any Command {
    switch any(0...9) {
    case 0: voucher(.bank, .cash)
    case 1: voucher(AccountCode(51020), .cash)
    case 2: voucher(.savingsBank, .savingsCash)
    case 3, 4: visit()
    default: repayment()
    }
  }

  private mutating func day() -> Day {
    FundTesting.day("2016-01-15").addingDays(Int32(any(0...340)))
  }

  private mutating func loan() -> LoanID {
    LoanID(UPKID(any(1...2)), oneIn(20) ? 4 : any(1...3))
  }

  /// Few enough that some are used twice.
  private mutating func reference() -> String? {
    oneIn(3) ? "N-\(any(1...40))" : nil
  }

  private mutating func repayment() -> RecordRepayment {
    RecordRepayment(
      loan: loan(), amount: Rupiah(oneIn(15) ? any(-1...9_000_000) : any(1...200_000)),
      account: oneIn(4) ? .bank : .cash, reference: reference(),
      excess: oneIn(3) ? .hold : .refuse, day: day())
  }

  private mutating func voucher(_ debit: AccountCode, _ credit: AccountCode) -> PostJournal {
    PostJournal(
      upk: UPKID(any(1...2)),
      lines: [
        PostJournal.Line(
          number: 1, day: day(), description: "Bukti", debit: debit, credit: credit,
          amount: Rupiah(any(0...40_000)), reference: reference())
      ])
  }

  private mutating func visit() -> RecordVisit {
    RecordVisit(
      loan: loan(), member: any(1...6), companion: world.boardMember,
      received: Rupiah(any(0...1_000_001)), use: .asApplied, beneficiary: nil, note: "",
      reference: "", day: day())
  }
}
