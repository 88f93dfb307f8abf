/// The indicators of a part of an area on any day, whether its months are closed or not: ratios of
/// the sums of its UPK, never averages of ratios (rules.md 3.1 and ruling 21).
public struct AreaIndicators: Hashable, Sendable {
  public let place: RollupPlace
  /// What the place is called; empty for one that is not registered.
  public let name: String
  public let sums: IndicatorSums

  public init(place: RollupPlace, name: String, sums: IndicatorSums) {
    self.place = place
    self.name = name
    self.sums = sums
  }
}

/// The indicators of UPK, added up.
public struct IndicatorSums: Hashable, Sendable {
  /// How many UPK were added.
  public private(set) var upks: Int
  /// LAR, PAR, CCr, ROI and RR; none before a UPK was added.
  public private(set) var indicators: [Indicator]

  public static let nothing = IndicatorSums(upks: 0, indicators: [])

  private init(upks: Int, indicators: [Indicator]) {
    self.upks = upks
    self.indicators = indicators
  }

  /// Adds the five indicators of a UPK, in their usual order.
  public mutating func add(_ added: [Indicator]) {
    upks += 1
    guard !indicators.isEmpty else {
      indicators = added
      return
    }
    precondition(indicators.map(\.kind) == added.map(\.kind), "sums are of the same indicators")
    indicators = zip(indicators, added).map {
      Indicator($0.kind, inputs: $0.inputs + $1.inputs, judged: $0.judged + $1.judged)
    }
  }
}

extension Ratio {
  /// The ratio of the sums.
  fileprivate static func + (left: Ratio, right: Ratio) -> Ratio {
    Ratio(left.numerator + right.numerator, left.denominator + right.denominator)
  }
}

extension RollupLevel {
  /// The part of an area that a UPK lies in.
  public func place(of upk: UPK) -> RollupPlace {
    switch self {
    case .upk: .upk(upk.code)
    case .province, .city, .subdistrict, .ward:
      RegionCode(String(upk.region.description.prefix(codeLength))).map { .region($0) }
        ?? .province
    }
  }
}
