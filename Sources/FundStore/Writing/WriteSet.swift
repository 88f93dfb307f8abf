internal import Libpq
internal import RevolvingFund

/// The rows that accepted commands change, table by table, whatever kinds the commands are of.
struct WriteSet {
  private var regions: [Region] = []
  private var bkms: [BKM] = []
  private var upks: [UPK] = []
  private var accounts: [(upk: UPKID, account: Account)] = []
  private var persons: [(person: Person, data: SealedPersonalData)] = []
  private var assignments: [Assignment] = []
  private var endedAssignments: [(id: AssignmentID, until: Day)] = []
  private var filedPapers: [(id: AssignmentID, minutes: FiledPaper?, duties: FiledPaper?)] = []
  private var trainings: [Training] = []
  private var principals: [Principal] = []
  private var tokens: [Token] = []
  private var revokedTokens: [(id: TokenID, on: Day)] = []
  private var charters: [Charter] = []
  private var policies: [LendingPolicy] = []
  private var policyBounds: [PolicyBounds] = []
  private var acknowledgements: [PolicyAcknowledgement] = []
  private var ksms: [KSM] = []
  private var members: [(ksm: KSMID, member: Member)] = []
  private var endedMemberships: [(ksm: KSMID, member: Int64, leftOn: Day)] = []
  private var applications: [Application] = []
  private var filedApplications: LastRows<ApplicationID, Application> = LastRows()
  private var inspections: [(id: ApplicationID, inspection: Inspection)] = []
  private var approvals: [(id: ApplicationID, approval: Approval)] = []
  private var standings: LastRows<ApplicationID, ApplicationStanding> = LastRows()
  private var voidedApplications: [(ApplicationID, Cancellation)] = []
  private var changedApplications: LastRows<ApplicationID, Application> = LastRows()
  private var chains: [ApprovalChain] = []
  private var delegations: [Delegation] = []
  private var relationships: [Relationship] = []
  private var revocations: [(upk: UPKID, number: Int64, revocation: Revocation)] = []
  private var relationshipEnds: [(upk: UPKID, number: Int64, end: RelationshipEnd)] = []
  private var openedLoans: [Loan] = []
  private var disbursements: [Disbursement] = []
  private var receipts: [(loan: LoanID, receipt: MemberReceipt)] = []
  private var voids: [(loan: LoanID, void: DisbursementVoid)] = []
  private var claims: [(loan: LoanID, person: PersonID)] = []
  private var restructurings: [Restructuring] = []
  private var writeOffs: [WriteOff] = []
  private var recoveredClaims: [(loan: LoanID, recovery: ClaimRecovery)] = []
  private var reversedRecoveries:
    [(loan: LoanID, recovery: ClaimRecovery, reversal: ClaimRecovery.Reversal)] = []
  private var waivedClaims: [(loan: LoanID, waiver: ClaimWaiver)] = []
  private var closedPeriods: [(period: ClosedPeriod, frozen: Suspension?)] = []
  private var reopenings: [Reopening] = []
  private var reopened: [(of: Reopening, by: Reopening.Signature)] = []
  private var closedYears: [ClosedYear] = []
  private var allocations: [ProfitAllocation] = []
  private var budgets: [Budget] = []
  private var approvedBudgets: [ApprovedBudget] = []
  private var recoveries: [Recovery] = []
  private var freezes: [Freeze] = []
  private var collections: [JointCollection] = []
  private var repairs: [RecoveryTask] = []
  private var attestations: [Attestation] = []
  private var instruments: [EligibilityInstrument] = []
  private var caseSteps: [CaseStep] = []
  private var caseAnswers: [(id: CaseStepID, answer: CaseAnswer)] = []
  private var visits: [MemberVisit] = []
  private var blocks: [BorrowerBlock] = []
  private var lifts: [(block: BlockID, lift: BlockLift)] = []
  private var accountability = AccountabilityRows()
  private var repayments: [Repayment] = []
  private var reversals: [(repayment: Repayment, reversal: Repayment.Reversal)] = []
  private var liabilityCalls: [LiabilityCall] = []
  private var debtSettlements: [DebtSettlement] = []
  private var suspenseAssignments: [SuspenseAssignment] = []
  private var paidLoans: LastRows<LoanID, Loan> = LastRows()
  private var cashCounts: [CashCount] = []
  private var cashDifferences: [(upk: UPKID, count: Int64, voucher: VoucherNumber)] = []
  private var reconciliations: [Reconciliation] = []
  private var assets: [Asset] = []
  private var losses: [AssetStatements.Loss] = []

  init(_ changes: some Sequence<Change>) {
    for change in changes { add(change) }
  }

  private mutating func add(_ change: Change) {
    switch change {
    case .region(let region): regions.append(region)
    case .bkm(let bkm): bkms.append(bkm)
    case .upk(let upk, let chart):
      upks.append(upk)
      accounts += chart.map { (upk.id, $0) }
    case .account, .cashCount, .cashDifferenceBooked, .reconciliation, .asset, .assetDepreciated:
      addBook(change)
    case .person(let person, let data): persons.append((person, data))
    case .assignment(let assignment): assignments.append(assignment)
    case .assignmentEnded(let id, let until): endedAssignments.append((id, until))
    case .papersFiled(let id, let minutes, let duties):
      filedPapers.append((id, minutes, duties))
    case .training(let training): trainings.append(training)
    case .principal(let principal): principals.append(principal)
    case .token(let token): tokens.append(token)
    case .tokenRevoked(let id, let day): revokedTokens.append((id, day))
    case .charter(let charter): charters.append(charter)
    case .policy(let policy): policies.append(policy)
    case .policyBounds(let bounds): policyBounds.append(bounds)
    case .acknowledgement(let acknowledgement): acknowledgements.append(acknowledgement)
    case .ksm(let ksm): ksms.append(ksm)
    case .member(let ksm, let member): members.append((ksm, member))
    case .membershipEnded(let ksm, let member, let leftOn):
      endedMemberships.append((ksm, member, leftOn))
    case .application, .applicationFiled, .inspection, .approval, .applicationState,
      .applicationVoided, .applicationChanged:
      addApplication(change)
    case .approvalChain, .delegation, .delegationRevoked, .relationship, .relationshipEnded:
      addDeciding(change)
    case .loanOpened(let loan, let borrowers):
      openedLoans.append(loan)
      claims += borrowers.map { (loan.id, $0) }
    case .disbursement(let disbursement): disbursements.append(disbursement)
    case .loanPaid(let loan), .loanEnded(let loan): paidLoans.set(loan.id, loan)
    case .restructuring, .writeOff, .claimRecovered, .recoveryReversed, .claimWaived:
      addTroubled(change)
    case .receipts(let loan, let signed): receipts += signed.map { (loan, $0) }
    case .disbursementVoided(let loan, let void):
      paidLoans.set(loan.id, loan)
      voids.append((loan.id, void))
    case .loanReopened, .repayment, .repaymentReversed, .liabilityCall, .memberDebtSettled,
      .suspenseAssigned:
      addRepayment(change)
    case .periodClosed(let period, let frozen): closedPeriods.append((period, frozen))
    case .reopeningRequested, .periodReopened, .yearClosed, .profitAllocated, .budget,
      .budgetApproved, .recovery, .collection, .repair:
      addClosing(change)
    case .freezeChanged(let freeze): freezes.append(freeze)
    case .attestation(let attestation): attestations.append(attestation)
    case .instrument(let instrument): instruments.append(instrument)
    case .caseStep(let step): caseSteps.append(step)
    case .caseAnswer(let id, let answer): caseAnswers.append((id, answer))
    case .visit(let visit): visits.append(visit)
    case .block(let block): blocks.append(block)
    case .blockLifted(let block, let lift): lifts.append((block, lift))
    case .accountability(let record): accountability.add(record)
    }
  }

  /// What was put off, given up or came in on what was given up.
  private mutating func addTroubled(_ change: Change) {
    switch change {
    case .restructuring(let restructuring): restructurings.append(restructuring)
    case .writeOff(let writeOff): writeOffs.append(writeOff)
    case .claimRecovered(let loan, let recovery): recoveredClaims.append((loan, recovery))
    case .recoveryReversed(let loan, let recovery, let reversal):
      reversedRecoveries.append((loan, recovery, reversal))
    case .claimWaived(let loan, let waiver): waivedClaims.append((loan, waiver))
    default: break
    }
  }

  private mutating func addApplication(_ change: Change) {
    switch change {
    case .application(let application): applications.append(application)
    case .applicationFiled(let application): filedApplications.set(application.id, application)
    case .inspection(let id, let inspection): inspections.append((id, inspection))
    case .approval(let id, let approval): approvals.append((id, approval))
    case .applicationState(let id, let state, let loan):
      standings.set(id, ApplicationStanding(id: id, state: state, loan: loan))
    case .applicationVoided(let id, let cancellation):
      voidedApplications.append((id, cancellation))
    case .applicationChanged(let application):
      changedApplications.set(application.id, application)
    default: break
    }
  }

  private mutating func addBook(_ change: Change) {
    switch change {
    case .account(let upk, let account): accounts.append((upk, account))
    case .cashCount(let count): cashCounts.append(count)
    case .cashDifferenceBooked(let upk, let count, let voucher):
      cashDifferences.append((upk, count, voucher))
    case .reconciliation(let reconciliation): reconciliations.append(reconciliation)
    case .asset(let asset): assets.append(asset)
    case .assetDepreciated(let upk, let asset, let entry, let voucher):
      losses.append((upk, asset, entry, voucher))
    default: break
    }
  }

  private mutating func addClosing(_ change: Change) {
    switch change {
    case .reopeningRequested(let reopening): reopenings.append(reopening)
    case .periodReopened(let reopening):
      if let confirmed = reopening.confirmed { reopened.append((reopening, confirmed)) }
    case .yearClosed(let year): closedYears.append(year)
    case .profitAllocated(let allocation): allocations.append(allocation)
    case .budget(let budget): budgets.append(budget)
    case .budgetApproved(let upk, let number, let approval):
      approvedBudgets.append(ApprovedBudget(upk: upk, number: number, approval: approval))
    case .recovery(let recovery): recoveries.append(recovery)
    case .collection(let collection): collections.append(collection)
    case .repair(let task): repairs.append(task)
    default: break
    }
  }

  /// Who decides, and who does not.
  private mutating func addDeciding(_ change: Change) {
    switch change {
    case .approvalChain(let chain): chains.append(chain)
    case .delegation(let delegation): delegations.append(delegation)
    case .relationship(let relationship): relationships.append(relationship)
    case .delegationRevoked(let upk, let number, let revocation):
      revocations.append((upk, number, revocation))
    case .relationshipEnded(let ksm, let number, let end):
      relationshipEnds.append((ksm.upk, number, end))
    default: break
    }
  }

  private mutating func addRepayment(_ change: Change) {
    switch change {
    case .loanReopened(let loan, let borrowers): claims += borrowers.map { (loan, $0) }
    case .repayment(let repayment): repayments.append(repayment)
    case .repaymentReversed(let repayment, let reversal):
      reversals.append((repayment, reversal))
    case .liabilityCall(let call): liabilityCalls.append(call)
    case .memberDebtSettled(let settlement): debtSettlements.append(settlement)
    case .suspenseAssigned(let assignment): suspenseAssignments.append(assignment)
    default: break
    }
  }

  /// One statement a table, in an order in which every row finds those that it refers to.
  var requests: [Request] {
    partyRequests + ruleRequests + groupRequests + lendingRequests + periodRequests
      + eligibilityRequests + caseRequests + visitRequests + bookRequests + accountability.requests
  }

  /// Rows that refer to the vouchers of their events, and so are written after those.
  var bookedRequests: [Request] {
    one(repayments, RepaymentWrites.insertion) + one(reversals, RepaymentWrites.reversal)
      + one(liabilityCalls, RepaymentWrites.calling)
      + one(debtSettlements, RepaymentWrites.settling)
      + one(suspenseAssignments, SuspenseStatements.insertion)
      + one(cashDifferences, CashCountStatements.booking)
      + one(assets, AssetStatements.insertion) + one(losses, AssetStatements.depreciating)
      + one(recoveredClaims, WriteOffStatements.recovering)
      + one(reversedRecoveries, WriteOffStatements.reversing)
  }

  private var partyRequests: [Request] {
    var requests: [Request] = []
    requests += one(regions, RegionStatements.insertion)
    requests += one(bkms, BKMStatements.insertion)
    requests += one(upks, UPKStatements.insertion)
    requests += one(upks.map(\.id), EventStatements.headInsertion)
    requests += one(accounts, JournalWrites.charts)
    requests += one(persons, PersonStatements.insertion)
    requests += one(assignments, AssignmentStatements.insertion)
    requests += one(endedAssignments, AssignmentStatements.ending)
    requests += one(filedPapers, AssignmentStatements.filing)
    requests += one(trainings, TrainingStatements.insertion)
    requests += one(principals, PrincipalStatements.insertion)
    requests += one(tokens, PrincipalStatements.insertion)
    requests += one(revokedTokens, PrincipalStatements.revocation)
    return requests
  }

  private var periodRequests: [Request] {
    several(closedPeriods, PeriodWrites.insertion) + one(recoveries, PeriodWrites.recovering)
      + one(freezes, FreezeStatements.change)
      + one(collections, CollectionStatements.insertion)
      + one(repairs, RepairStatements.insertion) + closingRequests
  }

  private var closingRequests: [Request] {
    one(reopenings, ReopeningStatements.insertion)
      + one(reopened, ReopeningStatements.confirmation)
      + one(closedYears, YearStatements.insertion)
      + several(allocations, AllocationStatements.insertion)
      + several(budgets, BudgetStatements.insertion)
      + one(approvedBudgets, BudgetStatements.approval)
  }

  private var ruleRequests: [Request] {
    one(charters, CharterStatements.insertion) + one(policies, PolicyStatements.insertion)
      + several(policyBounds, PolicyBoundsStatements.insertion)
      + one(acknowledgements, PolicyStatements.acknowledging)
      + several(chains, ApprovalChainStatements.insertion)
      + one(delegations, DelegationStatements.insertion)
      + one(revocations, DelegationStatements.revocation)
  }

  private var eligibilityRequests: [Request] {
    one(instruments, InstrumentStatements.insertion)
      + one(attestations, AttestationStatements.insertion)
  }

  private var caseRequests: [Request] {
    one(caseSteps, CaseStatements.insertion) + one(caseAnswers, CaseStatements.answering)
  }

  private var groupRequests: [Request] {
    one(ksms, KSMStatements.insertion) + one(members, KSMStatements.insertion)
      + one(endedMemberships, KSMStatements.ending)
      + one(relationships, RelationshipStatements.insertion)
      + one(relationshipEnds, RelationshipStatements.ending)
  }

  private var lendingRequests: [Request] {
    var requests: [Request] = []
    requests += several(applications, ApplicationWrites.insertion)
    requests += several(filedApplications.rows, ApplicationWrites.filing)
    requests += several(inspections, ApplicationWrites.inspection)
    requests += one(approvals, ApplicationWrites.approval)
    requests += several(openedLoans, LoanWrites.opening)
    requests += one(disbursements, DisbursementWrites.insertion)
    requests += one(receipts, DisbursementWrites.signing)
    requests += one(voids, DisbursementWrites.voiding)
    requests += one(claims, LoanWrites.claiming)
    requests += one(standings.rows, ApplicationWrites.state)
    requests += one(voidedApplications, ApplicationWrites.voiding)
    requests += one(changedApplications.rows, ApplicationWrites.changing)
    requests += one(paidLoans.rows, LoanWrites.payment)
    requests += several(restructurings, RestructuringStatements.insertion)
    requests += one(writeOffs, WriteOffStatements.insertion)
    requests += one(waivedClaims, WriteOffStatements.waiving)
    requests += one(
      paidLoans.rows.filter(\.state.freesNames).map(\.id), LoanWrites.releasing)
    return requests
  }

  private var bookRequests: [Request] {
    one(cashCounts, CashCountStatements.insertion)
      + several(reconciliations, ReconciliationStatements.insertion)
  }

  private var visitRequests: [Request] {
    one(visits, VisitStatements.insertion) + one(blocks, BlockStatements.insertion)
      + one(lifts, BlockStatements.lifting)
  }
}

/// Rows of which only the last for each key is written.
struct LastRows<Key: Hashable, Row> {
  private var places: [Key: Int] = [:]
  private(set) var rows: [Row] = []

  mutating func set(_ key: Key, _ row: Row) {
    if let place = places[key] {
      rows[place] = row
    } else {
      places[key] = rows.count
      rows.append(row)
    }
  }
}

private func one<Row>(_ rows: [Row], _ request: ([Row]) -> Request) -> [Request] {
  rows.isEmpty ? [] : [request(rows)]
}

private func several<Row>(_ rows: [Row], _ requests: ([Row]) -> [Request]) -> [Request] {
  rows.isEmpty ? [] : requests(rows)
}
