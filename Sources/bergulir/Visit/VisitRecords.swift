import FundAPI
import RevolvingFund

extension Record {
  /// A visit as it is shown.
  init(_ visit: Bergulir_V1_Visit) {
    self.init(
      [
        "name": .filled(visit.name), "loan": .filled(visit.loan),
        "member": .count(visit.member), "on": .filled(visit.on),
        "received": .amount(visit.received), "used_for": .code(visit.use, VisitUse.self),
        "finding": .code(visit.finding, VisitFinding.self),
      ],
      details: [
        "visitor": .filled(visit.visitor), "companion": .filled(visit.companion),
        "beneficiary": .filled(visit.beneficiary), "note": .filled(visit.note),
        "reference": .filled(visit.reference),
      ])
  }

  /// A member whom nobody has visited.
  init(_ visit: Bergulir_V1_DueVisit) {
    self.init([
      "loan": .filled(visit.loan), "ksm": .filled(visit.ksm), "member": .count(visit.member),
      "share": .amount(visit.share), "due": .filled(visit.due), "overdue": .flag(visit.overdue),
    ])
  }

  /// What visits found, counted.
  init(_ findings: Bergulir_V1_VisitFindings) {
    self.init([
      "as_of": .filled(findings.asOf), "due": .count(Int64(findings.due)),
      "visited": .count(Int64(findings.visited)),
      "confirmed": .count(Int64(findings.confirmed)),
      "partly": .count(Int64(findings.partly)), "deviated": .count(Int64(findings.deviated)),
      "name_lending": .count(Int64(findings.nameLending)),
      "findings_per_thousand":
        findings.hasFindingsPerThousand ? .count(Int64(findings.findingsPerThousand)) : .absent,
    ])
  }

  /// A block as it is shown.
  init(_ block: Bergulir_V1_BorrowerBlock) {
    self.init(
      [
        "name": .filled(block.name), "person": .filled(block.person),
        "cause": .code(block.cause, BlockCause.self), "since": .filled(block.since),
        "lifted_on": .filled(block.liftedOn),
      ],
      details: [
        "visit": .filled(block.visit), "lifted_by": .filled(block.liftedBy),
        "minutes": .filled(block.minutes),
      ])
  }
}
