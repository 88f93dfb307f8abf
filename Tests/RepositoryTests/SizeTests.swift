import Testing

private let longestFile = 400
private let longestFunction = 60
private let longestLine = 100

private func tooLong(_ file: SourceText) -> [Finding] {
  let lines = file.text.hasSuffix("\n") ? file.lines.count - 1 : file.lines.count
  guard lines > longestFile else { return [] }
  return [Finding(path: file.path, line: lines, what: "\(lines) lines in a file")]
}

/// An address may be as long as it is.
private func tooWide(_ file: SourceText) -> [Finding] {
  file.findings("more than \(longestLine) columns", in: file.lines) {
    $0.utf8.count > longestLine && $0.count > longestLine && !$0.contains("://")
  }
}

private func longFunctions(in file: SourceText) -> [Finding] {
  functionBodies(in: codeOnly(file.text)).filter { $0.lines > longestFunction }
    .map { Finding(path: file.path, line: $0.line, what: "\($0.lines) lines in a function") }
}

@Test func `a file fits in 400 lines`() throws {
  let findings = try Repository().handwritten().flatMap(tooLong)
  #expect(findings == [])
}

@Test func `a line fits in 100 columns`() throws {
  let repository = Repository()
  let others = try repository.texts(endingWith: ".sql", ".proto", ".py", "Makefile")
    .filter { $0.path != "schema/current.sql" }
  let scripts = try repository.texts(endingWith: "", under: "tools/")
  let findings = try (repository.handwritten() + others + scripts).flatMap(tooWide)
  #expect(findings == [])
}

@Test func `a function fits a screen of 60 lines`() throws {
  let findings = try Repository().handwritten().flatMap(longFunctions)
  #expect(findings == [])
}

@Test func `a file of 401 lines and a line of 101 columns are found`() {
  let long = String(repeating: "let a = 1\n", count: 401)
  #expect(tooLong(SourceText(path: "A.swift", text: long)).count == 1)
  #expect(tooLong(SourceText(path: "A.swift", text: String(long.dropFirst(10)))) == [])
  let wide = String(repeating: "x", count: 101)
  #expect(tooWide(SourceText(path: "A.swift", text: wide)).count == 1)
  #expect(tooWide(SourceText(path: "A.swift", text: String(wide.dropFirst()))) == [])
}

@Test(arguments: ["func f(g: () -> Void = {}) -> [Int] {", "public init?<T>(a: T) where T: P {"])
func `a function of 61 lines is found, one of 60 is not`(header: String) {
  func file(bodyLines: Int) -> SourceText {
    let body = String(repeating: "  if a { b() }\n", count: bodyLines)
    return SourceText(path: "A.swift", text: "struct A {\n\(header)\n\(body)}\n}")
  }
  #expect(longFunctions(in: file(bodyLines: 59)).map(\.line) == [2])
  #expect(longFunctions(in: file(bodyLines: 58)) == [])
}

@Test func `a requirement without a body and a call of init are no functions`() {
  let source = """
    protocol P {
      func a() -> Int
      init(b: Int)
      var c: Int { get }
    }
    let d = Int.init("1")
    """
  #expect(functionBodies(in: source).isEmpty)
}
