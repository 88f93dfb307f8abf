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

  private static func access(_ field: String) -> Sentence? {
    PartyHeading(rawValue: field)?.words ?? AccessHeading(rawValue: field)?.words
  }

  private static func lending(_ field: String) -> Sentence? {
    LendingHeading(rawValue: field)?.words ?? BookHeading(rawValue: field)?.words
      ?? IndicatorHeading(rawValue: field)?.words ?? PeriodHeading(rawValue: field)?.words
      ?? CapitalHeading(rawValue: field)?.words
      ?? RuleHeading(rawValue: field)?.words
      ?? EligibilityHeading(rawValue: field)?.words ?? InstrumentHeading(rawValue: field)?.words
      ?? TroubledHeading(rawValue: field)?.words
  }
}
