/// How often a person did one thing in a span (rules.md R-051).
public struct Activity: Hashable, Sendable {
  public let person: PersonID
  /// The name of the command.
  public let deed: CommandKind
  public let count: Int64
  public let first: Day
  public let last: Day

  public init(person: PersonID, deed: CommandKind, count: Int64, first: Day, last: Day) {
    self.person = person
    self.deed = deed
    self.count = count
    self.first = first
    self.last = last
  }
}
