import FundAPI
import RevolvingFund

/// A CSV file with a header, every row with the line it begins on.
///
/// It is read as files of books are (`DelimitedText`).
struct CSVFile: Hashable, Sendable {
  let path: String
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
  }

  /// Reads a file's text; blank lines are left out.
  ///
  /// Its last line must end: of one that does not, half may be missing.
  ///
  /// - Throws: `Complaint` with every mistake found: `fileNotText`, `fileEmpty`, `headerWrong` when
  ///   a required column is missing or one is named twice, `lineMalformed` for each bad line.
  init(_ text: String, path: String, columns: [String]) throws(Complaint) {
    let text = DelimitedText(text)
    guard text.isText else { throw Complaint(.fileNotText(path: path)) }
    guard let first = text.header else { throw Complaint(.fileEmpty(path: path)) }
    let header = first.fields
    guard Set(columns).isSubset(of: header), Set(header).count == header.count, first.quote == nil
    else { throw Complaint(.headerWrong(path: path, expected: columns)) }

    var mistakes = text.rows.compactMap { line -> Mistake? in
      switch line.quote {
      case .open?: .lineMalformed(line: line.number, .quoteOpen)
      case .inside?: .lineMalformed(line: line.number, .quoteInside)
      case nil where line.fields.count != header.count:
        .lineMalformed(
          line: line.number, .fieldCount(found: line.fields.count, expected: header.count))
      case nil: nil
      }
    }
    if !text.isEnded {
      let last = text.rows.last ?? first
      if last.quote != .open { mistakes.append(.lineMalformed(line: last.number, .endMissing)) }
    }
    guard mistakes.isEmpty else { throw Complaint(mistakes) }
    self.path = path
    rows = text.rows.map { Row(line: $0.number, header: header, fields: $0.fields) }
  }

  /// Reads every row.
  ///
  /// - Throws: `Complaint`: `fileEmpty`, `tooManyLines`, or every wrong field of all rows.
  func read<Value>(
    atMost limit: Int, _ line: (inout CSVCells) -> Value
  ) throws(Complaint) -> [Value] {
    guard !rows.isEmpty else { throw Complaint(.fileEmpty(path: path)) }
    guard rows.count <= limit else { throw Complaint(.tooManyLines(path: path, limit: limit)) }
    var mistakes: [Mistake] = []
    var values: [Value] = []
    for row in rows {
      var cells = CSVCells(row)
      values.append(line(&cells))
      mistakes += cells.mistakes
    }
    guard mistakes.isEmpty else { throw Complaint(mistakes) }
    return values
  }
}
