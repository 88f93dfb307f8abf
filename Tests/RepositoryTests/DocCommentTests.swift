import Testing

/// Members that protocols of the language and of our libraries ask for: theirs is the description.
private let requirementsOfOthers: Set<String> = [
  "beginGracefulShutdown", "config", "configure", "connect", "encode", "hash", "intercept",
  "listen", "registerMethods", "run", "validate", "withStream", "withUnsafeBytes",
  "withUnsafeMutableBytes",
]

private let typeKinds: Set<Substring> = ["actor", "class", "enum", "protocol", "struct"]

/// The name of the public type or function that a line declares; nothing for an operator.
///
/// `class` before `func` would be a modifier; this house has no class hierarchies.
private func publicName(declaredBy line: Substring) -> String? {
  let words = line.split { $0 == " " || $0 == "(" || $0 == "<" || $0 == ":" || $0 == "{" }
  guard let access = words.firstIndex(where: { $0 == "public" || $0 == "open" }),
    words[..<access].allSatisfy({ $0.hasPrefix("@") || $0 == "final" || $0 == "nonisolated" }),
    let kind = words[access...].firstIndex(where: { $0 == "func" || typeKinds.contains($0) }),
    words[..<kind].allSatisfy({ !["var", "let", "init", "case", "import"].contains($0) }),
    kind + 1 < words.count, !isOperator(line)
  else { return nil }
  return String(words[kind + 1])
}

private func isOperator(_ line: Substring) -> Bool {
  guard let keyword = line.firstRange(of: "func ") else { return false }
  let next = line[keyword.upperBound...].first { $0 != " " }
  return next.map { !$0.isLetter && $0 != "_" && $0 != "`" } ?? false
}

/// Public types and functions without a doc comment.
///
/// What a protocol asks for needs none, nor does what stands in an extension that has one itself.
private func undocumented(in file: SourceText, requirements: Set<String>) -> [Finding] {
  let lines = file.lines
  var extensions = BlockTracker()
  return file.codeLines.enumerated().compactMap { index, code in
    let documented = isDocumented(lines, index)
    defer {
      extensions.read(code) { header in
        header.contains("extension ") && (header.contains(":") || documented)
      }
    }
    guard let name = publicName(declaredBy: code), !requirements.contains(name),
      !extensions.isInside, !documented
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

/// The functions that the protocols in a file ask for.
private func requirements(in file: SourceText) -> [String] {
  var protocols = BlockTracker()
  return file.codeLines.compactMap { code in
    defer { protocols.read(code) { $0.contains("protocol ") } }
    guard protocols.isInside, let keyword = code.firstRange(of: "func ") else { return nil }
    return String(code[keyword.upperBound...].prefix { $0.isLetter || $0.isNumber })
  }
}

/// Knows whether a line stands inside a pair of braces of the kind that is looked for.
private struct BlockTracker {
  private var header = ""
  private var braces: [Bool] = []

  var isInside: Bool { braces.contains(true) }

  mutating func read(_ line: Substring, isLookedFor: (String) -> Bool) {
    guard line.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) else {
      header += line + "\n"
      return
    }
    for character in line + "\n" {
      switch character {
      case "{":
        braces.append(isLookedFor(header))
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
  let files = try Repository().handwritten(under: "Sources/")
  let known = requirementsOfOthers.union(files.flatMap(requirements))
  let findings = files.flatMap { undocumented(in: $0, requirements: known) }
  #expect(findings == [])
}

@Test(arguments: [
  "public struct A {}", "public final class A {}", "  public static func a() -> Int { 1 }",
  "@MainActor public func a() {}", "/// Above.\n\npublic enum A {}",
  "/// A.\npublic struct A {}\npublic indirect enum B {}", "extension A {\n  public func b() {}\n}",
])
func `a public declaration without a doc comment is found`(source: String) {
  let file = SourceText(path: "A.swift", text: source)
  #expect(undocumented(in: file, requirements: []).count == 1)
}

@Test(arguments: [
  "/// A.\npublic struct A {}", "/// A.\n@frozen\npublic struct A {}", "struct A {}",
  "public import Logging", "public let a = { (b: Int) in b }",
  "extension A: Comparable {\n  public func b() {}\n}",
  "/// All of them.\nextension A {\n  public func b() {}\n}",
  "/// A.\npublic struct A {\n  public init() {}\n  public func decide() {}\n}",
  "public static func < (a: A, b: A) -> Bool { a.c < b.c }",
])
func `a documented, hidden or required declaration is not found`(source: String) {
  let file = SourceText(path: "A.swift", text: source)
  #expect(undocumented(in: file, requirements: ["decide"]) == [])
}

@Test func `what a protocol asks for is known by its name`() {
  let source = "protocol A {\n  func b() -> Int\n  func c(d: Int)\n}\nfunc e() {}"
  #expect(requirements(in: SourceText(path: "A.swift", text: source)) == ["b", "c"])
}
