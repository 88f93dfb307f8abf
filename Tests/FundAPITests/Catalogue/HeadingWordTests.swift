import FundAPI
import Testing

private func headings<Heading: CaseIterable & RawRepresentable<String> & Worded>(
  _ type: Heading.Type
) -> [(field: String, words: Sentence)] {
  type.allCases.map { ($0.rawValue, $0.words) }
}

private let all: [(field: String, words: Sentence)] =
  headings(PartyHeading.self) + headings(AccessHeading.self) + headings(LendingHeading.self)
  + headings(BookHeading.self) + headings(IndicatorHeading.self)
  + headings(PeriodHeading.self) + headings(CapitalHeading.self) + headings(RuleHeading.self)
  + headings(CaseHeading.self) + headings(ForecastHeading.self)
  + headings(EligibilityHeading.self) + headings(RepaymentHeading.self)
  + headings(InstrumentHeading.self) + headings(TroubledHeading.self) + headings(VisitHeading.self)
  + headings(NoticeHeading.self) + headings(PipelineHeading.self)
  + headings(LoanReportHeading.self) + headings(StatementHeading.self)
  + headings(OverviewHeading.self) + headings(RollupHeading.self) + headings(ClosingHeading.self)
  + headings(AccountabilityHeading.self) + headings(VerificationHeading.self)
  + headings(CountHeading.self) + headings(AuditHeading.self)

/// Fields whose heading is the same word in both languages.
private let shared: Set<String> = [
  "ksm", "upk", "label", "has_token", "server", "ccr_percent", "lar_percent", "par_percent",
  "rr_percent", "roi_annualised", "ksms", "final", "par",
]

@Test func `every heading is in both languages`() {
  for heading in all {
    #expect(!heading.words.english.isEmpty && !heading.words.indonesian.isEmpty)
  }
  #expect(Set(all.filter { $0.words.english == $0.words.indonesian }.map(\.field)) == shared)
}

@Test func `a field has one heading, but a principal is an account or what was lent`() {
  let fields = all.map(\.field)
  #expect(Set(fields.filter { field in fields.count { $0 == field } > 1 }) == ["principal"])
  for heading in all where heading.field != "principal" {
    #expect(Headings.of(heading.field, holding: .name) == heading.words)
    #expect(Headings.of(heading.field, holding: .figure) == heading.words)
  }
  #expect(Headings.of("principal", holding: .name) == AccessHeading.principal.words)
  #expect(Headings.of("principal", holding: .figure) == LendingHeading.principal.words)
  #expect(Headings.of("no_such_field", holding: .name) == nil)
}
