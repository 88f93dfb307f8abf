public import RevolvingFund
internal import SwiftProtobuf

extension Bergulir_V1_Restructuring {
  public init(_ restructuring: Restructuring, in upk: Code) {
    self.init()
    loan = ResourceName.loan(upk, restructuring.loan.number).description
    successor = ResourceName.loan(upk, restructuring.successor.number).description
    on = restructuring.on.description
    principal = restructuring.principal.amount
    serviceCharge = restructuring.serviceCharge.amount
    collectability = Int32(restructuring.collectability.rawValue)
    reason = restructuring.grounds.reason
    evidence = restructuring.grounds.evidence
    agreement = restructuring.grounds.agreement
    minutes = restructuring.grounds.minutes
    notice = restructuring.grounds.notice
    decidedBy = ResourceName.person(restructuring.decidedBy).description
  }
}

extension Bergulir_V1_WriteOff {
  /// A write-off as it stood at the end of a day.
  public init(_ writeOff: WriteOff, ksm: Int64, in upk: Code, asOf day: Day) {
    self.init()
    let claim = writeOff.claim(asOf: day)
    loan = ResourceName.loan(upk, writeOff.loan.number).description
    self.ksm = ResourceName.ksm(upk, ksm).description
    on = writeOff.on.description
    principal = writeOff.principal.amount
    serviceCharge = writeOff.serviceCharge.amount
    fromReserve = writeOff.fromReserve.amount
    cost = (writeOff.principal - writeOff.fromReserve).amount
    minutes = writeOff.decision.minutes
    report = writeOff.decision.report
    proposedBy = ResourceName.person(writeOff.decision.proposedBy).description
    decidedBy = ResourceName.person(writeOff.decision.decidedBy).description
    state = writeOff.state(asOf: day).rawValue
    recovered = writeOff.recovered(by: day).total.amount
    claimPrincipal = claim.principal.amount
    claimServiceCharge = claim.serviceCharge.amount
    savingsKept = writeOff.decision.savingsKept
    recoveries = writeOff.known(on: day)
    guard let waiver = writeOff.waiver, waiver.on <= day else { return }
    waivedOn = waiver.on.description
    waived = waiver.waived.total.amount
    waiverMinutes = waiver.minutes
    waiverReason = waiver.reason
  }
}

extension WriteOff {
  /// What had come in by a day, and been taken back by it.
  func known(on day: Day) -> [Bergulir_V1_ClaimRecovery] {
    recoveries.filter { $0.on <= day }.map { recovery in
      .with {
        $0.receivedOn = recovery.on.description
        $0.principal = recovery.principal.amount
        $0.serviceCharge = recovery.serviceCharge.amount
        if let receipt = recovery.receipt {
          $0.receipt = receipt.number.description
          $0.account = receipt.account.number
        }
        guard let reversal = recovery.reversal, reversal.on <= day else { return }
        $0.reversedOn = reversal.on.description
        $0.reversalReason = reversal.reason
      }
    }
  }
}

extension Bergulir_V1_PortfolioQuality {
  public init(_ quality: PortfolioQuality) {
    self.init()
    restructured = quality.restructured.amount
    restructuredAtRisk = quality.restructuredAtRisk.amount
    restructuredLoans = Int32(quality.restructuredLoans)
    writtenOff = quality.writtenOff.amount
    claims = quality.claims.total.amount
    withoutRestructured = Bergulir_V1_QualityReading(quality.withoutRestructured)
    withRestructured = Bergulir_V1_QualityReading(quality.withRestructured)
    withWriteOffs = Bergulir_V1_QualityReading(quality.withWriteOffs)
    withBoth = Bergulir_V1_QualityReading(quality.withBoth)
  }
}

extension Bergulir_V1_QualityReading {
  /// A reading of PAR.
  public init(_ ratio: Ratio) {
    self.init()
    let reading = Indicator(.par, ratio)
    numerator = ratio.numerator
    denominator = ratio.denominator
    percent = reading.percent ?? ""
    category = reading.category.rawValue
  }
}
