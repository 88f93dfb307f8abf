public import RevolvingFund
internal import SwiftProtobuf

extension Bergulir_V1_Visit {
  public init(_ visit: MemberVisit, in upk: Code) {
    self.init()
    name = ResourceName.visit(upk, visit.id.number).description
    loan = ResourceName.loan(upk, visit.loan.number).description
    member = visit.member
    on = visit.on.description
    visitor = ResourceName.person(visit.visitor).description
    companion = visit.companion.map { ResourceName.person($0).description } ?? ""
    received = visit.received.amount
    use = visit.use.rawValue
    finding = visit.finding?.rawValue ?? ""
    beneficiary = visit.beneficiary.map { ResourceName.person($0).description } ?? ""
    note = visit.note
    reference = visit.reference
  }
}

extension Bergulir_V1_DueVisit {
  public init(_ visit: DueVisit, in upk: Code, asOf day: Day) {
    self.init()
    loan = ResourceName.loan(upk, visit.loan.number).description
    ksm = ResourceName.ksm(upk, visit.ksm.number).description
    member = visit.member
    share = visit.share.amount
    due = visit.due.description
    overdue = visit.due < day
  }
}

extension Bergulir_V1_VisitFindings {
  public init(_ summary: VisitSummary) {
    self.init()
    asOf = summary.asOf.description
    due = Int32(clamping: summary.due)
    visited = Int32(clamping: summary.visited)
    confirmed = Int32(clamping: summary.confirmed)
    partly = Int32(clamping: summary.partly)
    deviated = Int32(clamping: summary.deviated)
    nameLending = Int32(clamping: summary.nameLending)
    if let rate = summary.findingsPerThousand { findingsPerThousand = Int32(clamping: rate) }
  }
}

extension Bergulir_V1_BorrowerBlock {
  /// A block as it was known at the end of a day.
  public init(_ block: BorrowerBlock, in upk: Code, asOf day: Day) {
    self.init()
    name = ResourceName.block(upk, block.id.number).description
    person = ResourceName.person(block.person).description
    cause = block.cause.rawValue
    visit = ResourceName.visit(upk, block.visit.number).description
    since = block.since.description
    guard let lift = block.lift, lift.on <= day else { return }
    liftedOn = lift.on.description
    liftedBy = ResourceName.person(lift.by).description
    minutes = lift.minutes
  }
}
