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
  public init(_ sheet: IndicatorSheet, of upk: Code) {
    self.init()
    self.upk = ResourceName.upk(upk).description
    asOf = sheet.asOf.description
    flowsAsOf = sheet.flowsAsOf.description
    indicators = sheet.all.map(Bergulir_V1_Indicator.init)
    operationalCcr = Bergulir_V1_Indicator(sheet.operationalCCr)
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

extension Bergulir_V1_Authority {
  public init(_ authority: LendingAuthority, of upk: Code) {
    self.init()
    self.upk = ResourceName.upk(upk).description
    asOf = authority.asOf.description
    category = authority.category.rawValue
    monthEnd = Bergulir_V1_GateReading(authority.monthEnd)
    live = Bergulir_V1_GateReading(authority.live)
    admitted = BorrowerStanding.allCases.filter(authority.admits).map(\.rawValue)
    if let found = authority.suspension { suspension = Bergulir_V1_Suspension(found, in: upk) }
  }
}

extension Bergulir_V1_GateReading {
  public init(_ reading: GatePAR) {
    self.init()
    asOf = reading.asOf.description
    numerator = reading.ratio.numerator
    denominator = reading.ratio.denominator
    percent = reading.ratio.parPercent ?? ""
    category = reading.category.rawValue
  }
}

extension Ratio {
  /// The ratio as PAR is shown; `nil` when not rated.
  fileprivate var parPercent: String? {
    percentText(decimals: IndicatorKind.par.decimals, boundaries: IndicatorKind.par.boundaries)
  }
}

extension Bergulir_V1_Suspension {
  public init(_ suspension: Suspension, in upk: Code) {
    self.init()
    since = suspension.since.description
    frozenPrincipal = suspension.frozenPrincipal.amount
    recoveryTarget = suspension.recoveryTarget.amount
    recovered = suspension.recovered.amount
    loans = suspension.frozen.map { frozen in
      .with {
        $0.loan = ResourceName.loan(upk, frozen.loan.number).description
        $0.collectability = Int32(frozen.collectability.rawValue)
        $0.overduePrincipal = frozen.overduePrincipal.amount
        $0.recovered = frozen.recovered.amount
        $0.finalDue = frozen.finalDue.description
      }
    }
  }
}
