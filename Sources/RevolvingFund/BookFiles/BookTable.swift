/// A CSV text with a header, every row with the line that it begins on.
///
/// Fields are separated by commas, semicolons or tabs, whichever the header has most of, and lines
/// end as Windows or as Unix ends them. A mark before the first letter is passed over, and so is a
/// first line such as `sep=;`.
struct BookTable {
  let kind: BookFileKind
  private(set) var rows: [Row] = []
  private(set) var problems: [BookProblem] = []

  /// One row, its cells by the header's names.
  struct Row: Hashable, Sendable {
    let line: Int
    let cells: [String: String]
  }

  init(_ file: BookFile) {
    kind = file.kind
    var reader = LineReader(file.text)
    let lines = reader.lines().filter { $0.fields != [""] || $0.reason != nil }
    guard let first = lines.first else {
      problems = kind.required.map { BookProblem(kind, line: 1, .columnMissing($0)) }
      return
    }
    let header = first.fields.map(trimmed).map { $0.lowercased() }
    take(header, first.number)
    for line in lines.dropFirst() { take(line, header) }
    if !reader.isEnded, let last = lines.last {
      problems.append(BookProblem(kind, line: last.number, .endMissing))
    }
  }

  private mutating func take(_ header: [String], _ line: Int) {
    let missing = kind.required.filter { !header.contains($0) }
    problems += missing.map { BookProblem(kind, line: line, .columnMissing($0)) }
    for (place, column) in header.enumerated() {
      if !kind.columns.contains(column) {
        problems.append(BookProblem(kind, line: line, .columnUnknown(column)))
      } else if header[..<place].contains(column) {
        problems.append(BookProblem(kind, line: line, .columnRepeated(column)))
      }
    }
  }

  private mutating func take(_ line: LineReader.Line, _ header: [String]) {
    if let reason = line.reason {
      problems.append(BookProblem(kind, line: line.number, reason))
    } else if line.fields.count != header.count {
      problems.append(
        BookProblem(
          kind, line: line.number,
          .fieldCount(found: line.fields.count, expected: header.count)))
    } else {
      let cells = Dictionary(zip(header, line.fields.map(trimmed))) { first, _ in first }
      rows.append(Row(line: line.number, cells: cells))
    }
  }
}

/// Splits CSV text into lines of fields.
private struct LineReader {
  struct Line {
    let number: Int
    var fields: [String] = []
    var reason: BookProblem.Reason?
  }

  private var rest: Substring.UnicodeScalarView
  private var number = 1
  private var separator: Unicode.Scalar = ","
  /// Whether the text ends with the end of a line.
  let isEnded: Bool

  init(_ text: String) {
    let scalars = text.unicodeScalars
    isEnded = scalars.last == "\n" || scalars.last == "\r"
    rest = scalars.first == "\u{FEFF}" ? scalars.dropFirst() : scalars[...]
    if rest.starts(with: "sep=".unicodeScalars) {
      rest = rest.drop { $0 != "\n" }.dropFirst()
      number = 2
    }
    let header = rest.prefix { $0 != "\n" && $0 != "\r" }
    let candidates: [Unicode.Scalar] = [",", ";", "\t"]
    separator =
      candidates.max { left, right in
        header.count { $0 == left } < header.count { $0 == right }
      } ?? ","
  }

  mutating func lines() -> [Line] {
    var lines: [Line] = []
    while !rest.isEmpty { lines.append(line()) }
    return lines
  }

  private mutating func line() -> Line {
    var line = Line(number: number)
    while true {
      take(into: &line)
      guard rest.first == separator else { break }
      rest.removeFirst()
    }
    if rest.first == "\r" { rest.removeFirst() }
    if rest.first == "\n" { rest.removeFirst() }
    number += 1
    return line
  }

  private mutating func take(into line: inout Line) {
    guard rest.first == "\"" else {
      let plain = bare()
      line.fields.append(plain)
      if plain.contains("\"") { line.reason = line.reason ?? .quoteInside }
      return
    }
    rest.removeFirst()
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if scalar == "\n" { number += 1 }
      guard scalar == "\"" else {
        text.append(scalar)
        continue
      }
      guard rest.first == "\"" else {
        line.fields.append(String(text))
        if !bare().isEmpty { line.reason = line.reason ?? .quoteInside }
        return
      }
      text.append(scalar)
      rest.removeFirst()
    }
    line.fields.append(String(text))
    line.reason = line.reason ?? .quoteOpen
  }

  /// What stands before the next separator or the line's end.
  private mutating func bare() -> String {
    let plain = rest.prefix { $0 != separator && $0 != "\r" && $0 != "\n" }
    rest = rest[plain.endIndex...]
    return String(Substring(plain))
  }
}

/// A text without the blanks around it.
func trimmed(_ text: String) -> String {
  let blanks: Set<Character> = [" ", "\t", "\u{A0}"]
  let start = text.drop { blanks.contains($0) }
  guard let end = start.lastIndex(where: { !blanks.contains($0) }) else { return "" }
  return String(start[...end])
}

extension BookFile {
  /// A file with a header and rows, as an export writes it: commas, and quotes where needed.
  static func writing(_ kind: BookFileKind, _ rows: [[String]]) -> BookFile {
    let lines = ([kind.columns] + rows).map { row in
      row.map(quoted).joined(separator: ",") + "\n"
    }
    return BookFile(kind: kind, text: lines.joined())
  }

  private static func quoted(_ cell: String) -> String {
    let special: Set<Unicode.Scalar> = [",", ";", "\t", "\"", "\r", "\n"]
    guard cell.unicodeScalars.contains(where: special.contains) || trimmed(cell) != cell else {
      return cell
    }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
