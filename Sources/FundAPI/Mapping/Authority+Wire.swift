public import RevolvingFund
internal import SwiftProtobuf

extension Bergulir_V1_Authority {
  /// An authority; the minutes and the duty belong to the suspension it stands in.
  public init(
    _ authority: LendingAuthority, minutes: Recovery?, duty: CollectionDuty?, of upk: Code
  ) {
    self.init()
    self.upk = ResourceName.upk(upk).description
    asOf = authority.asOf.description
    category = authority.category.rawValue
    ground = authority.ground.rawValue
    if let last = authority.lastClosed {
      closedMonth = last.month.description
      monthEnd = Bergulir_V1_GateReading(last.gate)
    }
    live = Bergulir_V1_GateReading(authority.live)
    admitted = BorrowerStanding.allCases.filter(authority.admits).map(\.rawValue)
    topUp = authority.admitsTopUp
    closeBy = authority.closeBy?.description ?? ""
    if let recovery = authority.recovery {
      suspension = Bergulir_V1_Suspension(recovery, minutes: minutes, duty: duty, in: upk)
    }
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
  public init(
    _ test: RecoveryTest, minutes: Recovery?, duty: CollectionDuty?, in upk: Code
  ) {
    self.init()
    since = test.suspension.since.description
    frozenPrincipal = test.frozenPrincipal.amount
    recoveryTarget = test.target.amount
    recovered = test.recovered.amount
    missing = test.missing.amount
    isTestable = test.isAvailable
    self.minutes = minutes?.minutes ?? ""
    recoveredFrom = minutes?.from.description ?? ""
    loans = test.counters.map { counter in
      var loan = Bergulir_V1_FrozenLoan(counter.loan, in: upk)
      loan.recovered = counter.recovered.amount
      loan.missing = counter.missing.amount
      return loan
    }
    missingCollections = duty?.missing.map(\.description) ?? []
    collectedThisMonth = duty?.isDoneThisMonth ?? false
  }
}

extension Bergulir_V1_FrozenLoan {
  public init(_ frozen: FrozenLoan, in upk: Code) {
    self.init()
    loan = ResourceName.loan(upk, frozen.loan.number).description
    collectability = Int32(frozen.collectability.rawValue)
    overduePrincipal = frozen.overduePrincipal.amount
    overdueServiceCharge = frozen.overdueServiceCharge.amount
    finalDue = frozen.finalDue.description
  }
}

extension Bergulir_V1_JointCollection {
  public init(_ collection: JointCollection, in upk: Code) {
    self.init()
    name = ResourceName.collection(upk, collection.number).description
    on = collection.on.description
    boardPerson = ResourceName.person(collection.boardPerson).description
    unitPerson = ResourceName.person(collection.unitPerson).description
    note = collection.note
  }
}
