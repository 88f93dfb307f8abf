/// A CSV text as spreadsheets write it: its header and its rows, each with the line it begins on.
///
/// Fields are separated by commas, semicolons or tabs, whichever the header has most of, and lines
/// end as Windows or as Unix ends them. A mark before the first letter is passed over, and so are
/// a first line such as `sep=;`, blank lines and the blanks around a field.
public struct DelimitedText: Hashable, Sendable {
  /// In lower case; nothing where the text has no line.
  public let header: Line?
  public let rows: [Line]
  /// Whether the text ends with the end of a line: of one that does not, half may be missing.
  public let isEnded: Bool
  /// Whether it has no zero, which stands in no text: UTF-16, or a picture, is full of them.
  public let isText: Bool

  /// One line.
  public struct Line: Hashable, Sendable {
    /// Counted from 1 in the text, the header's line included.
    public let number: Int
    public fileprivate(set) var fields: [String] = []
    /// What is wrong with its quotes, where something is.
    public fileprivate(set) var quote: Quote?
  }

  /// How quotes can be wrong.
  public enum Quote: Hashable, Sendable {
    case open, inside
  }

  public init(_ text: String) {
    var reader = LineReader(text)
    let lines = reader.lines().filter { $0.fields != [""] || $0.quote != nil }
    header = lines.first.map { first in
      Line(
        number: first.number, fields: first.fields.map { $0.lowercased() }, quote: first.quote)
    }
    rows = Array(lines.dropFirst())
    isEnded = reader.isEnded
    isText = !text.utf8.contains(0)
  }
}

/// Splits CSV text into lines of fields.
private struct LineReader {
  private var rest: Substring.UnicodeScalarView
  private var number = 1
  private var separator: Unicode.Scalar = ","
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

  mutating func lines() -> [DelimitedText.Line] {
    var lines: [DelimitedText.Line] = []
    while !rest.isEmpty { lines.append(line()) }
    return lines
  }

  private mutating func line() -> DelimitedText.Line {
    var line = DelimitedText.Line(number: number)
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

  private mutating func take(into line: inout DelimitedText.Line) {
    guard rest.first == "\"" else {
      let plain = bare()
      line.fields.append(trimmed(plain))
      if plain.contains("\"") { line.quote = line.quote ?? .inside }
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
        line.fields.append(trimmed(String(text)))
        if !bare().isEmpty { line.quote = line.quote ?? .inside }
        return
      }
      text.append(scalar)
      rest.removeFirst()
    }
    line.fields.append(trimmed(String(text)))
    line.quote = line.quote ?? .open
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
