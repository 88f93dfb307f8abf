public import RevolvingFund
internal import SwiftProtobuf

extension Bergulir_V1_Indicator {
  public init(_ figure: Indicator) {
    self.init()
    indicator = figure.kind.rawValue
    numerator = figure.inputs.numerator
    denominator = figure.inputs.denominator
    percent = figure.percent ?? ""
    category = figure.category.rawValue
    annualised = figure.annualised ?? ""
  }
}

extension Bergulir_V1_IndicatorSheet {
  /// A sheet with what stands beside it: PAR that nothing dresses, and CCr with the programme's own
  /// reserve.
  public init(
    _ sheet: IndicatorSheet, _ quality: PortfolioQuality, _ reserve: ReserveReading, of upk: Code
  ) {
    self.init()
    self.upk = ResourceName.upk(upk).description
    asOf = sheet.asOf.description
    flowsAsOf = sheet.flowsAsOf.description
    indicators = sheet.all.map(Bergulir_V1_Indicator.init)
    operationalCcr = Bergulir_V1_Indicator(sheet.operationalCCr)
    self.quality = Bergulir_V1_PortfolioQuality(quality)
    self.reserve = Bergulir_V1_ReserveReading(reserve)
  }
}

extension Bergulir_V1_ReserveReading {
  init(_ reading: ReserveReading) {
    self.init()
    scheme = reading.scheme.rawValue
    required = reading.standard.required.amount
    formed = reading.standard.formed.amount
    ccr = Bergulir_V1_Indicator(reading.ccr)
  }
}

extension Bergulir_V1_PlaceIndicators {
  public init(_ place: RollupPlace, _ sums: IndicatorSums, name: String) {
    self.init()
    self.place = place.wireName
    title = name
    upks = Int32(sums.upks)
    indicators = sums.indicators.map(Bergulir_V1_Indicator.init)
  }
}

extension Bergulir_V1_GetIndicatorHistoryRequest {
  /// The most months that one answer shows.
  public static let limitMonths = 120

  /// The months asked for.
  ///
  /// - Throws: `fieldMissing`, `fieldInvalid` (also for a last month before the first),
  ///   `rangeTooLong`.
  public func months() throws(Fault) -> [Month] {
    let first = try Field("from", from).month()
    let last = try Field("until", until).month()
    guard first <= last else { throw .fieldInvalid("until", expected: .notBefore("from")) }
    let count = last.distance(from: first) + 1
    guard count <= Self.limitMonths else { throw .rangeTooLong(limitMonths: Self.limitMonths) }
    return (0..<count).map { first.adding($0) }
  }
}
