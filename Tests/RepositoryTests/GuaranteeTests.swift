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
    let parts = try repository.text(of: "docs/guarantees.md").split(separator: "\n\n")
      .drop { $0 != "## Promises" }.prefix { $0 != "## What is not promised" }
    #expect(parts.count > 20)
    for (part, next) in zip(parts, parts.dropFirst() + [""]) where part.hasPrefix("**") {
      #expect(next.hasPrefix("- `"), "\(part.prefix(60))")
    }
  }
}
