import Testing

/// Members that a protocol of the language asks for: its own documentation says what they do.
private let witnesses: Set<String> = ["==", "<", "hash", "encode", "run", "validate"]

private let typeKinds: Set<Substring> = ["actor", "class", "enum", "protocol", "struct"]

/// The name of the public type or function that a line declares.
///
/// `class` before `func` would be a modifier; this house has no class hierarchies.
private func publicName(declaredBy line: Substring) -> String? {
  let words = line.split { $0 == " " || $0 == "(" || $0 == "<" || $0 == ":" || $0 == "{" }
  guard let access = words.firstIndex(where: { $0 == "public" || $0 == "open" }),
    words[..<access].allSatisfy({ $0.hasPrefix("@") || $0 == "final" || $0 == "nonisolated" }),
    let kind = words[access...].firstIndex(where: { $0 == "func" || typeKinds.contains($0) }),
    words[..<kind].allSatisfy({ !["var", "let", "init", "case", "import"].contains($0) })
  else { return nil }
  if kind + 1 < words.count { return String(words[kind + 1]) }
  return line.contains("func <") ? "<" : nil
}

/// Public types and functions without a comment of their own, members of conformances aside.
private func undocumented(in file: SourceText) -> [Finding] {
  let lines = file.lines
  var conformances = ConformanceTracker()
  return file.codeLines.enumerated().compactMap { index, code in
    defer { conformances.read(code) }
    guard let name = publicName(declaredBy: code), !witnesses.contains(name),
      !conformances.isInside, !isDocumented(lines, index)
    else { return nil }
    return Finding(path: file.path, line: index + 1, what: "\(name) has no doc comment")
  }
}

private func isDocumented(_ lines: [Substring], _ declaration: Int) -> Bool {
  let above = lines[..<declaration].last { line in
    !line.drop(while: { $0 == " " }).hasPrefix("@")
  }
  let text = above?.drop { $0 == " " }
  return text?.hasPrefix("///") == true || text?.hasSuffix("*/") == true
}

/// Knows whether a line stands inside `extension A: B { … }`.
private struct ConformanceTracker {
  private var header = ""
  private var braces: [Bool] = []

  var isInside: Bool { braces.contains(true) }

  mutating func read(_ line: Substring) {
    for character in line + "\n" {
      switch character {
      case "{":
        braces.append(header.contains("extension ") && header.contains(":"))
        header = ""
      case "}":
        if !braces.isEmpty { braces.removeLast() }
        header = ""
      default:
        header.append(character)
      }
    }
  }
}

@Test func `every public type and function says what it is`() throws {
  #expect(try Repository().handwritten(under: "Sources/").flatMap(undocumented) == [])
}

@Test(arguments: [
  "public struct A {}", "public final class A {}", "  public static func a() -> Int { 1 }",
  "@MainActor public func a() {}", "/// Above.\n\npublic enum A {}",
  "/// A.\npublic struct A {}\npublic indirect enum B {}",
])
func `a public declaration without a doc comment is found`(source: String) {
  #expect(undocumented(in: SourceText(path: "A.swift", text: source)).count == 1)
}

@Test(arguments: [
  "/// A.\npublic struct A {}", "/// A.\n@frozen\npublic struct A {}", "struct A {}",
  "public import Logging", "public let a = { (b: Int) in b }",
  "extension A: Comparable {\n  public func b() {}\n}",
  "/// A.\npublic struct A {\n  public init() {}\n  public func hash(into: Hasher) {}\n}",
  "extension A: B {\n  public static func < (a: A, b: A) -> Bool { a.c < b.c }\n}",
])
func `a documented, hidden or required declaration is not found`(source: String) {
  #expect(undocumented(in: SourceText(path: "A.swift", text: source)) == [])
}
