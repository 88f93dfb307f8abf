// The headings of tables, by the names of the fields that JSON and CSV carry.

/// The headings of all fields.
public enum Headings {
  /// What a field holds; a loan's `principal` is a figure, a caller's is a name.
  public enum Content: Hashable, Sendable {
    case name, figure
  }

  /// The heading of a field; `nil` where no noun has one.
  public static func of(_ field: String, holding content: Content) -> Sentence? {
    switch content {
    case .name: access(field) ?? lending(field)
    case .figure: lending(field) ?? access(field)
    }
  }

  private static func access(_ field: String) -> Sentence? { first(of: accessNouns, field) }

  private static func lending(_ field: String) -> Sentence? { first(of: lendingNouns, field) }

  private typealias Noun = @Sendable (String) -> Sentence?

  private static func first(of nouns: [Noun], _ field: String) -> Sentence? {
    nouns.lazy.compactMap { $0(field) }.first
  }

  private static let accessNouns: [Noun] = [
    { PartyHeading(rawValue: $0)?.words }, { AccessHeading(rawValue: $0)?.words },
  ]

  private static let lendingNouns: [Noun] = [
    { LendingHeading(rawValue: $0)?.words }, { BookHeading(rawValue: $0)?.words },
    { IndicatorHeading(rawValue: $0)?.words }, { PeriodHeading(rawValue: $0)?.words },
    { CapitalHeading(rawValue: $0)?.words }, { RuleHeading(rawValue: $0)?.words },
    { EligibilityHeading(rawValue: $0)?.words }, { InstrumentHeading(rawValue: $0)?.words },
    { TroubledHeading(rawValue: $0)?.words }, { CaseHeading(rawValue: $0)?.words },
    { RepaymentHeading(rawValue: $0)?.words }, { PipelineHeading(rawValue: $0)?.words },
    { ForecastHeading(rawValue: $0)?.words }, { VerificationHeading(rawValue: $0)?.words },
    { VisitHeading(rawValue: $0)?.words }, { NoticeHeading(rawValue: $0)?.words },
    { LoanReportHeading(rawValue: $0)?.words }, { StatementHeading(rawValue: $0)?.words },
    { OverviewHeading(rawValue: $0)?.words },
    { RollupHeading(rawValue: $0)?.words }, { CountHeading(rawValue: $0)?.words },
    { ClosingHeading(rawValue: $0)?.words },
    { AccountabilityHeading(rawValue: $0)?.words }, { AuditHeading(rawValue: $0)?.words },
  ]
}
