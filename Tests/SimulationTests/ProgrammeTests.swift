import FundTesting
import RevolvingFund
import Testing

@Suite struct ProgrammeTests {
  @Test func `after every month of invented years the books are what was posted`() async throws {
    let scale = Scale.ofThisRun()
    print("\(scale.upks) UPK, \(scale.months) months, seed \(scale.seed)")
    try await FundFixture.withWorld(today: Programme.eve) { world in
      let clock = SimulatedClock(Programme.eve)
      try await Office.serving(world, clock: clock) { office in
        var programme = try await Programme.begin(scale, in: office)
        let tally = try await programme.live(scale.months)
        print("done \(tally.done.sorted { $0.key < $1.key })")
        print("refused \(tally.refused.sorted { $0.key < $1.key })")
        #expect(tally.done["repay", default: 0] > 2 * scale.months, "seed \(scale.seed)")
        for deed in ["sheet", "set off", "settle", "save", "bank"] {
          #expect(tally.done[deed, default: 0] > 0, "no \(deed), seed \(scale.seed)")
        }
        #expect(try await world.fixture.findings() == [], "seed \(scale.seed)")
      }
    }
  }
}
