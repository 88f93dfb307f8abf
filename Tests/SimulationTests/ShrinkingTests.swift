import FundTesting
import RevolvingFund
import Testing

/// That a failing life is told by the little of it that failed.
@Suite struct ShrinkingTests {
  @Test(arguments: [[7], [0], [99], [3, 60], [0, 1, 98, 99], [10, 20, 30, 40, 50, 60]])
  func `of a hundred elements just those are left that fail together`(
    guilty: [Int]
  ) async {
    var shrinking = Shrinking(tries: 1000)
    let left = await shrinking.fewest(of: Array(0..<100)) { Set(guilty).isSubset(of: $0) }
    #expect(left == guilty)
    #expect(shrinking.tries > 500)
  }

  @Test func `it tries no more often than it may, and what is left still fails`() async {
    var shrinking = Shrinking(tries: 5)
    var tried = 0
    let left = await shrinking.fewest(of: Array(0..<100)) {
      tried += 1
      return $0.contains(77)
    }
    #expect(tried == 5 && left.contains(77) && left.count < 100)
  }

  @Test func `a fault that follows from one deed of a quarter is told by the steps that it needs`()
    async throws
  {
    // Whoever takes a voucher back alters a posting, behind everybody's back.
    let meddling: Meddling = { programme in
      guard programme.tally.done["reverse", default: 0] > 0 else { return }
      try await programme.office.world.fixture.script(
        """
        update fund.posting set amount = amount + 1
        where (upk_id, seq) in (select upk_id, seq from fund.event where kind = 'journal.reverse')
        """)
    }
    let scale = Scale.small(seed: Scale.ofThisRun().seed)
    let failing = try await FailingLife.first(scale, months: 6, meddling: meddling)
    let failure = try #require(failing, "seed \(scale.seed)")
    let whole = failure.chapters.count
    let shortest = try await failure.shortest(tries: 8)
    print("seed \(scale.seed): of \(whole) steps\n\(shortest)")
    #expect(shortest.chapters.count < whole, "seed \(scale.seed): \(shortest)")
    #expect(shortest.chapters.contains { $0.deeds.contains { $0.name == "reverse" && $0.isDone } })
  }
}
