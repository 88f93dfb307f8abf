/// What follows from an accepted command.
///
/// The store numbers the event, chains it and writes all of it, or nothing.
public struct Effects: Sendable {
  /// The state that the command found.
  public let head: Head
  /// What the command was about or made.
  public let subject: Subject
  /// What the answer shows, so that a repeated request can be answered from the event alone.
  public var outcome = Content()
  public private(set) var changes: [Change] = []
  public private(set) var vouchers: [Voucher] = []
  /// The next numbers of the series that were drawn on.
  public private(set) var counters: [String: Int64] = [:]
  /// The last closed month after it, where it closes or opens one.
  public private(set) var closedMonth: Month?

  init(head: Head, subject: (inout Numbering) -> Subject) {
    var numbering = Numbering(head: head)
    self.head = head
    self.subject = subject(&numbering)
    counters = numbering.drawn
  }

  init(head: Head, subject: Subject) {
    self.init(head: head) { _ in subject }
  }

  mutating func add(_ change: Change) {
    changes.append(change)
  }

  /// Closes a month, and freezes the list of a suspension that begins with it.
  mutating func close(_ period: ClosedPeriod, freezing suspension: Suspension?) {
    closedMonth = period.month
    add(.periodClosed(period, freezing: suspension))
  }

  /// Opens the last closed month again.
  mutating func reopen(_ reopening: Reopening) {
    closedMonth = reopening.month.adding(-1)
    add(.periodReopened(reopening))
  }

  /// Takes the next number of a series.
  mutating func draw(_ counter: Counter) -> Int64 {
    var numbering = Numbering(head: head, drawn: counters)
    defer { counters = numbering.drawn }
    return numbering.take(counter)
  }

  /// Books a voucher under the number that it has already.
  mutating func book(_ voucher: Voucher) { vouchers.append(voucher) }

  /// Lets series go on with these numbers.
  mutating func go(on next: [String: Int64]) {
    counters.merge(next) { max($0, $1) }
  }

  /// Books a voucher under the next number of its series, and says which.
  @discardableResult
  mutating func post(
    on day: Day, _ description: String, reference: String? = nil, _ postings: [Posting],
    reversing reversed: VoucherNumber? = nil
  ) -> VoucherNumber {
    let kind = VoucherKind(postings)
    var numbering = Numbering(head: head, drawn: counters)
    let number = VoucherNumber(
      kind: kind, year: day.year, number: numbering.take(.voucher(kind, year: day.year)))
    counters = numbering.drawn
    vouchers.append(
      Voucher(
        number: number, bookedOn: day, description: description, reference: reference,
        postings: postings, reverses: reversed))
    return number
  }
}

/// Numbers drawn from a stream's series without gaps.
struct Numbering {
  let head: Head
  private(set) var drawn: [String: Int64]

  init(head: Head, drawn: [String: Int64] = [:]) {
    self.head = head
    self.drawn = drawn
  }

  mutating func take(_ counter: Counter) -> Int64 {
    let next = drawn[counter.name] ?? head.counters[counter.name] ?? 1
    drawn[counter.name] = next + 1
    return next
  }
}

/// The series of numbers that a stream keeps.
public enum Counter: Hashable, Sendable {
  case upk, person, principal, token, assignment, training, charter, policy, policyBounds, ksm
  case application, loan, collection, repair, attestation, instrument, caseStep, visit, block
  case approvalChain, delegation, relationship
  case repayment, liabilityCall, debtSettlement, suspenseAssignment
  case cashCount, reconciliation, asset
  case budget
  case complaint, meeting, supervision, finding, publication, confirmation
  case receipt(year: Int)
  case member(ksm: Int64)
  case voucher(VoucherKind, year: Int)

  public var name: String {
    switch self {
    case .upk: "upk"
    case .person: "person"
    case .principal: "principal"
    case .token: "token"
    case .assignment: "assignment"
    case .charter: "charter"
    case .training: "training"
    case .policy: "policy"
    case .policyBounds: "policy-bounds"
    case .ksm: "ksm"
    case .application: "application"
    case .loan: "loan"
    case .collection: "collection"
    case .repair: "repair"
    case .attestation: "attestation"
    case .instrument: "instrument"
    case .caseStep: "case-step"
    case .visit: "visit"
    case .block: "block"
    case .approvalChain: "approval-chain"
    case .delegation: "delegation"
    case .relationship: "relationship"
    case .repayment: "repayment"
    case .liabilityCall: "liability-call"
    case .debtSettlement: "debt-settlement"
    case .suspenseAssignment: "suspense-assignment"
    case .cashCount: "cash-count"
    case .reconciliation: "reconciliation"
    case .asset: "asset"
    case .budget: "budget"
    case .complaint: "complaint"
    case .meeting: "meeting"
    case .supervision: "supervision"
    case .finding: "finding"
    case .publication: "publication"
    case .confirmation: "confirmation"
    case .receipt(let year): "KW-\(year)"
    case .member(let ksm): "member-\(ksm)"
    case .voucher(let kind, let year): "\(kind.rawValue)-\(year)"
    }
  }
}

/// What a command was about.
public enum Subject: Hashable, Sendable {
  case region(RegionCode)
  case bkm(Code)
  case upk(UPKID, Code)
  case person(PersonID)
  case assignment(AssignmentID)
  case training(TrainingID)
  case principal(PrincipalID)
  case token(TokenID)
  case charter(UPKID, version: Int64)
  case policy(UPKID, version: Int64)
  case policyBounds(version: Int64)
  case ksm(KSMID)
  case member(KSMID, number: Int64)
  case application(ApplicationID)
  case loan(LoanID)
  case journal(UPKID)
  case account(UPKID, AccountCode)
  case cashCount(UPKID, number: Int64)
  case reconciliation(UPKID, number: Int64)
  case asset(UPKID, number: Int64)
  case period(UPKID, Month)
  case year(UPKID, Int)
  case budget(UPKID, number: Int64)
  case recovery(UPKID, since: Month)
  case collection(UPKID, number: Int64)
  case repair(UPKID, number: Int64)
  case attestation(UPKID, number: Int64)
  case instrument(version: Int64)
  case caseStep(CaseStepID)
  case visit(VisitID)
  case block(BlockID)
  case approvalChain(UPKID, version: Int64)
  case delegation(UPKID, number: Int64)
  case relationship(KSMID, number: Int64)
  case complaint(ComplaintID)
  case meeting(UPKID, number: Int64)
  case supervision(UPKID, number: Int64)
  case finding(FindingID)
  case publication(UPKID, number: Int64)
  case confirmation(UPKID, number: Int64)
  case freeze(UPKID, number: Int64)
}

extension Subject {
  /// The end of its resource name: what belongs to a UPK stands below `upks/CODE/`.
  public var path: String {
    switch self {
    case .region(let code): "regions/\(code)"
    case .bkm(let code): "bkms/\(code)"
    case .upk(_, let code): "upks/\(code)"
    case .person(let id): "persons/\(id.value)"
    case .assignment(let id): "assignments/\(id.value)"
    case .training(let id): "trainings/\(id.value)"
    case .principal(let id): "principals/\(id.value)"
    case .token(let id): "tokens/\(id.value)"
    case .charter(_, let version): "charters/\(version)"
    case .policy(_, let version): "policies/\(version)"
    case .policyBounds(let version): "policy-bounds/\(version)"
    case .ksm(let id): "ksms/\(id.number)"
    case .member(let ksm, let number): "ksms/\(ksm.number)/members/\(number)"
    case .application(let id): "applications/\(id.number)"
    case .loan(let id): "loans/\(id.number)"
    case .journal: "journal"
    case .account(_, let code): "accounts/\(code.number)"
    case .cashCount(_, let number): "cash-counts/\(number)"
    case .reconciliation(_, let number): "reconciliations/\(number)"
    case .asset(_, let number): "assets/\(number)"
    case .period(_, let month): "periods/\(month)"
    case .year(_, let year): "years/\(year)"
    case .budget(_, let number): "budgets/\(number)"
    case .recovery(_, let month): "recoveries/\(month)"
    case .collection(_, let number): "collections/\(number)"
    case .repair(_, let number): "repairs/\(number)"
    case .attestation(_, let number): "attestations/\(number)"
    case .instrument(let version): "instruments/\(version)"
    case .caseStep(let id): "case-steps/\(id.number)"
    case .visit(let id): "visits/\(id.number)"
    case .block(let id): "blocks/\(id.number)"
    case .approvalChain(_, let version): "approval-chains/\(version)"
    case .delegation(_, let number): "delegations/\(number)"
    case .relationship(_, let number): "relationships/\(number)"
    case .complaint(let id): "complaints/\(id.number)"
    case .meeting(_, let number): "meetings/\(number)"
    case .supervision(_, let number): "supervisions/\(number)"
    case .finding(let id): "findings/\(id.number)"
    case .publication(_, let number): "publications/\(number)"
    case .confirmation(_, let number): "confirmations/\(number)"
    case .freeze(_, let number): "freezes/\(number)"
    }
  }
}

/// One row that is new or different.
public enum Change: Hashable, Sendable {
  case region(Region)
  case bkm(BKM)
  case upk(UPK, chart: [Account])
  /// An account that a UPK adds to its chart.
  case account(UPKID, Account)
  case cashCount(CashCount)
  /// The voucher that booked the difference of a count.
  case cashDifferenceBooked(UPKID, count: Int64, VoucherNumber)
  case reconciliation(Reconciliation)
  case asset(Asset)
  case assetDepreciated(UPKID, asset: Int64, Asset.Depreciation, VoucherNumber)
  case person(Person, SealedPersonalData)
  case assignment(Assignment)
  case assignmentEnded(AssignmentID, until: Day)
  /// The papers of an assignment, those that were on file before included.
  case papersFiled(AssignmentID, minutes: FiledPaper?, duties: FiledPaper?)
  case training(Training)
  case principal(Principal)
  case token(Token)
  case tokenRevoked(TokenID, on: Day)
  case charter(Charter)
  case policy(LendingPolicy)
  case policyBounds(PolicyBounds)
  case acknowledgement(PolicyAcknowledgement)
  case ksm(KSM)
  case member(KSMID, Member)
  case membershipEnded(KSMID, member: Int64, leftOn: Day)
  /// An application as submitted, or as drafted.
  case application(Application)
  /// A draft that was typed anew, or submitted.
  case applicationFiled(Application)
  case inspection(ApplicationID, Inspection)
  case approval(ApplicationID, Approval)
  case applicationState(ApplicationID, ApplicationState, loan: LoanID?)
  /// What was paid out on it was taken back.
  case applicationVoided(ApplicationID, Cancellation)
  /// An application after a step that is neither visit, signature nor pay-out.
  case applicationChanged(Application)
  case approvalChain(ApprovalChain)
  case delegation(Delegation)
  case delegationRevoked(UPKID, number: Int64, Revocation)
  case relationship(Relationship)
  case relationshipEnded(KSMID, number: Int64, RelationshipEnd)
  case loanOpened(Loan, borrowers: [PersonID])
  /// How an opened loan was paid out.
  case disbursement(Disbursement)
  /// A loan after a repayment; one that is paid off frees its borrowers' names.
  case loanPaid(Loan)
  /// A loan that ended otherwise, or whose claim did; without one the borrowers' names are free.
  case loanEnded(Loan)
  /// The names of its borrowers go over to the successor.
  case restructuring(Restructuring)
  case writeOff(WriteOff)
  case claimRecovered(LoanID, ClaimRecovery)
  case recoveryReversed(LoanID, ClaimRecovery, ClaimRecovery.Reversal)
  case claimWaived(LoanID, ClaimWaiver)
  /// What members signed for.
  case receipts(LoanID, [MemberReceipt])
  /// A loan whose pay-out was taken back; it frees its borrowers' names.
  case disbursementVoided(Loan, DisbursementVoid)
  /// A loan that is active again: its borrowers' names are taken again.
  case loanReopened(LoanID, borrowers: [PersonID])
  case repayment(Repayment)
  /// A repayment as it was recorded, and the entry that takes it back.
  case repaymentReversed(Repayment, Repayment.Reversal)
  case liabilityCall(LiabilityCall)
  case memberDebtSettled(DebtSettlement)
  case suspenseAssigned(SuspenseAssignment)
  /// A closed month, and the list that is frozen if a suspension begins with it.
  case periodClosed(ClosedPeriod, freezing: Suspension?)
  case reopeningRequested(Reopening)
  /// As it was asked for, with who confirmed it.
  case periodReopened(Reopening)
  case yearClosed(ClosedYear)
  case profitAllocated(ProfitAllocation)
  case budget(Budget)
  case budgetApproved(UPKID, number: Int64, Budget.Approval)
  /// A freeze of which the release was asked for or confirmed.
  case freezeChanged(Freeze)
  case recovery(Recovery)
  case collection(JointCollection)
  case repair(RecoveryTask)
  case attestation(Attestation)
  case instrument(EligibilityInstrument)
  case caseStep(CaseStep)
  case caseAnswer(CaseStepID, CaseAnswer)
  case visit(MemberVisit)
  case block(BorrowerBlock)
  case blockLifted(BlockID, BlockLift)
  case accountability(AccountabilityRecord)
}
