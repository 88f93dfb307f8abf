public import RevolvingFund
internal import SwiftProtobuf

extension Bergulir_V1_Period {
  /// A closed month; the list only where a suspension began with it.
  public init(_ period: ClosedPeriod, frozen: Suspension? = nil, in upk: Code) {
    self.init()
    name = ResourceName.period(upk, period.month).description
    month = period.month.description
    version = Int32(clamping: period.version)
    closedOn = period.closedOn.description
    category = period.category.rawValue
    suspendedSince = period.suspendedSince?.description ?? ""
    indicators = period.indicators.map(Bergulir_V1_Indicator.init)
    gate = Bergulir_V1_GateReading(period.gate)
    reserveScheme = period.reserve?.scheme.rawValue ?? ""
    reserveRequired = period.reserve?.required.amount ?? 0
    reserveFormed = period.reserve?.formed.amount ?? 0
    frozenLoans = (frozen?.loans ?? []).map { Bergulir_V1_FrozenLoan($0, in: upk) }
  }
}
