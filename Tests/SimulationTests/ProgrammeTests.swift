import FundTesting
import RevolvingFund
import Testing

@Suite struct ProgrammeTests {
  /// Lives one programme after the other, each with its own seed and database, until as much was
  /// done as the scale asks for.
  @Test func `after every month of invented years the books are what was posted`() async throws {
    let scale = Scale.ofThisRun()
    print("\(scale.upks) UPK, \(scale.months) months, seed \(scale.seed)")
    let progress = Progress(scale)
    var tally = Tally()
    var seed = scale.seed
    let end = ContinuousClock.now + .seconds(60 * Int64(min(scale.minutes, 1_000_000)))
    repeat {
      let life = try await life(scale.seeded(seed), progress, after: tally.operations)
      tally.add(life.tally)
      if let failure = FailingLife(life, scale: scale.seeded(seed)) {
        Issue.record("seed \(seed): \(failure.finding)")
        let shortest = try await failure.shortest(tries: scale.isLong ? 60 : 10)
        return print("The shortest story with it:\n\(shortest)")
      }
      // Every UPK of a programme has a seed of its own.
      seed &+= UInt64(scale.upks)
    } while tally.operations < scale.operations && ContinuousClock.now < end
    print("done \(tally.done.sorted { $0.key < $1.key })")
    print("refused \(tally.refused.sorted { $0.key < $1.key })")
    print("\(tally.operations) operations, seed \(scale.seed)")
    #expect(tally.done["repay", default: 0] > scale.months, "seed \(scale.seed)")
    for deed in [
      "sheet", "sheet left undone", "set off", "settle", "save", "bank", "withdraw from the bank",
      "post", "count", "close year", "assign",
    ] {
      #expect(tally.done[deed, default: 0] > 0, "no \(deed), seed \(scale.seed)")
    }
  }

  private func life(
    _ scale: Scale, _ progress: Progress, after done: Int
  ) async throws -> Life {
    try await Programme.life(scale, Story(months: scale.months)) { month, operations in
      progress.say("seed \(scale.seed), \(month)", operations: done + operations)
    }
  }
}
