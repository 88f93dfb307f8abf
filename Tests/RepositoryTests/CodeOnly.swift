/// The texts of a source's strings, each where it begins.
///
/// Strings inside an interpolation come as texts of their own.
func stringTexts(in source: String) -> [StringText] {
  var scanner = CodeScanner(source)
  _ = scanner.scan()
  return scanner.texts
}

/// One string of a source file.
struct StringText: Equatable {
  /// Stands for an interpolation or an escape in a text.
  static let gap = "\u{FFFC}"

  let line: Int
  /// The code before it on its line, or where there is none on the line before that has some.
  let lead: String
  fileprivate(set) var text: String
}

/// Swift source in which comments, strings and names in backticks are blank, line for line.
///
/// Rules about code then do not stumble over what is only said about code. Code inside a string's
/// interpolation stays. Regular expression literals are not known.
func codeOnly(_ source: String) -> String {
  var scanner = CodeScanner(source)
  return scanner.scan()
}

private struct CodeScanner {
  private enum Mode {
    case code(parentheses: Int)
    case string(hashes: Int, quotes: Int)
  }

  private let source: [UInt8]
  private var output: [UInt8] = []
  private var position = 0
  private var line = 1
  private var modes: [Mode] = [.code(parentheses: 0)]
  private(set) var texts: [StringText] = []
  /// The texts that have begun and not ended, by their place in `texts`.
  private var open: [Int] = []

  init(_ text: String) {
    source = Array(text.utf8)
    output.reserveCapacity(source.count)
  }

  mutating func scan() -> String {
    while position < source.count {
      switch modes[modes.count - 1] {
      case .code(let parentheses): scanCode(parentheses)
      case .string(let hashes, let quotes): scanString(hashes, quotes)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The bytes at which something may begin or end; all others are only copied.
  private static let turns = Set("/\"#`()\\\n".utf8)

  private mutating func scanCode(_ parentheses: Int) {
    guard Self.turns.contains(source[position]) else { return keep() }
    if starts(with: "//") {
      while position < source.count, source[position] != UInt8(ascii: "\n") { blank(1) }
    } else if starts(with: "/*") {
      skipBlockComment()
    } else if source[position] == UInt8(ascii: "`") {
      skipSpokenName()
    } else if let (hashes, quotes) = openingQuotes() {
      begin()
      blank(hashes + quotes)
      modes.append(.string(hashes: hashes, quotes: quotes))
    } else {
      scanByte(parentheses)
    }
  }

  /// Counts parentheses, so that the one that ends an interpolation is known.
  private mutating func scanByte(_ parentheses: Int) {
    let byte = source[position]
    if byte == UInt8(ascii: ")"), parentheses == 0, modes.count > 1 {
      blank(1)
      modes.removeLast()
      return
    }
    keep()
    if byte == UInt8(ascii: "(") {
      modes[modes.count - 1] = .code(parentheses: parentheses + 1)
    } else if byte == UInt8(ascii: ")") {
      modes[modes.count - 1] = .code(parentheses: max(0, parentheses - 1))
    }
  }

  private mutating func scanString(_ hashes: Int, _ quotes: Int) {
    guard Self.turns.contains(source[position]) else { return read(1) }
    let marks = String(repeating: "#", count: hashes)
    if starts(with: String(repeating: "\"", count: quotes) + marks) {
      blank(quotes + hashes)
      modes.removeLast()
      open.removeLast()
    } else if starts(with: "\\" + marks + "(") {
      texts[open[open.count - 1]].text += StringText.gap
      blank(2 + hashes)
      modes.append(.code(parentheses: 0))
    } else if starts(with: "\\" + marks) {
      texts[open[open.count - 1]].text += StringText.gap
      blank(2 + hashes)
    } else if quotes == 1, source[position] == UInt8(ascii: "\n") {
      modes.removeLast()
      open.removeLast()
    } else {
      read(1)
    }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if starts(with: "/*") {
        depth += 1
        blank(2)
      } else if starts(with: "*/") {
        depth -= 1
        blank(2)
      } else {
        blank(1)
      }
    } while depth > 0 && position < source.count
  }

  private mutating func skipSpokenName() {
    blank(1)
    while position < source.count, source[position] != UInt8(ascii: "`") { blank(1) }
    blank(1)
  }

  private func openingQuotes() -> (hashes: Int, quotes: Int)? {
    var end = position
    while end < source.count, source[end] == UInt8(ascii: "#") { end += 1 }
    let hashes = end - position
    guard starts(with: "\"", at: end) else { return nil }
    return (hashes, starts(with: "\"\"\"", at: end) ? 3 : 1)
  }

  private func starts(with word: String) -> Bool { starts(with: word, at: position) }

  private func starts(with word: String, at start: Int) -> Bool {
    source[min(start, source.count)...].starts(with: word.utf8)
  }

  private mutating func begin() {
    var start = output.endIndex
    repeat {
      start = output[..<start].lastIndex(of: UInt8(ascii: "\n")) ?? output.startIndex
    } while start > output.startIndex && output[start...].allSatisfy { $0 <= 0x20 }
    let lead = String(decoding: output[start...], as: UTF8.self)
    open.append(texts.count)
    texts.append(StringText(line: line, lead: lead, text: ""))
  }

  /// Takes bytes of a string into its text.
  private mutating func read(_ count: Int) {
    let end = min(position + count, source.count)
    texts[open[open.count - 1]].text += String(decoding: source[position..<end], as: UTF8.self)
    blank(count)
  }

  private mutating func keep() {
    if source[position] == UInt8(ascii: "\n") { line += 1 }
    output.append(source[position])
    position += 1
  }

  private mutating func blank(_ count: Int) {
    for _ in 0..<count where position < source.count {
      let newline = UInt8(ascii: "\n")
      if source[position] == newline { line += 1 }
      output.append(source[position] == newline ? newline : UInt8(ascii: " "))
      position += 1
    }
  }
}
