/// The charter (anggaran dasar) of a board as it binds one UPK, from a day on (002 §LKM-1).
///
/// It is recorded as it is: a clause that it lacks stays absent, and eligibility says so.
public struct Charter: Hashable, Sendable {
  public let upk: UPKID
  public internal(set) var version: Int64
  public let validFrom: Day
  /// The number of the deed by which it was made.
  public let deed: String
  /// The article that says it, for each clause that the charter has.
  public let articles: [CharterClause: String]
  /// The minutes of its approval.
  public let minutes: String

  public init(
    upk: UPKID, version: Int64, validFrom: Day, deed: String, articles: [CharterClause: String],
    minutes: String
  ) {
    self.upk = upk
    self.version = version
    self.validFrom = validFrom
    self.deed = deed
    self.articles = articles
    self.minutes = minutes
  }

  /// The clauses that it lacks, in their order.
  public var lacking: [CharterClause] {
    CharterClause.allCases.filter { articles[$0] == nil }
  }
}

/// What a charter must say of the fund.
public enum CharterClause: String, Hashable, Sendable, CaseIterable {
  /// Lending serves poor residents who have no other credit (002 §LKM-1a; rules.md R-005).
  case povertyTool
  /// The fund's money is for loans only (002 §LKM-1b; rules.md R-006).
  case lendingOnly
  /// The unit's income pays the unit's costs only, and supervisors live of the year's profit
  /// (002 §LKM-1c; rules.md R-007).
  case incomeForUnitOnly
}

extension Sequence<Charter> {
  /// The version in force on a day: the one that began last.
  public func inForce(on day: Day) -> Charter? {
    filter { $0.validFrom <= day }.max { ($0.validFrom, $0.version) < ($1.validFrom, $1.version) }
  }
}
