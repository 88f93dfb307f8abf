/// The rows of a file of books, every one with the line that it begins on.
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
    let text = DelimitedText(file.text)
    guard text.isText else {
      problems = [BookProblem(kind, line: 1, .notText)]
      return
    }
    guard let header = text.header else {
      problems = kind.required.map { BookProblem(kind, line: 1, .columnMissing($0)) }
      return
    }
    take(header.fields, header.number)
    for line in text.rows { take(line, header.fields) }
    if !text.isEnded {
      problems.append(
        BookProblem(kind, line: text.rows.last?.number ?? header.number, .endMissing))
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

  private mutating func take(_ line: DelimitedText.Line, _ header: [String]) {
    if let quote = line.quote {
      problems.append(
        BookProblem(kind, line: line.number, quote == .open ? .quoteOpen : .quoteInside))
    } else if line.fields.count != header.count {
      problems.append(
        BookProblem(
          kind, line: line.number,
          .fieldCount(found: line.fields.count, expected: header.count)))
    } else {
      let cells = Dictionary(zip(header, line.fields)) { first, _ in first }
      rows.append(Row(line: line.number, cells: cells))
    }
  }
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
