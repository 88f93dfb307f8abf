import RevolvingFund

/// Facts to which effects are applied, as the store does it, so that commands follow each other.
struct Books {
  var facts = Facts()
  var today: Day = "2020-12-31"
  private(set) var vouchers: [Voucher] = []
  var charts: [UPKID: [Account]] = [:]
  /// What tests write off beside what commands do.
  var writtenOff: [WriteOff] = [] {
    didSet {
      let loans = facts.portfolios[upk]?.loans ?? []
      facts.portfolios[upk] = LoanBook(
        loans: loans, writtenOff: writtenOff + loans.compactMap(\.writeOff))
    }
  }
  private(set) var periods: [ClosedPeriod] = []
  var collections: [JointCollection] = []
  private(set) var calls: [LiabilityCall] = []
  var borrowers: [LoanID: [PersonID]] = [:]
  private var histories: [LoanID: LoanHistory] = [:]

  init() {
    facts.heads[.province] = Head(stream: .province, latestDay: "2000-01-01", counters: [:])
  }

  /// Decides a command for a person and applies what follows.
  @discardableResult
  mutating func run(_ command: some Command, by person: PersonID) throws(Refusal) -> Effects {
    let effects = try decide(command, by: person)
    let head = effects.head
    facts.heads[head.stream] = Head(
      stream: head.stream, latestDay: max(head.latestDay, command.day),
      counters: head.counters.merging(effects.counters) { $1 },
      closedThrough: effects.closedMonth ?? head.closedThrough)
    if head.stream != .province {
      let days = command.bookedDays.map(\.day) + [facts.firstDays[head.stream] ?? command.day]
      facts.firstDays[head.stream] = days.min()
    }
    for change in effects.changes { apply(change, on: command.day) }
    for voucher in effects.vouchers { apply(voucher, in: head.stream) }
    keep(effects.vouchers, of: command, by: person)
    return effects
  }

  func decide(_ command: some Command, by person: PersonID) throws(Refusal) -> Effects {
    try command.effects(
      given: facts(for: command),
      for: Caller(principal: PrincipalID(person.value), person: person, today: today))
  }

  /// The facts as the store would load them for a command.
  func facts(for command: some Command) -> Facts {
    var keys = Keys()
    command.needs(&keys)
    var facts = facts
    for key in keys.movements { facts.movements[key] = movements(upTo: key.upTo) }
    for key in keys.balancesOfDays {
      facts.balancesOfDays[key] = trial(asOf: key.on).balance(key.account)
    }
    for key in keys.bankMonths { facts.bankMonths[key] = bankBook(key) }
    for upk in keys.rosters { facts.rosters[upk] = roster(of: upk) }
    for upk in keys.reservationsOf { facts.reservations[upk] = reservations(of: upk) }
    for ksm in keys.openApplicationsOf { facts.openApplications[ksm] = openApplications(of: ksm) }
    for upk in keys.queuesOf { facts.queues[upk] = queue(of: upk) }
    for upk in keys.collectionDaysOf {
      facts.collectionDays[upk] = collections.filter { $0.upk == upk }.map(\.on)
    }
    return facts
  }

  /// Why a command is refused; empty where it is not.
  func refusal(_ command: some Command, by person: PersonID) -> [Rejection] {
    do {
      _ = try decide(command, by: person)
      return []
    } catch {
      return error.rejections
    }
  }

  private func roster(of upk: UPKID) -> Roster {
    Roster(
      upk: upk,
      assignments: facts.assignments.values.filter { held in
        facts.upks[upk].map { held.scope.covers($0) } ?? false
      }, persons: Array(facts.persons.values), trainings: facts.trainings.values.flatMap { $0 })
  }

  private func reservations(of upk: UPKID) -> [Reservation] {
    facts.applications.values.filter {
      $0.id.upk == upk && [.approved, .contracted].contains($0.state)
    }.map {
      Reservation(
        application: $0.id, amount: $0.recommended.total(\.amount),
        decidedOn: $0.fundsHeldSince ?? $0.submittedOn)
    }
  }

  private func openApplications(of ksm: KSMID) -> [OpenApplication] {
    let over: [ApplicationState] = [.draft, .rejected, .disbursed, .cancelled]
    return facts.applications.values.filter { $0.ksm == ksm && !over.contains($0.state) }
      .map { OpenApplication(id: $0.id, validUntil: $0.validUntil) }
  }

  private func queue(of upk: UPKID) -> [QueueEntry] {
    let waiting: [ApplicationState] = [
      .submitted, .inInspection, .recommended, .inDecision, .waitlisted,
    ]
    return facts.applications.values
      .filter { $0.id.upk == upk && waiting.contains($0.state) && $0.completedOn != nil }
      .map {
        QueueEntry(
          application: $0.id, completedOn: $0.completedOn ?? $0.submittedOn, state: $0.state,
          step: $0.nextStep?.number, waitlistedOn: $0.waitlistedOn)
      }
  }

  func trial(asOf day: Day) -> TrialBalance {
    TrialBalance(asOf: day, movements: movements(upTo: day))
  }

  func movements(upTo day: Day) -> [TrialBalance.Movement] {
    let postings = vouchers.filter { $0.bookedOn <= day }.flatMap { voucher in
      voucher.postings.map { (voucher.bookedOn.month, $0) }
    }
    return postings.flatMap { month, posting in
      [
        TrialBalance.Movement(
          account: posting.debit, month: month, debit: posting.amount, credit: .zero,
          origin: posting.closesYear ? .yearClose : .business),
        TrialBalance.Movement(
          account: posting.credit, month: month, debit: .zero, credit: posting.amount,
          origin: posting.closesYear ? .yearClose : .business),
      ]
    }
  }
}

extension Books {
  /// Books postings that no command makes.
  mutating func book(_ postings: [Posting], on day: Day) {
    let number = VoucherNumber(kind: .transfer, year: day.year, number: 9_000)
    apply(
      Voucher(
        number: number, bookedOn: day, description: "", reference: nil, postings: postings),
      in: upk)
  }

  private mutating func apply(_ voucher: Voucher, in stream: UPKID) {
    vouchers.append(voucher)
    facts.savingsPools[stream] = SavingsPool(
      movements: vouchers.flatMap { voucher in
        voucher.postings.flatMap {
          [
            SavingsPool.Movement(account: $0.debit, on: voucher.bookedOn, net: $0.amount),
            SavingsPool.Movement(account: $0.credit, on: voucher.bookedOn, net: -$0.amount),
          ]
        }
      })
    for posting in voucher.postings where [posting.debit, posting.credit].contains(.suspense) {
      let amount = posting.credit == .suspense ? posting.amount : -posting.amount
      if let ksm = posting.ksm.map({ KSMID(stream, $0) }) {
        facts.suspense[ksm, default: DailyBalance()].add(amount, on: voucher.bookedOn)
      } else {
        facts.unnamedSuspense[stream, default: DailyBalance()].add(amount, on: voucher.bookedOn)
      }
    }
    if let reference = voucher.reference {
      facts.usedReferences.insert(ReferenceKey(upk: stream, reference: reference))
    }
    for posting in voucher.postings {
      save(posting, on: voucher.bookedOn, stream)
      add(posting.amount, to: posting.debit, grows: posting.debit.kind.growsByDebit, stream)
      add(posting.amount, to: posting.credit, grows: !posting.credit.kind.growsByDebit, stream)
    }
  }

  private mutating func save(_ posting: Posting, on day: Day, _ stream: UPKID) {
    guard [posting.debit, posting.credit].contains(.savings) else { return }
    guard let ksm = posting.ksm.map({ KSMID(stream, $0) }) else { return }
    let amount = posting.credit == .savings ? posting.amount : -posting.amount
    facts.savings[ksm] = SavingsAccount(
      movements: (facts.savings[ksm] ?? .empty).movements
        + [SavingsAccount.Movement(on: day, amount: amount)])
  }

  private mutating func add(
    _ amount: Rupiah, to account: AccountCode, grows: Bool, _ stream: UPKID
  ) {
    facts.balances[AccountKey(upk: stream, account: account), default: .zero] +=
      grows ? amount : -amount
  }

  private mutating func apply(_ change: Change, on day: Day) {
    switch change {
    case .region(let region): facts.regions[region.code] = region
    case .bkm(let bkm): facts.bkms[bkm.code] = bkm
    case .upk(let upk, let chart):
      facts.upks[upk.id] = upk
      facts.accounts[upk.id] = Set(chart.map(\.code))
      facts.portfolios[upk.id] = LoanBook(loans: [], writtenOff: [])
      facts.heads[upk.id] = Head(stream: upk.id, latestDay: day, counters: [:])
      charts[upk.id] = chart
    case .account, .cashCount, .cashDifferenceBooked, .reconciliation, .asset, .assetDepreciated:
      applyBook(change, on: day)
    case .person, .assignment, .assignmentEnded, .papersFiled, .training, .principal, .token,
      .tokenRevoked:
      applyPerson(change)
    case .charter(let charter): facts.charters[charter.upk, default: []].append(charter)
    case .policy(let policy): facts.policies[policy.upk, default: []].append(policy)
    case .policyBounds(let bounds): facts.policyBounds.append(bounds)
    case .acknowledgement(let known):
      facts.acknowledgements[known.upk, default: []].append(known)
    case .ksm(let ksm): facts.ksms[ksm.id] = ksm
    case .member(let ksm, let member):
      regroup(ksm) { $0 + [member] }
      facts.openMemberships[MembershipKey(upk: ksm.upk, person: member.person)] = ksm
    case .membershipEnded(let ksm, let number, let day): endMembership(ksm, number, day)
    case .application, .applicationFiled, .inspection, .approval, .applicationChanged,
      .applicationState, .applicationVoided, .approvalChain, .delegation, .delegationRevoked,
      .relationship, .relationshipEnded:
      applyDecision(change)
    case .loanOpened(let loan, let persons):
      borrowers[loan.id] = persons
      facts.claimed.formUnion(persons)
      keep(loan)
    case .disbursement, .receipts, .disbursementVoided, .visit, .block, .blockLifted:
      applyHandover(change)
    case .accountability(let record): applyAccountability(record)
    case .loanPaid(let loan):
      keep(loan)
      if loan.state == .paidOff { facts.claimed.subtract(borrowers[loan.id] ?? []) }
    case .loanEnded, .restructuring, .writeOff, .claimRecovered, .recoveryReversed, .claimWaived:
      applyTrouble(change)
    case .loanReopened(_, let persons): facts.claimed.formUnion(persons)
    case .repayment, .repaymentReversed, .liabilityCall, .memberDebtSettled, .suspenseAssigned:
      applyRepayment(change)
    case .periodClosed(let period, let frozen): close(period, freezing: frozen)
    case .reopeningRequested, .periodReopened, .yearClosed, .profitAllocated, .budget,
      .budgetApproved, .recovery, .collection:
      applyClosing(change)
    case .freezeChanged(let freeze): keep(freeze)
    case .repair(let task): facts.repairs[task.upk, default: []].append(task)
    case .attestation(let attestation):
      facts.attestations[attestation.upk, default: []].append(attestation)
    case .instrument(let instrument): facts.instruments.append(instrument)
    case .caseStep(let step): facts.caseSteps[step.loan, default: []].append(step)
    case .caseAnswer(let id, let answer): keep(answer, to: id)
    }
  }

  private mutating func keep(_ freeze: Freeze) {
    guard let head = facts.heads[freeze.upk] else { return }
    facts.heads[freeze.upk] = Head(
      stream: head.stream, latestDay: head.latestDay, counters: head.counters,
      closedThrough: head.closedThrough, freeze: freeze.release == nil ? freeze : nil)
  }

  private mutating func applyTrouble(_ change: Change) {
    switch change {
    case .loanEnded(let loan):
      keep(loan)
      if loan.state.freesNames { facts.claimed.subtract(borrowers[loan.id] ?? []) }
    case .restructuring(let step): borrowers[step.successor] = borrowers[step.loan]
    case .writeOff(let writeOff): keep(writeOff)
    case .claimRecovered(let loan, let recovery):
      keep(loan) {
        $0 + [recovery]
      } waiver: {
        $0
      }
    case .recoveryReversed(let loan, let recovery, let reversal):
      keep(loan) { all in
        all.map { one in
          var one = one
          if one.number == recovery.number { one.reversal = reversal }
          return one
        }
      } waiver: {
        $0
      }
    case .claimWaived(let loan, let waiver):
      keep(loan) {
        $0
      } waiver: { _ in
        waiver
      }
    default: break
    }
  }

  private mutating func applyRepayment(_ change: Change) {
    switch change {
    case .repayment(let repayment):
      facts.repayments[repayment.loan, default: []].append(repayment)
    case .repaymentReversed(let repayment, let reversal): reverse(repayment, reversal)
    case .liabilityCall(let call): calls.append(call)
    case .memberDebtSettled(let settlement):
      facts.debtSettlements[settlement.loan, default: []].append(settlement)
    case .suspenseAssigned(let given):
      facts.suspenseAssignments[given.ksm.upk, default: []].append(given)
      facts.suspense[given.ksm, default: DailyBalance()].add(given.amount, on: given.on)
      facts.unnamedSuspense[given.ksm.upk, default: DailyBalance()].add(-given.amount, on: given.on)
    default: break
    }
  }

  private mutating func reverse(_ repayment: Repayment, _ reversal: Repayment.Reversal) {
    var reversed = repayment
    reversed.reversal = reversal
    facts.repayments[repayment.loan]?.replace([repayment], with: [reversed])
  }

  mutating func keep(_ loan: Loan) {
    facts.loans[loan.id] = loan
    keep(
      LoanHistory(
        loan: loan, entries: (facts.repayments[loan.id] ?? []).flatMap(\.entries),
        writeOff: histories[loan.id]?.writeOff))
  }

  private mutating func keep(_ history: LoanHistory) {
    let id = history.loan.id
    histories[id] = history
    let all = histories.values.filter { $0.loan.id.upk == id.upk }
      .sorted { $0.loan.id.number < $1.loan.id.number }
    facts.portfolios[id.upk] = LoanBook(
      loans: all, writtenOff: writtenOff + all.compactMap(\.writeOff))
  }

  private mutating func keep(_ writeOff: WriteOff) {
    guard let history = histories[writeOff.loan] else { return }
    keep(LoanHistory(loan: history.loan, payments: history.payments, writeOff: writeOff))
  }

  private mutating func keep(
    _ loan: LoanID, recoveries: ([ClaimRecovery]) -> [ClaimRecovery],
    waiver: (ClaimWaiver?) -> ClaimWaiver?
  ) {
    guard let found = histories[loan]?.writeOff else { return }
    keep(
      WriteOff(
        loan: loan, on: found.on, principal: found.principal,
        serviceCharge: found.serviceCharge, fromReserve: found.fromReserve,
        decision: found.decision, recoveries: recoveries(found.recoveries),
        waiver: waiver(found.waiver)))
  }

  /// As the store reads it back: the list and the minutes of the suspension that the month is in.
  private mutating func close(_ period: ClosedPeriod, freezing frozen: Suspension?) {
    periods.append(period)
    let before = facts.periods[period.upk] ?? .empty
    let suspension = frozen ?? before.suspension
    let stands = suspension?.since == period.suspendedSince ? suspension : nil
    facts.periods[period.upk] = PeriodRecord(
      last: period, suspension: stands,
      recovery: before.recovery?.since == stands?.since ? before.recovery : nil)
  }
}
