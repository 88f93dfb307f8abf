import FundStore
import FundTesting
import RevolvingFund
import Testing

/// Two daemons behind one address are two stores on one database: nothing else is theirs.
@Suite struct TwoStoresTests {
  /// What came of a request at each of two stores that got it at the same time.
  private struct Answers: Sendable {
    let request: Int
    let recorded: Recorded
  }

  @Test func `what goes to either of two daemons is recorded once, in one chain`() async throws {
    try await FundFixture.withWorld(writers: 3) { world in
      let other = try await world.secondUPK()
      let second = try await FundFixture.openStore(world.fixture.connectionString, writers: 3)
      var calls: [(world: FundWorld, command: any Command, request: WriteRequest)] = []
      for unit in [world, other] {
        let loan = try await unit.disbursedLoan(try await unit.registerKSM(members: 5))
        for number in 0..<24 {
          let command: any Command =
            number.isMultiple(of: 3)
            ? unit.voucher(.bank, .cash, on: "2016-02-21")
            : unit.repayment(loan, Rupiah(1000), on: day("2016-02-20"))
          calls.append((unit, command, world.fixture.request(by: unit.bookkeeper)))
        }
      }
      let before = [
        try await world.store.verifyChain(world.upk.id).verified,
        try await world.store.verifyChain(other.upk.id).verified,
      ]

      // Each request goes to both at once, and twice to each, as from clients that got no answer.
      let sent = calls
      let answers = try await withThrowingTaskGroup(of: Answers.self) { group in
        for _ in 0..<2 {
          for (number, call) in sent.enumerated() {
            for store in [world.store, second] {
              group.addTask {
                Answers(
                  request: number, recorded: try await store.run(call.command, call.request))
              }
            }
          }
        }
        return try await group.reduce(into: [Int: [Recorded]]()) {
          $0[$1.request, default: []].append($1.recorded)
        }
      }
      await second.close()

      for (number, recorded) in answers {
        #expect(recorded.count == 4 && recorded.count { !$0.isReplay } == 1, "request \(number)")
        #expect(Set(recorded.map(\.sequence)).count == 1)
        #expect(Set(recorded.map(\.vouchers)).count == 1)
        #expect(Set(recorded.map(\.outcome)).count == 1)
      }
      for (unit, verified) in zip([world, other], before) {
        let report = try await world.store.verifyChain(unit.upk.id)
        #expect(report.isIntact && report.verified == verified + 24)
        #expect(try await world.fixture.findings(of: unit.upk.id).isEmpty)
      }
      let places = answers.values.compactMap { $0.first?.vouchers.first }
      #expect(Set(places).count == 24, "both UPK number their vouchers alike and without gaps")
    }
  }

  @Test func `of two daemons that pay out one application exactly one does`() async throws {
    try await FundFixture.withWorld { world in
      let second = try await FundFixture.openStore(world.fixture.connectionString)
      let application = try await world.approvedApplication(
        try await world.registerKSM(members: 5))
      let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
        for store in [world.store, second] {
          group.addTask {
            do {
              let request = world.fixture.request(by: world.cashier)
              return try await !store.run(world.disbursement(application), request).isReplay
            } catch is Refusal {
              return false
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      await second.close()
      #expect(outcomes.count { $0 } == 1)
      #expect(try await world.store.verifyChain(world.upk.id).isIntact)
    }
  }
}
