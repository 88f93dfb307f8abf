/// One file's text and where it stands.
struct SourceText {
  let path: String
  let text: String

  var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The lines of a Swift or proto file without comments, strings and spoken names.
  var codeLines: [Substring] {
    codeOnly(text).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The lines that hold a word, as findings.
  func findings(_ what: String, in lines: [Substring], where holds: (Substring) -> Bool)
    -> [Finding]
  {
    lines.enumerated().filter { holds($0.element) }
      .map { Finding(path: path, line: $0.offset + 1, what: what) }
  }
}

/// One place that breaks a rule of the house.
struct Finding: Equatable, CustomStringConvertible {
  let path: String
  let line: Int
  let what: String

  var description: String { "\(path):\(line): \(what)" }
}
