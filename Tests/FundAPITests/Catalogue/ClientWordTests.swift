import FundAPI
import RevolvingFund
import Testing

/// Whether a sentence says something in both languages, and not the same.
private func isTranslated(_ sentence: Sentence) -> Bool {
  !sentence.english.isEmpty && !sentence.indonesian.isEmpty
    && sentence.english != sentence.indonesian
}

@Test(arguments: mistakeSamples)
func `a mistake is told in both languages`(mistake: Mistake) {
  let violation = Problem.Violation(mistake)
  #expect(isTranslated(violation.message))
  #expect(isTranslated(violation.remedy))
  #expect(violation.reason == mistake.code.rawValue)
}

@Test(arguments: [
  (Mistake.addressInvalid("fund:x"), ["fund:x"]),
  (.contextUnknown("office", known: ["field", "home"]), ["office", "field, home"]),
  (.contextNameInvalid("a/b"), ["a/b"]), (.contextsUnreadable(path: "c.json"), ["c.json"]),
  (.tokenFileEmpty("o.token"), ["o.token"]),
  (.fileUnreadable(path: "j.csv", .other("no tape")), ["j.csv", "no tape"]),
  (.fileUnwritable(path: "out", .full), ["out"]),
  (.fileTooLarge(path: "j.csv", limitBytes: 16_777_216), ["j.csv", "16777216"]),
  (.fileNotText(path: "j.csv"), ["j.csv"]), (.fileEmpty(path: "j.csv"), ["j.csv"]),
  (.headerWrong(path: "j.csv", expected: ["date", "debit"]), ["j.csv", "date,debit"]),
  (.lineMalformed(line: 41, .quoteOpen), ["41"]), (.lineMalformed(line: 41, .endMissing), ["41"]),
  (.lineMalformed(line: 41, .fieldCount(found: 5, expected: 6)), ["41", "5", "6"]),
  (
    .fieldWrong(line: 41, field: "debit", value: "x7", expected: .account),
    ["41", "debit", "'x7'"]
  ),
  (.fieldSecretWrong(line: 41, field: "nik", expected: .nik), ["41", "nik"]),
  (.tooManyLines(path: "j.csv", limit: 1000), ["j.csv", "1000"]),
  (.monthNotPublished("2017-13"), ["2017-13"]),
  (.headLineMalformed(path: "heads.jsonl", line: 3), ["heads.jsonl", "3"]),
  (.headNotSigned(path: "heads.jsonl", line: 3), ["heads.jsonl", "3"]),
])
func `a mistake names what it is about in both languages`(mistake: Mistake, names: [String]) {
  let violation = Problem.Violation(mistake)
  for language in Language.allCases {
    let text = violation.message[language] + " " + violation.remedy[language]
    for name in names { #expect(text.contains(name), "\(text)") }
  }
}

@Test func `a long value is cut short`() {
  let value = String(repeating: "x", count: 100)
  let mistake = Mistake.fieldWrong(line: 1, field: "debit", value: value, expected: .account)
  #expect(!Problem.Violation(mistake).message.english.contains(value))
}

@Test(arguments: commandLineSamples)
func `a wrong command line is told with its words in both languages`(
  mistake: CommandLineMistake, names: [String]
) {
  #expect(isTranslated(mistake.words))
  for language in Language.allCases {
    for name in names { #expect(mistake.words[language].contains(name), "\(name)") }
  }
}

@Test(arguments: optionSamples)
func `wrong options are told with their names in both languages`(
  mistake: OptionMistake, names: [String]
) {
  #expect(isTranslated(mistake.words))
  for language in Language.allCases {
    for name in names { #expect(mistake.words[language].contains(name), "\(name)") }
  }
}

@Test(arguments: figureReasonSamples)
func `a reason why a figure differs is told in both languages`(
  reason: FigureReason, names: [String]
) {
  #expect(isTranslated(reason.words))
  #expect(reason.words.english.hasSuffix(".") && reason.words.indonesian.hasSuffix("."))
  for name in names { #expect(reason.words.english.contains(name), "\(name)") }
}

@Test func `a figure in a reason is put in the language's way`() {
  let reason = FigureReason.profitAboveIncome(profit: 22_608_076, income: 152_097)
  #expect(reason.words.english.contains("Rp 22,608,076"))
  #expect(reason.words.indonesian.contains("Rp 22.608.076"))
}

private let vocabularies: [[Sentence]] = [
  ArgumentForm.allCases.map(\.words), ExitStatus.allCases.map(\.words),
  CallStatus.allCases.map(\.words), Verb.allCases.map(\.words), GateReading.allCases.map(\.words),
  AuthorityCategory.allCases.map(\.rule), fileTroubles.map(\.words),
  AuthorityCategory.allCases.map(\.words), LendingAuthority.Ground.allCases.map(\.words),
  [ArgumentCorrection.write(.day), .chooseFrom(["a", "b"]), .amountTooLarge].map(\.words),
]

@Test(arguments: vocabularies)
func `the client's words are different from each other and in both languages`(
  words: [Sentence]
) {
  for sentence in words { #expect(isTranslated(sentence), "\(sentence.english)") }
  #expect(Set(words.map(\.english)).count == words.count)
  #expect(Set(words.map(\.indonesian)).count == words.count)
}

@Test func `a call's failure is told with what the transport said`() {
  #expect(CallStatus.unavailable.words(detail: "") == CallStatus.unavailable.words)
  let words = CallStatus.unavailable.words(detail: "reset by peer")
  #expect(words.english.contains("UNAVAILABLE: reset by peer"))
  #expect(words.indonesian.hasPrefix("Sambungan ke server putus."))
}
