/// One file's text and where it stands.
struct SourceText {
  let path: String
  let text: String

  var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }

  var lines: [Substring] { linesOf(text) }

  /// The lines of a Swift or proto file without comments, strings and spoken names.
  var codeLines: [Substring] { linesOf(codeOnly(text)) }

  /// The lines that hold a word, as findings.
  func findings(_ what: String, in lines: [Substring], where holds: (Substring) -> Bool)
    -> [Finding]
  {
    lines.enumerated().filter { holds($0.element) }
      .map { Finding(path: path, line: $0.offset + 1, what: what) }
  }
}

/// The lines of a text, found by bytes: tests are built for debugging, and files are many.
func linesOf(_ text: String) -> [Substring] {
  text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    .map(Substring.init)
}

/// One place that breaks a rule of the house.
struct Finding: Equatable, CustomStringConvertible {
  let path: String
  let line: Int
  let what: String

  var description: String { "\(path):\(line): \(what)" }
}
