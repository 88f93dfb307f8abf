import FundStore
import FundTesting
import RevolvingFund
import Testing

@Suite struct OutsiderTests {
  @Test func `who waits for a stream that nobody lets go is told so, and others are answered`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let other = try await world.secondUPK()
      let request = world.fixture.request(by: world.bookkeeper)
      let command = world.voucher(.bank, .cash, on: "2016-02-21")
      try await Outsider(fixture: world.fixture).holding(
        "select from fund.head where upk_id = \(world.upk.id.value) for update"
      ) {
        async let refused = #expect(throws: StoreError.held) {
          try await world.store.run(command, request)
        }
        for number in 1...5 {
          let done = try await world.store.run(
            other.voucher(.bank, .cash, on: "2016-02-21"),
            world.fixture.request(by: world.bookkeeper))
          #expect(done.vouchers == ["PB-2016-000\(number)"])
        }
        _ = await refused
      }
      // Nothing of it is left, and its id is free.
      #expect(try await world.store.run(command, request).isReplay == false)
    }
  }
}
