internal import Libpq
internal import RevolvingFund

/// The statements that load the facts for a set of keys, each with how its rows are taken in.
///
/// A table for which there are no keys is not asked.
struct FactLoad {
  private(set) var requests: [Request] = []
  private var steps: [Step] = []
  private let day: Day?

  private struct Step {
    let places: Range<Int>
    let take: (ArraySlice<Rows>, inout Facts) throws -> Void
  }

  /// Periods and balances are read as of a day, or, for commands, all there is.
  init(_ keys: Keys, asOf day: Day?) {
    self.day = day
    addPlaces(keys)
    addPersons(keys)
    addOffices(keys)
    addPrincipals(keys)
    addRules(keys)
    addGroups(keys)
    addApplications(keys)
    addApprovals(keys)
    addLoans(keys)
    addPeriods(keys)
    addClosing(keys)
    addBooks(keys)
    addSavings(keys)
    addEligibility(keys)
    addCases(keys)
    addConduct(keys)
    addAccountability(keys)
  }

  /// Takes in the rows that the requests gave, in their order.
  func take(_ rows: [Rows], into facts: inout Facts) throws {
    for step in steps { try step.take(rows[step.places], &facts) }
  }

  mutating func add(
    _ isNeeded: Bool, _ requests: @autoclosure () -> [Request],
    _ take: @escaping (ArraySlice<Rows>, inout Facts) throws -> Void
  ) {
    guard isNeeded else { return }
    let first = self.requests.count
    self.requests += requests()
    steps.append(Step(places: first..<self.requests.count, take: take))
  }

  mutating func add(
    _ isNeeded: Bool, _ statement: Statement, _ parameters: @autoclosure () -> [Parameter],
    _ take: @escaping (Row, inout Facts) throws -> Void
  ) {
    add(isNeeded, [Request(statement, parameters())]) { rows, facts in
      for row in rows.joined() { try take(row, &facts) }
    }
  }
}

extension FactLoad {
  private mutating func addPlaces(_ keys: Keys) {
    add(
      !keys.regions.isEmpty, RegionStatements.byCode, [.codes(keys.regions.sorted())]
    ) { row, facts in
      let region = try Region(row)
      facts.regions[region.code] = region
    }
    add(!keys.bkms.isEmpty, BKMStatements.byCode, [.codes(keys.bkms.sorted())]) { row, facts in
      let bkm = try BKM(row)
      facts.bkms[bkm.code] = bkm
    }
    add(
      !keys.upks.isEmpty || !keys.upkCodes.isEmpty, UPKStatements.byKey,
      [.upks(keys.upks.sorted()), .codes(keys.upkCodes.sorted())]
    ) { row, facts in
      let upk = try UPK(row)
      facts.upks[upk.id] = upk
    }
  }

  private mutating func addPersons(_ keys: Keys) {
    add(
      !keys.persons.isEmpty, PersonStatements.byID, [.numbers(keys.persons.sorted())]
    ) { row, facts in
      let person = try Person(row)
      facts.persons[person.id] = person
    }
    add(
      !keys.nikDigests.isEmpty, PersonStatements.registeredDigests,
      [.byteas(Array(keys.nikDigests))]
    ) { row, facts in
      facts.registeredNIKDigests.insert(try row.bytea(0))
    }
    add(
      !keys.assignmentsOf.isEmpty || !keys.assignments.isEmpty, AssignmentStatements.byKey,
      [.numbers(keys.assignmentsOf.sorted()), .numbers(keys.assignments.sorted())]
    ) { row, facts in
      let assignment = try Assignment(row)
      facts.assignments[assignment.id] = assignment
    }
    add(
      !keys.officesOf.isEmpty, UPKStatements.ofOffices, [.numbers(keys.officesOf.sorted())]
    ) { row, facts in
      let upk = try UPK(row)
      facts.upks[upk.id] = upk
    }
  }

  private mutating func addOffices(_ keys: Keys) {
    add(
      !keys.trainingsOf.isEmpty, TrainingStatements.ofPersons,
      [.numbers(keys.trainingsOf.sorted())]
    ) { row, facts in
      let training = try Training(row)
      facts.trainings[training.person, default: []].append(training)
    }
    let rosters = keys.rosters.sorted()
    add(!rosters.isEmpty, RosterStatements.loading(rosters)) { rows, facts in
      facts.rosters = try RosterStatements.rosters(rows, of: rosters)
    }
    add(
      !keys.repairsOf.isEmpty, RepairStatements.ofUPK, [.upks(keys.repairsOf.sorted())]
    ) { row, facts in
      let task = try RecoveryTask(row)
      facts.repairs[task.upk, default: []].append(task)
    }
  }

  private mutating func addPrincipals(_ keys: Keys) {
    add(
      !keys.principals.isEmpty || !keys.principalLabels.isEmpty, PrincipalStatements.byKey,
      [.numbers(keys.principals.sorted()), .codes(keys.principalLabels.sorted())]
    ) { row, facts in
      let principal = try Principal(row)
      facts.principals[principal.id] = principal
    }
    add(
      !keys.tokens.isEmpty || !keys.certificates.isEmpty, PrincipalStatements.tokensByKey,
      [.numbers(keys.tokens.sorted()), .byteas(Array(keys.certificates))]
    ) { row, facts in
      let token = try Token(row)
      facts.tokens[token.id] = token
    }
  }

  private mutating func addRules(_ keys: Keys) {
    add(
      !keys.chartersOf.isEmpty, CharterStatements.ofUPK, [.upks(keys.chartersOf.sorted())]
    ) { row, facts in
      let charter = try Charter(row)
      facts.charters[charter.upk, default: []].append(charter)
    }
    add(
      !keys.policiesOf.isEmpty, PolicyStatements.ofUPK, [.upks(keys.policiesOf.sorted())]
    ) { row, facts in
      let policy = try LendingPolicy(row)
      facts.policies[policy.upk, default: []].append(policy)
    }
    add(keys.policyBounds, PolicyBoundsStatements.versions, []) { row, facts in
      facts.policyBounds.append(try PolicyBounds(row))
    }
    let upks = keys.acknowledgementsOf.sorted()
    add(!upks.isEmpty, PolicyStatements.acknowledgements, [.upks(upks)]) { row, facts in
      let known = try PolicyAcknowledgement(row)
      facts.acknowledgements[known.upk, default: []].append(known)
    }
  }

  private mutating func addGroups(_ keys: Keys) {
    add(
      !keys.ksms.isEmpty || !keys.applications.isEmpty || !keys.groupsOfLoans.isEmpty,
      KSMStatements.loading(
        keys.ksms, of: keys.applications, keys.groupsOfLoans)
    ) { rows, facts in
      for group in try KSMStatements.groups(rows) {
        facts.ksms[group.id] = group
      }
    }
    let memberships = keys.memberships.sorted {
      ($0.upk, $0.person) < ($1.upk, $1.person)
    }
    add(
      !memberships.isEmpty, KSMStatements.openMemberships,
      [.upks(memberships.map(\.upk)), .numbers(memberships.map(\.person))]
    ) { row, facts in
      let key = MembershipKey(upk: try row.upkID(0), person: try row.personID(1))
      facts.openMemberships[key] = try row.number(0, 2)
    }
  }
}

extension FactLoad {
  private mutating func addApplications(_ keys: Keys) {
    add(!keys.applications.isEmpty, ApplicationStatements.loading(keys.applications)) {
      rows, facts in
      for application in try ApplicationStatements.applications(rows) {
        facts.applications[application.id] = application
      }
    }
    add(
      !keys.openApplicationsOf.isEmpty, ApplicationStatements.openOfGroups,
      keyColumns(keys.openApplicationsOf) + [
        .int4(Application.incompleteValidDays), .int4(Application.waitingValidDays),
        .int4(Application.approvalValidDays),
      ]
    ) { row, facts in
      facts.openApplications[try row.number(0, 1), default: []].append(
        OpenApplication(id: try row.number(0, 2), validUntil: try row.optionalDay(3)))
    }
    let reserving = keys.reservationsOf.sorted()
    add(
      !reserving.isEmpty, ApplicationStatements.reservations, [.upks(reserving)]
    ) { row, facts in
      let application: ApplicationID = try row.number(0, 1)
      facts.reservations[application.upk, default: []].append(
        Reservation(
          application: application, amount: try row.rupiah(2), decidedOn: try row.day(3)))
    }
  }

  private mutating func addApprovals(_ keys: Keys) {
    let chains = keys.chainsOf.sorted()
    add(!chains.isEmpty, ApprovalChainStatements.loading(chains)) { rows, facts in
      for chain in try ApprovalChainStatements.chains(rows) {
        facts.chains[chain.upk, default: []].append(chain)
      }
    }
    let delegated = keys.delegationsOf.sorted()
    add(!delegated.isEmpty, DelegationStatements.ofUPKs, [.upks(delegated)]) { row, facts in
      let delegation = try Delegation(row)
      facts.delegations[delegation.upk, default: []].append(delegation)
    }
    let related =
      keyColumns(keys.relationshipsOf) + keyColumns(keys.relationshipsOfApplications)
      + keyColumns(keys.relationshipsOfLoans)
    add(
      !keys.relationshipsOf.isEmpty || !keys.relationshipsOfApplications.isEmpty
        || !keys.relationshipsOfLoans.isEmpty, RelationshipStatements.ofGroups, related
    ) { row, facts in
      let relationship = try Relationship(row)
      facts.relationships[relationship.ksm, default: []].append(relationship)
    }
    let queues = keys.queuesOf.sorted()
    add(!queues.isEmpty, QueueStatements.ofUPKs, [.upks(queues)]) { row, facts in
      let entry = try QueueEntry(row)
      facts.queues[entry.application.upk, default: []].append(entry)
    }
  }

  private mutating func addLoans(_ keys: Keys) {
    add(!keys.loans.isEmpty, LoanStatements.loading(keys.loans)) { rows, facts in
      let rows = Array(rows)
      for loan in try LoanStatements.loans(rows[0], shares: rows[1]) {
        facts.loans[loan.id] = loan
      }
    }
    add(
      !keys.disbursementsOf.isEmpty, DisbursementStatements.loading(keys.disbursementsOf)
    ) { rows, facts in
      for disbursement in try DisbursementStatements.disbursements(Array(rows)) {
        facts.disbursements[disbursement.loan] = disbursement
      }
    }
    addRepayments(keys)
    let portfolios = keys.portfolios.sorted()
    add(!portfolios.isEmpty, LoanStatements.loadingBooks(portfolios)) { rows, facts in
      facts.portfolios = try LoanStatements.books(rows, of: portfolios)
    }
  }

  private mutating func addRepayments(_ keys: Keys) {
    let paid = keys.paymentsOf
    add(!paid.isEmpty, [Request(RepaymentStatements.entries, keyColumns(paid))]) { rows, facts in
      let found = try rows.map { try RepaymentStatements.entries($0) }.first ?? [:]
      facts.payments = paid.reduce(into: [:]) { $0[$1] = found[$1] ?? [] }
    }
    let loans = keyColumns(keys.repaymentsOf)
    add(!keys.repaymentsOf.isEmpty, RepaymentStatements.ofLoans, loans) { row, facts in
      let repayment = try Repayment(row)
      facts.repayments[repayment.loan, default: []].append(repayment)
    }
    add(!keys.repaymentsOf.isEmpty, RepaymentStatements.setOffConsents, loans) { row, facts in
      facts.setOffConsents.insert(try row.number(0, 1))
    }
    add(
      !keys.debtSettlementsOf.isEmpty, RepaymentStatements.settlements,
      keyColumns(keys.debtSettlementsOf)
    ) { row, facts in
      let settlement = try DebtSettlement(row)
      facts.debtSettlements[settlement.loan, default: []].append(settlement)
    }
    add(
      !keys.suspenseOf.isEmpty,
      [Request(RepaymentStatements.suspense, keyColumns(keys.suspenseOf))]
    ) { rows, facts in
      facts.suspense = try RepaymentStatements.suspense(rows.joined())
    }
    let unnamed = keys.unnamedSuspenseOf.sorted()
    add(!unnamed.isEmpty, SuspenseStatements.loading(unnamed)) { rows, facts in
      let given = try rows.dropFirst().joined().map { try SuspenseAssignment($0) }
      facts.suspenseAssignments = Dictionary(grouping: given, by: \.ksm.upk)
      facts.unnamedSuspense = try SuspenseStatements.unnamed(rows.prefix(1).joined(), given)
    }
  }

  private mutating func addPeriods(_ keys: Keys) {
    let upks = keys.periods.sorted()
    let requests = PeriodStatements.loading(upks, on: day)
    add(!upks.isEmpty, requests) { rows, facts in
      facts.periods = try PeriodStatements.records(rows, of: upks)
    }
    add(
      !keys.firstDays.isEmpty, PeriodStatements.firstDays, [.upks(keys.firstDays.sorted())]
    ) { row, facts in
      facts.firstDays[try row.upkID(0)] = try row.optionalDay(1)
    }
    for key in keys.movements.sorted(by: { ($0.upk, $0.upTo) < ($1.upk, $1.upTo) }) {
      add(
        true, [Request(JournalStatements.movements, [.int8(key.upk.value), .day(key.upTo)])]
      ) { rows, facts in
        facts.movements[key] = try rows.joined().map { try TrialBalance.Movement($0) }
      }
    }
  }

  private mutating func addSavings(_ keys: Keys) {
    add(
      !keys.savingsOf.isEmpty,
      [Request(SavingsStatements.movements, keyColumns(keys.savingsOf))]
    ) { rows, facts in
      facts.savings = try SavingsStatements.accounts(rows.joined())
    }
    let pools = keys.savingsPools.sorted()
    add(!pools.isEmpty, [Request(SavingsStatements.pools, [.upks(pools)])]) { rows, facts in
      facts.savingsPools = try SavingsStatements.pools(rows.joined())
    }
  }

  private mutating func addBooks(_ keys: Keys) {
    let charts = keys.accountsOf.sorted()
    add(!charts.isEmpty, [Request(JournalStatements.accounts, [.upks(charts)])]) { rows, facts in
      for upk in charts { facts.accounts[upk] = [] }
      for row in rows.joined() {
        facts.accounts[try row.upkID(0), default: []].insert(try row.accountCode(1))
      }
    }
    let asOf = Parameter.day(day)
    let balances = keys.balances.sorted { ($0.upk, $0.account) < ($1.upk, $1.account) }
    add(
      !balances.isEmpty, JournalStatements.balances,
      [.upks(balances.map(\.upk)), .int4s(balances.map(\.account.number)), asOf]
    ) { row, facts in
      let account = try row.accountCode(1)
      let net = try row.rupiah(2)
      facts.balances[AccountKey(upk: try row.upkID(0), account: account)] =
        account.kind.growsByDebit ? net : -net
    }
    let references = keys.references.sorted { ($0.upk, $0.reference) < ($1.upk, $1.reference) }
    add(
      !references.isEmpty, JournalStatements.usedReferences,
      [.upks(references.map(\.upk)), .texts(references.map(\.reference))]
    ) { row, facts in
      let key = ReferenceKey(upk: try row.upkID(0), reference: try row.text(1))
      facts.usedReferences.insert(key)
      facts.paperHolders[key] = PaperHolder(
        voucher: try row.voucherNumber(2, 3, 4), on: try row.day(5),
        receipt: try row.optionalInt8(7).map {
          ReceiptNumber(year: Int(try row.int4(6)), number: $0)
        }, loan: try row.optionalInt8(8))
    }
    addVouchers(keys)
    addCounts(keys)
    addReconciliations(keys)
  }
}
