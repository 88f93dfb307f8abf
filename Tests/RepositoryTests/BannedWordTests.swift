import Testing

/// A word that code of ours does not hold, and the files that may hold it all the same.
struct Ban: CustomTestStringConvertible, Sendable {
  let word: String
  let example: String
  let why: String
  let holds: @Sendable (Substring) -> Bool
  let covers: @Sendable (String) -> Bool

  var testDescription: String { word }

  func findings(in file: SourceText, code: [Substring]) -> [Finding] {
    guard covers(file.path) else { return [] }
    return file.findings("\(word): \(why)", in: code, where: holds)
  }
}

let bans: [Ban] = [
  Ban(
    word: "try!", example: "let a = try! b()", why: "an error is handled or thrown on",
    holds: { $0.contains("try!") }, covers: { _ in true }),
  Ban(
    word: "try?", example: "let a = try? b()", why: "an error is handled or thrown on",
    holds: { $0.contains("try?") }, covers: { _ in true }),
  Ban(
    word: "fatalError", example: "fatalError()", why: "a caller's bug is a precondition",
    holds: { hasWord("fatalError", in: $0) }, covers: { $0.hasPrefix("Sources/") }),
  Ban(
    word: "@unchecked Sendable", example: "final class A: @unchecked Sendable {}",
    why: "only Libpq may promise what the compiler cannot see",
    holds: { $0.contains("@unchecked") }, covers: { !$0.hasPrefix("Sources/Libpq/") }),
  Ban(
    word: "Date()", example: "let now = Date()", why: "time is read by FundServer's clock",
    holds: { $0.contains("Date()") || $0.contains("Date.now") },
    covers: { $0.hasPrefix("Sources/") && !isClock($0) }),
  Ban(
    word: "Double", example: "let rate: Double = 0", why: "money and rates are whole numbers",
    holds: { hasWord("Double", in: $0) || hasWord("Float", in: $0) }, covers: isNearMoney),
  Ban(
    word: "print", example: "  print(1)", why: "only the programs write to their output",
    holds: { hasWord("print", followedBy: "(", in: $0) },
    covers: { $0.hasPrefix("Sources/") && !$0.hasPrefix("Sources/bergulir") }),
  Ban(
    word: "LKM", example: "struct LKM {}", why: "the board is BKM in code",
    holds: { $0.contains("LKM") || hasWord("lkm", in: $0) }, covers: { _ in true }),
]

@Sendable private func isClock(_ path: String) -> Bool {
  path.hasPrefix("Sources/FundServer/") && path.hasSuffix("Clock.swift")
}

@Sendable private func isNearMoney(_ path: String) -> Bool {
  path.hasPrefix("Sources/RevolvingFund/") || path.hasPrefix("Sources/FundStore/")
}

/// Whether the line has the word with no letter, digit, dot or underscore around it.
private func hasWord(_ word: String, followedBy next: String = "", in line: Substring) -> Bool {
  guard line.utf8.count >= word.utf8.count else { return false }
  return line.ranges(of: word + next).contains { range in
    let before = line[..<range.lowerBound].last
    let after = next.isEmpty ? line[range.upperBound...].first : nil
    return !(before.map { isName($0) || $0 == "." } ?? false) && !(after.map(isName) ?? false)
  }
}

private func isName(_ character: Character) -> Bool {
  character.isLetter || character.isNumber || character == "_"
}

@Test func `Swift code holds no word that the house bans`() throws {
  let findings = try Repository().handwritten().flatMap { file in
    let code = file.codeLines
    return bans.flatMap { $0.findings(in: file, code: code) }
  }
  #expect(findings == [])
}

@Test(arguments: bans)
func `a banned word is found in code and not in a comment`(ban: Ban) {
  func findings(in text: String) -> [Finding] {
    let file = SourceText(path: "Sources/RevolvingFund/A.swift", text: text)
    return ban.findings(in: file, code: file.codeLines)
  }
  #expect(findings(in: ban.example).count == 1)
  #expect(findings(in: "// \(ban.example)\nlet a = \"\(ban.example)\"") == [])
}

@Test func `a word inside another is not the word`() {
  #expect(!hasWord("Double", in: "let a = DoubleEntry()"))
  #expect(!hasWord("print", followedBy: "(", in: "blueprint(1); a.print(2)"))
  #expect(hasWord("print", followedBy: "(", in: "a(); print(2)"))
}

/// Marks of work that was left undone.
///
/// They are put together here so that this file holds none.
private let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]

private func undone(in file: SourceText) -> [Finding] {
  file.findings("unfinished work is an issue, not a comment", in: file.lines) { line in
    marks.contains { hasWord($0, in: line) }
  }
}

@Test func `no file says that something is still to be done`() throws {
  let findings = try Repository().allTexts().flatMap(undone)
  #expect(findings == [])
}

@Test func `a mark of unfinished work is found, the template of mktemp is not`() {
  for mark in marks {
    #expect(undone(in: SourceText(path: "a.sql", text: "-- \(mark): later")).count == 1)
  }
  let template = "mktemp /tmp/a." + String(repeating: "X", count: 6)
  #expect(undone(in: SourceText(path: "a", text: template)) == [])
}
