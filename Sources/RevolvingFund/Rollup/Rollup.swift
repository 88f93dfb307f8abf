/// The closed books of one place in one month, summed; ratios are taken of the sums and never
/// averaged (rules.md 3.1 and ruling 21).
///
/// Only UPK that closed the month are in the sums. What the sums come to gives no authority.
public struct Rollup: Hashable, Sendable {
  public let place: RollupPlace
  /// What the place is called; empty for one that is not registered.
  public let name: String
  /// UPK that operated in the month.
  public let expected: Int
  /// How many of those closed it, by the authority that the close gave each.
  public let categories: [AuthorityCategory: Int]
  /// Those that were summed; none where nobody closed.
  public let indicators: [Indicator]

  public init(
    place: RollupPlace, name: String, expected: Int, categories: [AuthorityCategory: Int],
    indicators: [Indicator]
  ) {
    self.place = place
    self.name = name
    self.expected = expected
    self.categories = categories
    self.indicators = indicators
  }

  public var closed: Int { categories.values.reduce(0, +) }
  public var missing: Int { expected - closed }

  public subscript(kind: IndicatorKind) -> Indicator? {
    indicators.first { $0.kind == kind }
  }
}

/// What is summed or ranked: the whole province, a region or a single UPK.
public enum RollupPlace: Hashable, Sendable {
  case province
  case region(RegionCode)
  case upk(Code)
}

/// By what an area is divided.
public enum RollupLevel: String, Hashable, Sendable, CaseIterable {
  case province, city, subdistrict, ward, upk

  /// The next smaller parts of an area: what a drill-down shows.
  public init(below area: RegionCode?) {
    self =
      switch area?.level {
      case nil: .city
      case .province: .city
      case .city: .subdistrict
      case .subdistrict: .ward
      case .ward: .upk
      }
  }

  /// How many characters of a region's code name the part; all of them for a UPK.
  public var codeLength: Int {
    switch self {
    case .province: 2
    case .city: 5
    case .subdistrict: 8
    case .ward, .upk: 13
    }
  }
}

/// An area, its first parts, and who is missing from the sums.
public struct AreaRollup: Hashable, Sendable {
  public let month: Month
  public let asOf: Day
  /// `nil` where the parts are single UPK and not all of them.
  public let total: Rollup?
  public let parts: [Rollup]
  /// UPK that operated in the month and had not closed it; as many as are listed.
  public let missing: [Code]

  public init(month: Month, asOf day: Day, total: Rollup?, parts: [Rollup], missing: [Code]) {
    self.month = month
    asOf = day
    self.total = total
    self.parts = parts
    self.missing = missing
  }
}
