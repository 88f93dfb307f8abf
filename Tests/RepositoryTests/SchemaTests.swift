import Testing

/// Numbered migrations of schema/ in their order; current.sql is their sum, not one of them.
private func misnumbered(_ names: [String]) -> [Finding] {
  names.sorted().enumerated().flatMap { index, name -> [Finding] in
    let digits = name.prefix(4)
    let rest = name.dropFirst(4)
    let wellFormed =
      digits.count == 4 && digits.allSatisfy(\.isNumber) && rest.hasPrefix("_")
      && rest.hasSuffix(".sql") && rest.count > 5
      && rest.dropLast(4).allSatisfy { $0 == "_" || $0.isNumber || ($0.isLowercase && $0.isASCII) }
    guard wellFormed else {
      return [Finding(path: "schema/\(name)", line: 1, what: "is not named NNNN_name.sql")]
    }
    guard Int(digits) == index + 1 else {
      return [Finding(path: "schema/\(name)", line: 1, what: "is number \(index + 1) in order")]
    }
    return []
  }
}

/// Triggers hide rules, and neither they nor the short form of CASE can be distributed by Citus.
private func forbiddenSQL(in file: SourceText) -> [Finding] {
  let lines = sqlOnly(file.text).split(separator: "\n", omittingEmptySubsequences: false)
  let triggers = file.findings("a trigger", in: lines) { line in
    let words = line.lowercased().split { !$0.isLetter }
    return words.contains("trigger") && words.contains("create")
  }
  let cases = file.findings("CASE with a value: write CASE WHEN value = …", in: lines) { line in
    let words = line.lowercased().split { $0 == " " || $0 == "(" || $0 == "," }
    return zip(words, words.dropFirst()).contains { $0 == "case" && $1 != "when" }
  }
  return triggers + cases
}

/// SQL in which comments to the end of a line and strings are blank.
private func sqlOnly(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    let parts = line.split(separator: "'", omittingEmptySubsequences: false)
    let code = parts.enumerated().map { $0.offset.isMultiple(of: 2) ? String($0.element) : " " }
      .joined(separator: "'")
    return code.firstRange(of: "--").map { String(code[..<$0.lowerBound]) } ?? code
  }.joined(separator: "\n")
}

@Test func `migrations are numbered from 0001 without a gap`() throws {
  let files = try Repository().texts(endingWith: ".sql", under: "schema/")
  let folders = Dictionary(grouping: files.filter { $0.fileName != "current.sql" }) {
    $0.path.dropLast($0.fileName.count)
  }
  #expect(folders.keys.sorted() == ["schema/", "schema/citus/"])
  #expect(folders.values.flatMap { misnumbered($0.map(\.fileName)) } == [])
}

@Test func `the schema has no triggers and no CASE with a value`() throws {
  let findings = try Repository().texts(endingWith: ".sql", under: "schema/").flatMap(forbiddenSQL)
  #expect(findings == [])
}

@Test(arguments: [
  ["0001_heads.sql", "0003_loans.sql"], ["0002_heads.sql"], ["0001_Heads.sql"], ["1_heads.sql"],
  ["0001-heads.sql"], ["0001_heads.sql", "0001_loans.sql"],
])
func `a gap, a double number and a bad name are found`(names: [String]) {
  #expect(misnumbered(names).count == 1)
}

@Test func `well numbered migrations are not found`() {
  #expect(misnumbered(["0002_loan_shares.sql", "0001_heads.sql"]) == [])
}

@Test(arguments: [
  "create trigger t before update on a", "CREATE OR REPLACE CONSTRAINT TRIGGER t",
  "select case kind when 1 then 2 end",
])
func `a trigger and a CASE with a value are found`(sql: String) {
  #expect(forbiddenSQL(in: SourceText(path: "schema/a.sql", text: sql)).count == 1)
}

@Test func `what a comment says and CASE WHEN are not found`() {
  let sql = "-- create trigger\nselect (case when a = 1 then 'case x' end)"
  #expect(forbiddenSQL(in: SourceText(path: "schema/a.sql", text: sql)) == [])
}

private func boardNames(in file: SourceText) -> [Finding] {
  let code = file.path.hasSuffix(".sql") ? sqlOnly(file.text) : codeOnly(file.text)
  let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
  return file.findings("the board is BKM in code", in: lines) { line in
    line.lowercased().split { !$0.isLetter }.contains("lkm")
  }
}

@Test func `tables and messages call the board BKM`() throws {
  let findings = try Repository().texts(endingWith: ".sql", ".proto").flatMap(boardNames)
  #expect(findings == [])
}

@Test func `a board by its other name is found`() {
  #expect(boardNames(in: SourceText(path: "a.sql", text: "create table lkm_board ()")).count == 1)
  #expect(boardNames(in: SourceText(path: "a.proto", text: "message LKM {}")).count == 1)
  #expect(boardNames(in: SourceText(path: "a.proto", text: "// an LKM\nmessage BKM {}")) == [])
}
