import BooksVerification
import FundTesting
import RevolvingFund
import Testing

@Suite struct CleanBooksTests {
  @Test func `books that nobody touched are clean`() async throws {
    try await FundFixture.withWorld { world in
      #expect(try await world.fixture.verify(.province).findings == [])
      #expect(try await world.fixture.verify(world.upk.id).findings == [])
      try await SmallLife(world: world).run()
      let verification = try await world.fixture.verify(world.upk.id)
      let events = verification.events
      #expect(verification == Verification(upk: world.upk.id.value, events: events, findings: []))
      #expect(events > 100)
    }
  }
}
