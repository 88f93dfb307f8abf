public import RevolvingFund
internal import SwiftProtobuf

extension Bergulir_V1_PeriodDifference {
  /// In what two versions of a month differ, and how the earlier one came to be opened.
  public init(
    from earlier: ClosedPeriod, to later: ClosedPeriod, reopening: Reopening?, in upk: Code
  ) {
    self.init()
    name = ResourceName.period(upk, later.month).description
    fromVersion = Int32(clamping: earlier.version)
    toVersion = Int32(clamping: later.version)
    if let reopening, let confirmed = reopening.confirmed {
      reason = reopening.reason
      requestedBy = ResourceName.person(reopening.requested.person).description
      confirmedBy = ResourceName.person(confirmed.person).description
      reopenedOn = confirmed.on.description
    }
    figures = PeriodDifference.all(from: earlier, to: later).map(
      Bergulir_V1_FigureDifference.init)
  }
}

extension Bergulir_V1_FigureDifference {
  fileprivate init(_ difference: PeriodDifference) {
    self.init()
    figure = PeriodFigure(difference.figure).rawValue
    numeratorBefore = difference.before.numerator
    denominatorBefore = difference.before.denominator
    numeratorAfter = difference.after.numerator
    denominatorAfter = difference.after.denominator
  }
}

extension Bergulir_V1_Year {
  public init(_ closed: ClosedYear, in upk: Code) {
    self.init()
    name = ResourceName.year(upk, closed.year).description
    year = Int32(clamping: closed.year)
    closedOn = closed.closedOn.description
    income = closed.income.amount
    cost = closed.cost.amount
    profit = closed.profit.amount
  }
}

extension Bergulir_V1_Allocation {
  public init(_ allocation: ProfitAllocation, in upk: Code) {
    self.init()
    name = ResourceName.year(upk, allocation.year).description
    year = Int32(clamping: allocation.year)
    on = allocation.on.description
    decidedBy = ResourceName.person(allocation.decidedBy).description
    minutes = allocation.minutes
    amount = allocation.amount.amount
    parts = allocation.lines.map(Bergulir_V1_ProfitPart.init)
    bounds = allocation.bounds.map { ResourceName.policyBounds($0).description } ?? ""
  }
}

extension Bergulir_V1_ProfitPart {
  init(_ line: ProfitAllocation.Line) {
    self.init()
    purpose = line.purpose.rawValue
    hundredths = Int32(clamping: line.hundredths)
    amount = line.amount.amount
  }
}

extension [Bergulir_V1_ProfitPart] {
  /// The parts as asked for.
  ///
  /// - Throws: `fieldMissing`, `fieldInvalid`.
  public func shares() throws(Fault) -> [ProfitShare] {
    var shares: [ProfitShare] = []
    for (index, part) in enumerated() {
      let purpose = try Field("parts[\(index)].purpose", part.purpose).choice(ProfitPurpose.self)
      shares.append(ProfitShare(purpose, hundredths: Int(part.hundredths)))
    }
    return shares
  }
}
