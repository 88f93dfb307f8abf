import FundAPI

/// A CSV file after RFC 4180 with a header, every row with the line it begins on.
///
/// Spreadsheets set to Indonesian write semicolons for commas: a header of semicolons is read so.
struct CSVFile: Hashable, Sendable {
  let header: [String]
  let rows: [Row]

  /// One row; its fields by the header's names.
  struct Row: Hashable, Sendable {
    /// Counted from 1 in the file, the header's line included.
    let line: Int
    private let fields: [String: String]

    init(line: Int, header: [String], fields: [String]) {
      self.line = line
      self.fields = Dictionary(zip(header, fields)) { first, _ in first }
    }

    /// A field; empty where the file has no such column.
    subscript(name: String) -> String { fields[name] ?? "" }

    /// Whether the file has the column.
    func has(_ name: String) -> Bool { fields[name] != nil }
  }

  /// Reads a file; blank lines are left out.
  ///
  /// Its last line must end: of one that does not, half may be missing.
  ///
  /// - Throws: `Complaint` with every mistake found: `fileEmpty`, `headerWrong` when a required
  ///   column is missing or one is named twice, `lineMalformed` for each bad line.
  init(_ text: String, path: String, columns: [String]) throws(Complaint) {
    var reader = CSVReader(text)
    let lines = reader.lines().filter { $0.fields != [""] || $0.mistake != nil }
    guard let first = lines.first else { throw Complaint(.fileEmpty(path: path)) }
    let header = first.fields
    guard Set(columns).isSubset(of: header), Set(header).count == header.count,
      [nil, .endMissing].contains(first.mistake)
    else { throw Complaint(.headerWrong(path: path, expected: columns)) }

    let mistakes = lines.compactMap { line -> Mistake? in
      if let mistake = line.mistake { return .lineMalformed(line: line.number, mistake) }
      guard line.fields.count != header.count else { return nil }
      return .lineMalformed(
        line: line.number, .fieldCount(found: line.fields.count, expected: header.count))
    }
    guard mistakes.isEmpty else { throw Complaint(mistakes) }
    self.header = header
    rows = lines.dropFirst().map { Row(line: $0.number, header: header, fields: $0.fields) }
  }
}

/// Splits CSV text into lines of fields.
struct CSVReader {
  /// One line's fields, or what is wrong with it.
  struct Line: Hashable, Sendable {
    let number: Int
    let fields: [String]
    let mistake: Mistake.LineMistake?
  }

  private var rest: Substring.UnicodeScalarView
  private var number = 1
  private let separator: Unicode.Scalar
  private let ends: String.UnicodeScalarView

  init(_ text: String) {
    // Spreadsheets begin a file with this invisible mark.
    rest = (text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]).unicodeScalars
    let header = rest.prefix { $0 != "\n" }
    separator = header.contains(";") && !header.contains(",") ? ";" : ","
    ends = "\(separator)\r\n".unicodeScalars
  }

  /// All lines in order.
  mutating func lines() -> [Line] {
    var lines: [Line] = []
    while !rest.isEmpty {
      lines.append(line())
    }
    return lines
  }

  private mutating func line() -> Line {
    let began = number
    var fields: [String] = []
    var mistake: Mistake.LineMistake?
    var ended = false
    while !ended {
      let (text, wrong) = field()
      fields.append(text)
      mistake = mistake ?? wrong
      ended = rest.first != separator
      if !ended { rest.removeFirst() }
    }
    if !endLine() { mistake = mistake ?? .endMissing }
    return Line(number: began, fields: fields, mistake: mistake)
  }

  private mutating func field() -> (String, Mistake.LineMistake?) {
    guard rest.first == "\"" else {
      let plain = rest.prefix { !ends.contains($0) }
      rest = rest[plain.endIndex...]
      let text = String(Substring(plain))
      return (text, text.contains("\"") ? .quoteInside : nil)
    }
    rest.removeFirst()
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if scalar == "\n" { number += 1 }
      guard scalar == "\"" else {
        text.append(scalar)
        continue
      }
      guard rest.first == "\"" else { return closed(String(text)) }
      text.append(scalar)
      rest.removeFirst()
    }
    return (String(text), .quoteOpen)
  }

  /// A quoted field ends at the separator or at the line's end, and nowhere else.
  private mutating func closed(_ text: String) -> (String, Mistake.LineMistake?) {
    let tail = rest.prefix { !ends.contains($0) }
    rest = rest[tail.endIndex...]
    return (text, tail.isEmpty ? nil : .quoteInside)
  }

  /// Whether the line ended before the text did.
  private mutating func endLine() -> Bool {
    let ends = !rest.isEmpty
    if rest.first == "\r" { rest.removeFirst() }
    if rest.first == "\n" { rest.removeFirst() }
    number += 1
    return ends
  }
}
