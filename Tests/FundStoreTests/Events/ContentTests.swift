import FundTesting
import RevolvingFund
import Testing

@testable import FundStore

@Suite struct ContentTests {
  @Test(arguments: [
    "Melati", "\"Melati\" \\ baru", "satu\ndua\ttiga\r", "\u{1}\u{1F}\u{7F}", "Ägidius 王 🌱",
    "\u{2028}\u{FEFF}", "{\"a\": [1]}",
  ])
  func `what a command said comes back as it was, whatever is in it`(name: String) async throws {
    try await FundFixture.withWorld { world in
      let command = RegisterKSM(
        upk: world.upk.id, name: name, formedOn: day("2016-01-01"), day: day("2016-01-01"))
      let request = world.fixture.request(by: world.manager)
      _ = try await world.store.run(command, request)
      #expect(try await world.store.run(command, request).isReplay)
      #expect(
        try await world.store.ksms(world.upk.id, asOf: day("2020-01-01"), after: nil, limit: 1)
          .first?.name == name)
      #expect(try await world.store.verifyChain(world.upk.id).isIntact)
    }
  }

  @Test func `a zero byte, which PostgreSQL cannot keep, is an error and writes nothing`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let contents = try await world.fixture.contents()
      let command = RegisterKSM(
        upk: world.upk.id, name: "a\0b", formedOn: day("2016-01-01"), day: day("2016-01-01"))
      let error = await #expect(throws: StoreError.self) {
        try await world.fixture.run(command, by: world.manager)
      }
      #expect(error?.isRetryable == false)
      #expect(try await world.fixture.contents() == contents)
    }
  }

  @Test func `the canonical form sorts fields by the bytes of their names`() {
    let content = Content(
      ["b", "a.10", "a.9", "B", "é"].map { Content.Field(name: $0, value: "") })
    #expect(content.sorted.fields.map(\.name) == ["B", "a.10", "a.9", "b", "é"])
    #expect(Content([]).json == "{}")
  }
}
