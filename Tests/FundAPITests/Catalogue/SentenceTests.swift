import RevolvingFund
import Testing

@testable import FundAPI

private func sentences(_ problem: Problem) -> [Sentence] {
  problem.violations.flatMap { [$0.message, $0.remedy] }
}

@Test func `every rejection, every fault and every mistake has an example`() {
  #expect(rejectionSamples.map(\.code) == RejectionCode.allCases)
  #expect(faultSamples.map(\.code) == FaultCode.allCases)
  let mistakes = mistakeSamples.map(\.code)
  #expect(MistakeCode.allCases.filter(mistakes.contains) == MistakeCode.allCases)
}

@Test(arguments: problemSamples + mistakeProblems, Language.allCases)
func `a sentence is one whole sentence or more`(problem: Problem, language: Language) {
  for sentence in sentences(problem).map({ $0[language] }) {
    #expect(sentence.hasSuffix("."))
    #expect(sentence.first.map { $0.isUppercase || $0.isNumber } ?? false)
    for stray in ["  ", "\n", "\\", "Optional(", " nil ", "..", "()", "Sentence("] {
      #expect(!sentence.contains(stray), "\(sentence)")
    }
  }
}

private let giveaways: [Language: Set<Substring>] = [
  .english: ["yang", "harus", "tidak", "dan", "atau", "dari", "sudah", "untuk", "dahulu"],
  .indonesian: ["the", "is", "must", "and", "or", "of", "to", "it", "already", "first"],
]

@Test(arguments: problemSamples + mistakeProblems, Language.allCases)
func `a sentence is in its own language`(problem: Problem, language: Language) {
  for sentence in sentences(problem).map({ $0[language] }) {
    let words = Set(sentence.lowercased().split { !$0.isLetter && $0 != "_" })
    #expect(words.isDisjoint(with: giveaways[language] ?? []), "\(sentence)")
  }
}

/// How a fact looks in a sentence; `nil` for codes, whose place a word takes.
private func spoken(_ fact: Problem.Fact, _ language: Language) -> [String]? {
  if let day = Day(parsing: fact.value) { return [day.words[language]] }
  if fact.name == "par" { return [Percent(text: fact.value).words[language]] }
  if fact.name == "allowed" {
    return fact.value.split(separator: ",").compactMap { Int64($0) }
      .map { Rupiah($0).figures[language] }
  }
  guard let number = Int64(fact.value) else { return nil }
  return fact.name == "account" || number < 1000 || !isAmount(fact.name)
    ? [fact.value] : [Rupiah(number).figures[language]]
}

private func isAmount(_ name: String) -> Bool {
  let counts = ["count", "length", "limit", "year", "expected_year"]
  return !counts.contains(name)
}

@Test(arguments: problemSamples, Language.allCases)
func `a sentence says every number and day behind it`(problem: Problem, language: Language) {
  for violation in problem.violations {
    let text = violation.message[language] + violation.remedy[language]
    for fact in violation.facts {
      // The largest amount is money although its name is that of counts too.
      let isMoney = violation.reason == RejectionCode.amountTooLarge.rawValue
      let figures = Int64(fact.value).map { [Rupiah($0).figures[language]] }
      for expected in (isMoney ? figures : spoken(fact, language)) ?? [] {
        #expect(text.contains(expected), "\(fact.name) \(expected) in: \(text)")
      }
    }
  }
}

@Test func `a sentence puts numbers in the language's way`() {
  let refusal = Refusal(
    .lendingNotAuthorised(
      .new, .suspended, par: Ratio(12_330_000, 20_000_000), asOf: day(2017, 12, 31)))
  let message = Problem(refusal).first.message
  #expect(
    message.english == """
      The UPK may not lend to a new KSM: its PAR is 61.65 % (Rp 12,330,000 of Rp 20,000,000) as of \
      2017-12-31, category suspended.
      """)
  #expect(
    message.indonesian == """
      UPK tidak boleh memberi pinjaman kepada KSM baru: PAR 61,65 % (Rp 12.330.000 dari \
      Rp 20.000.000) per 31-12-2017, kategori Penundaan.
      """)
}

@Test func `one thing is said in the singular`() {
  let small = Problem(Refusal(.ksmTooSmall(members: 1, required: 5))).first.message
  #expect(small.english.contains("has 1 member;"))
  let long = Problem(Refusal(.termOutOfPolicy(months: 1, shortest: 3, longest: 12))).first.message
  #expect(long.english.contains("is 1 month;") && long.indonesian.contains("1 bulan;"))
}

@Test(arguments: PolicyField.allCases)
func `a value of a policy is said in its own measure`(field: PolicyField) {
  let refusal = Refusal(.policyOutOfBounds(field: field, value: 35_000, least: 0, most: 30_000))
  let message = Problem(refusal).first.message
  switch field {
  case .savingsThousandths:
    #expect(message.english.contains("35000 thousandths"))
  case .firstLoanCeiling, .laterLoanCeiling, .roundUnit, .startUpCeiling, .lateFee,
    .cashLimit:
    #expect(message.english.contains("Rp 35,000") && message.indonesian.contains("Rp 35.000"))
  case .shortestTerm, .longestTerm, .startUpLongestTerm:
    #expect(message.english.contains("35000 months") && message.indonesian.contains("35000 bulan"))
  case .leastCapital:
    #expect(message.english.contains("350.00 %") && message.indonesian.contains("350,00 %"))
  case .deviation:
    #expect(message.english.contains("35000;") && message.indonesian.contains("35000;"))
  case .rate:
    #expect(message.english.contains("3.5 % a month"))
    #expect(message.indonesian.contains("3,5 % sebulan"))
  }
}

@Test(arguments: BorrowerStanding.allCases)
func `whoever may not borrow hears what would help`(standing: BorrowerStanding) {
  let refusal = Refusal(
    .lendingNotAuthorised(standing, .suspended, par: Ratio(1, 2), asOf: day(2017, 12, 31)))
  let violation = Problem(refusal).first
  #expect(violation.message.indonesian.contains(standing.words.indonesian))
  #expect(!violation.remedy.english.isEmpty && !violation.remedy.indonesian.isEmpty)
}
