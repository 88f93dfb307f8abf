/// The opening of a closed month, asked for by one person and confirmed by another (rules.md 0,
/// ruling 22).
public struct Reopening: Hashable, Sendable {
  public let upk: UPKID
  public let month: Month
  /// The version of the closed month that is opened.
  public let version: Int
  public let reason: String
  public let requested: Signature
  /// `nil` while nobody confirmed it.
  public let confirmed: Signature?

  /// Who did something, and when.
  public struct Signature: Hashable, Sendable {
    public let person: PersonID
    public let on: Day

    public init(person: PersonID, on day: Day) {
      self.person = person
      on = day
    }
  }

  public init(
    upk: UPKID, month: Month, version: Int, reason: String, requested: Signature,
    confirmed: Signature?
  ) {
    self.upk = upk
    self.month = month
    self.version = version
    self.reason = reason
    self.requested = requested
    self.confirmed = confirmed
  }

  /// The last day on which a month may be opened: before the 15th of the next.
  public static func lastDay(for month: Month) -> Day {
    month.adding(1).first.addingDays(13)
  }
}

extension Sequence<Reopening> {
  /// The version that the next close of a month makes.
  func nextVersion(of month: Month) -> Int {
    (filter { $0.month == month && $0.confirmed != nil }.map(\.version).max() ?? 0) + 1
  }

  /// The request for a version of a month that nobody has confirmed yet.
  func pending(_ month: Month, version: Int) -> Reopening? {
    first { $0.month == month && $0.version == version && $0.confirmed == nil }
  }
}
