@testable import RevolvingFund

/// Facts that take in effects, as a group of commands does, so that commands follow each other.
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

  init() {
    facts.heads[.province] = Head(stream: .province, latestDay: "2000-01-01", counters: [:])
  }

  /// Decides a command for a person and takes in what follows, as a group of commands does.
  @discardableResult
  mutating func run(_ command: some Command, by person: PersonID) throws(Refusal) -> Effects {
    let effects = try decide(command, by: person)
    facts.take(effects, of: command, by: person)
    vouchers += effects.vouchers
    for change in effects.changes { keep(change) }
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

  /// What holds the number of a paper.
  func holder(_ reference: String) -> PaperHolder? {
    facts.paperHolders[ReferenceKey(upk: upk, reference: reference)]
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
    let voucher = Voucher(
      number: number, bookedOn: day, description: "", reference: nil, postings: postings)
    vouchers.append(voucher)
    facts.take(voucher, in: upk)
  }

  /// What tests look at beside the facts.
  private mutating func keep(_ change: Change) {
    switch change {
    case .upk(let upk, let chart): charts[upk.id] = chart
    case .account(let upk, let account): charts[upk]?.append(account)
    case .liabilityCall(let call): calls.append(call)
    case .periodClosed(let period, _): periods.append(period)
    case .periodReopened(let reopening): reopen(reopening)
    case .collection(let collection): collections.append(collection)
    default: break
    }
  }

  /// As the store reads it back: the month before is the last closed one.
  private mutating func reopen(_ reopening: Reopening) {
    let before = periods.last { $0.month < reopening.month }
    let suspension = facts.periods[reopening.upk]?.suspension
    let stands = suspension?.since == before?.suspendedSince ? suspension : nil
    facts.periods[reopening.upk] = PeriodRecord(last: before, suspension: stands, recovery: nil)
  }
}
