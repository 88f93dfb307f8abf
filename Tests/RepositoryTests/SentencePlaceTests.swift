import Testing

/// Sentences of the command line that may stand outside the catalogue.
private let exceptions: [String: Set<String>] = [
  // Help, which the argument parser takes in one language only.
  "Sources/bergulir/Main.swift": ["Place and people", "Books and reports"],
  "Sources/bergulir/Command/WriteOptions.swift": ["a new one"],
  // What goes over the wire, and what others say, by which it is known.
  "Sources/bergulir/Command/Session.swift": ["Bearer " + StringText.gap],
  "Sources/bergulir/Command/CallFailure.swift": ["Cannot connect to "],
  "Sources/bergulir/Command/CommandLineMistake+Parser.swift": [
    "The value '", "' is invalid for '", "Unknown option '", ". Did you mean '",
    "Missing value for '", "The option '", "' does not take any value", ", but '",
    "' was specified", "Unexpected argument '", " unexpected arguments: ",
    "Missing expected argument '", "Missing one of: ",
    ". Please provide one of the following:" + StringText.gap, ". Please provide one of ",
  ],
]

/// Where help is declared, or what only a programmer reads.
private let freePlaces = ["help:", "abstract:", "discussion:", "precondition"]

/// Strings of the command line that hold words of a language and belong into the catalogue.
private func sentences(in file: SourceText) -> [Finding] {
  stringTexts(in: file.text).filter { string in
    holdsWords(string.text) && !isCommand(string.text)
      && !freePlaces.contains { string.lead.contains($0) }
      && exceptions[file.path]?.contains(string.text) != true
  }
  .map {
    Finding(path: file.path, line: $0.line, what: "a sentence: \($0.text)")
  }
}

/// Whether a text is a command to run, or the program's name before what it says.
private func isCommand(_ text: String) -> Bool {
  (text.hasPrefix("bergulir ") && !text.hasSuffix("."))
    || ["bergulir: ", "bergulir: " + StringText.gap + StringText.gap].contains(text)
}

/// Whether a text has letters and a space, so that it is more than a name or a code.
private func holdsWords(_ text: String) -> Bool {
  text.contains(" ") && text.contains(where: \.isLetter)
}

@Test func `what the command line says to people stands in the catalogue`() throws {
  let findings = try Repository().texts(endingWith: ".swift", under: "Sources/bergulir/")
    .flatMap(sentences)
  #expect(findings == [])
}

@Test(arguments: [
  #"throw ValidationError("--from must not be after --to.")"#,
  #"let words = Sentence(english: "Nothing found.", indonesian: "x")"#,
  #"print("\(count) people")"#, #"write("bergulir has no answer.")"#,
  #"let a = "\(ready ? "all of it" : "x")""#,
  "let a = \"\"\"\n  Two words\n  \"\"\"",
])
func `a sentence outside the catalogue is found`(source: String) {
  #expect(sentences(in: SourceText(path: "Sources/bergulir/A.swift", text: source)).count == 1)
}

@Test(arguments: [
  #"@Option(help: "How to print.") var a: Int"#, #"let next = "bergulir loan list --upk \(upk)""#,
  #"precondition(isMade, "a file has a name")"#, #"let a = "name"; let b = ", "; let c = "  ""#,
  "  abstract: \"List the loans.\",", "  discussion: \"\"\"\n    Two words\n    \"\"\"",
  "@Option(\n    help: \"Two words\")", "// \"Two words\"",
])
func `help, commands and codes are no sentences for the catalogue`(source: String) {
  let file = SourceText(path: "Sources/bergulir/A.swift", text: source)
  #expect(sentences(in: file) == [])
}

@Test func `every exception is still needed`() throws {
  let repository = Repository()
  for (path, texts) in exceptions {
    let found = stringTexts(in: try repository.text(of: path)).map(\.text)
    #expect(texts.subtracting(found) == [])
  }
}
