/// The line on which each function or initialiser with a body begins, and how many lines it takes.
///
/// The text must be code only. Accessors and closures are part of what holds them.
func functionBodies(in code: String) -> [(line: Int, lines: Int)] {
  let bytes = Array(code.utf8)
  var found: [(line: Int, lines: Int)] = []
  var line = 1
  var position = 0
  while position < bytes.count {
    let word = identifier(in: bytes, at: position)
    if word.isEmpty {
      if bytes[position] == UInt8(ascii: "\n") { line += 1 }
      position += 1
      continue
    }
    let called = position > 0 && bytes[position - 1] == UInt8(ascii: ".")
    position += word.count
    guard !called, word.elementsEqual("func".utf8) || word.elementsEqual("init".utf8),
      let end = bodyEnd(in: bytes, from: position)
    else { continue }
    found.append((line, 1 + bytes[position..<end].count { $0 == UInt8(ascii: "\n") }))
  }
  return found
}

private func identifier(in bytes: [UInt8], at start: Int) -> ArraySlice<UInt8> {
  let name = bytes[start...].prefix { byte in
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
  }
  return name
}

/// Where the braces that follow a header close; nothing if another declaration comes before them.
private func bodyEnd(in bytes: [UInt8], from start: Int) -> Int? {
  let declarations = [
    "func", "init", "var", "let", "case", "subscript", "associatedtype", "static",
  ]
  var position = start
  var brackets = 0
  while position < bytes.count {
    let word = identifier(in: bytes, at: position)
    if brackets == 0, declarations.contains(where: { word.elementsEqual($0.utf8) }) { return nil }
    guard word.isEmpty else {
      position += word.count
      continue
    }
    switch bytes[position] {
    case UInt8(ascii: "("), UInt8(ascii: "["): brackets += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"): brackets -= 1
    case UInt8(ascii: "{") where brackets == 0: return closingBrace(in: bytes, from: position)
    case UInt8(ascii: "}") where brackets == 0: return nil
    default: break
    }
    position += 1
  }
  return nil
}

private func closingBrace(in bytes: [UInt8], from open: Int) -> Int? {
  var depth = 0
  for position in open..<bytes.count {
    if bytes[position] == UInt8(ascii: "{") { depth += 1 }
    if bytes[position] == UInt8(ascii: "}") { depth -= 1 }
    if depth == 0 { return position + 1 }
  }
  return nil
}
