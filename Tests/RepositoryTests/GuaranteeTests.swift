import Testing

/// What `docs/guarantees.md` promises is attacked by tests that there are.
@Suite struct GuaranteeTests {
  private let repository = Repository()

  @Test func `every test that a promise names is there`() throws {
    let named = try repository.text(of: "docs/guarantees.md")
      .matches(of: /\n- `(\w+)`: \*([^*]+)\*(?=\n)/)
    #expect(named.count > 20)
    for match in named {
      let (suite, sentence) = (String(match.1), String(match.2))
      let texts = try repository.texts(endingWith: "/\(suite).swift", under: "Tests/")
      #expect(
        texts.contains { $0.text.contains("func `\(sentence)`") }, "\(suite): \(sentence)")
    }
  }

  @Test func `every promise has a test`() throws {
    let document = try repository.text(of: "docs/guarantees.md")
    let promises = try #require(document.firstMatch(of: /\n## Promises\n([\s\S]*?)\n## /)).1
    let parts = promises.split(separator: "\n\n").map { $0.drop { $0.isNewline } }
    #expect(parts.count > 20)
    for (part, next) in zip(parts, parts.dropFirst() + [""]) where part.hasPrefix("**") {
      #expect(next.hasPrefix("- `"), "\(part.prefix(60))")
    }
  }
}
