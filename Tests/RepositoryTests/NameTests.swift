import Testing

/// Names that say nothing of what a thing is for.
private let emptyWords: Set<String> = [
  "manager", "managers", "helper", "helpers", "util", "utils", "utility", "utilities", "impl",
  "common",
]

private func emptyNames(in path: String) -> [Finding] {
  path.split(separator: "/").filter { part in
    let stem = part.split(separator: ".").first ?? part
    return words(of: stem).contains { emptyWords.contains($0.lowercased()) }
  }.map { Finding(path: path, line: 1, what: "\($0) says nothing") }
}

/// The words of a name in camel case, with hyphens or with underscores.
private func words(of name: Substring) -> [String] {
  var words = [""]
  for character in name {
    if character == "-" || character == "_" || character == "+" {
      words.append("")
    } else if character.isUppercase, words.last?.last?.isLowercase == true {
      words.append(String(character))
    } else {
      words[words.count - 1].append(character)
    }
  }
  return words
}

@Test func `no file or folder has a name that says nothing`() {
  let findings = Repository().paths.flatMap(emptyNames)
  #expect(findings == [])
}

@Test(arguments: [
  "Sources/FundStore/LoanManager.swift", "Sources/FundStore/Helpers/Rows.swift",
  "Sources/FundAPI/Protos/common.proto", "Tests/LibpqTests/test_util.swift",
])
func `an empty name is found`(path: String) {
  #expect(emptyNames(in: path).count == 1)
}

@Test func `a word inside another word is not an empty name`() {
  #expect(emptyNames(in: "Sources/RevolvingFund/Commons/Implementation.swift") == [])
}
