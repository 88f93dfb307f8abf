import Testing

@Test(arguments: [
  (#"let a = "try!" // try!"#, "let a ="),
  (#"let a = "\(b.map { "x" }) tail" + c"#, "let a = b.map { } + c"),
  ("let a = /* b /* c */ d */ e", "let a = e"),
  (##"let a = #"quote " and \(no)"# + b"##, "let a = + b"),
  ("let a = \"\"\"\n  func \"b\"\n  \"\"\" + c", "let a =\n\n+ c"),
  ("let a = \"\\\"b\" + c", "let a = + c"),
  ("func `a lone call never waits`() {}", "func () {}"),
])
func `comments, strings and spoken names are blank and lines stay lines`(
  source: String, code: String
) {
  let blanked = codeOnly(source)
  #expect(blanked.utf8.count == source.utf8.count)
  #expect(words(of: blanked) == words(of: code))
}

private func words(of text: String) -> [[Substring]] {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.split(separator: " ") }
}
