// The headings of tables, by the names of the fields that JSON and CSV carry.

/// The headings of all fields.
public enum Headings {
  /// The heading of a field; `nil` where no noun has one.
  public static func of(_ field: String) -> Sentence? {
    PartyHeading(rawValue: field)?.words ?? AccessHeading(rawValue: field)?.words
      ?? LendingHeading(rawValue: field)?.words ?? BookHeading(rawValue: field)?.words
      ?? IndicatorHeading(rawValue: field)?.words
  }
}
