import Foundation
import Testing

/// Links of a Markdown text to files, from the text's own folder, without what follows a "#".
private func links(in text: String) -> [String] {
  proseLines(of: text).flatMap { line in
    line.components(separatedBy: "](").dropFirst().compactMap { rest -> String? in
      guard let end = rest.firstIndex(of: ")") else { return nil }
      let target = rest[..<end].prefix { $0 != "#" && $0 != " " }
      let isFile = !target.isEmpty && !target.contains("://") && !target.hasPrefix("mailto:")
      return isFile ? String(target) : nil
    }
  }
}

/// The lines outside fenced blocks, with what stands between backticks taken out.
private func proseLines(of text: String) -> [String] {
  var fenced = false
  return text.split(separator: "\n").compactMap { line -> String? in
    if line.drop(while: { $0 == " " }).hasPrefix("```") { fenced.toggle() }
    guard !fenced else { return nil }
    return line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }.joined(separator: "`")
  }
}

private func deadLinks(in file: SourceText, exists: (String) -> Bool) -> [Finding] {
  let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
  return links(in: file.text).compactMap { link in
    let target = link.hasPrefix("/") ? String(link.dropFirst()) : "\(folder)/\(link)"
    let path = URL(filePath: "/" + target).standardized.path.dropFirst()
    return exists(String(path))
      ? nil : Finding(path: file.path, line: 1, what: "links to \(link), which is not there")
  }
}

@Test func `every link to a file of ours leads there`() throws {
  let repository = Repository()
  let findings = try repository.texts(endingWith: ".md").flatMap {
    deadLinks(in: $0, exists: repository.exists)
  }
  #expect(findings == [])
}

@Test func `a dead link is found, an address and a link in code are not`() {
  let text = """
    [here](../README.md#top), [gone](no.md), [out](https://example.org/a), `[code](b.md)`
    ```
    [block](c.md)
    ```
    """
  let file = SourceText(path: "docs/a.md", text: text)
  let findings = deadLinks(in: file) { $0 == "README.md" }
  #expect(findings.map(\.what) == ["links to no.md, which is not there"])
}

/// The targets that documents tell people to make, between backticks or on a line of a block.
private func toldTargets(in text: String) -> [String] {
  var fenced = false
  return text.split(separator: "\n").flatMap { line -> [String] in
    if line.hasPrefix("```") { fenced.toggle() }
    let spans = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
    return (fenced ? [line] : spans).compactMap { span in
      let words = span.split(separator: " ").drop { $0 == "$" }
      guard words.first == "make", let target = words.dropFirst().first else { return nil }
      return target.allSatisfy(\.isLetter) ? String(target) : nil
    }
  }
}

private func targets(of makefile: String) -> Set<String> {
  Set(
    makefile.split(separator: "\n").compactMap { line in
      guard line.first?.isLetter == true, let colon = line.firstIndex(of: ":") else { return nil }
      return String(line[..<colon])
    })
}

@Test func `every make target that a document names exists`() throws {
  let repository = Repository()
  let known = targets(of: try repository.text(of: "Makefile"))
  let told = try repository.texts(endingWith: ".md").flatMap { toldTargets(in: $0.text) }
  #expect(Set(told).subtracting(known) == [])
  #expect(Set(["demo", "test", "serve"]).isSubset(of: told))
}

@Test func `a target is read from a span and from a block, not from prose`() {
  let text = "make believe\n`make demo` and `make`\n```\n$ make test  # first\nmake serve\n```"
  #expect(toldTargets(in: text) == ["demo", "test", "serve"])
  #expect(targets(of: "a := 1\n.PHONY: b\ndemo: b ## Run\n\tmake c: d") == ["a ", "demo"])
}

private func decisionsOutOfOrder(_ names: [String]) -> [String] {
  names.sorted().enumerated().filter { index, name in
    Int(name.prefix(4)) != index + 1 || name.dropFirst(4).first != "-"
  }.map(\.element)
}

@Test func `decision records are numbered from 0001 without a gap`() throws {
  let records = try Repository().texts(endingWith: ".md", under: "docs/decisions/")
  #expect(decisionsOutOfOrder(records.map(\.fileName)) == [])
  #expect(decisionsOutOfOrder(["0001-a.md", "0003-b.md"]) == ["0003-b.md"])
  #expect(decisionsOutOfOrder(["0001_a.md"]) == ["0001_a.md"])
}

private func missingParts(in record: String) -> [String] {
  ["Context", "Decision", "Consequences", "Alternatives"].filter {
    !record.contains("\n## \($0)\n")
  }
}

@Test func `a decision record has context, decision, consequences and alternatives`() throws {
  for record in try Repository().texts(endingWith: ".md", under: "docs/decisions/") {
    #expect(missingParts(in: record.text) == [], "\(record.path)")
  }
  #expect(missingParts(in: "# A\n## Context\n## Decision\n") == ["Consequences", "Alternatives"])
}

private func hasUnreleasedFirst(_ changelog: String) -> Bool {
  changelog.split(separator: "\n").first { $0.hasPrefix("## ") } == "## Unreleased"
}

@Test func `the changelog begins with what is not yet released`() throws {
  #expect(hasUnreleasedFirst(try Repository().text(of: "CHANGELOG.md")))
  #expect(!hasUnreleasedFirst("# Changelog\n## 1.0.0\n## Unreleased\n"))
}

/// Rows of the glossary that lack a cell, a heading's and its rule's aside.
private func rowsWithGaps(in glossary: String) -> [Substring] {
  glossary.split(separator: "\n").filter { line in
    guard line.hasPrefix("|"), !line.hasPrefix("|-"), !line.hasPrefix("| -") else { return false }
    let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    return cells.count != 4 || cells.contains("")
  }
}

@Test func `every term of the glossary has a code name, a meaning and a source`() throws {
  #expect(rowsWithGaps(in: try Repository().text(of: "docs/glossary.md")) == [])
  #expect(rowsWithGaps(in: "| a | b | c | d |\n|---|\n| a | b |  | d |\n| a | b |").count == 2)
}
