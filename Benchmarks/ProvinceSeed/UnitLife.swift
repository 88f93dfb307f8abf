import FundStore
import RevolvingFund

/// The life of one unit from its policy to the last month, one day after the other.
struct UnitLife {
  var chronicle: Chronicle
  let unit: ProvinceFounding.Unit
  let plan: SeedPlan
  var random: SeededRandom
  private let manner: UnitManner
  private var agenda: Agenda<Deed>
  private var manners: [LoanID: (GroupManner, stoppingAfter: Int)] = [:]

  /// Something that happens on a day.
  enum Deed {
    case save(KSMID)
    case apply(KSMID, members: Int)
    case inspect(ApplicationID)
    case sign(ApplicationID)
    case contract(ApplicationID)
    case payOut(ApplicationID)
    case visit(LoanID)
    case repay(LoanID, Rupiah)
    case bookCosts
    case close(Month)
  }

  var upk: UPKID { unit.upk.id }
  var offices: Offices { unit.offices }

  init(_ unit: ProvinceFounding.Unit, _ plan: SeedPlan) {
    self.unit = unit
    self.plan = plan
    random = plan.random("life of \(unit.upk.code)")
    manner = UnitManner(&random)
    chronicle = Chronicle(unit.upk.id, in: unit.facts, of: plan)
    // The last month is closed in the first days of the next.
    agenda = Agenda(last: plan.since.adding(plan.months).first.addingDays(4))
  }

  /// Lives all of it.
  ///
  /// - Throws: `Refusal` for what has no reason to be refused.
  mutating func live() throws(Refusal) {
    try found()
    for place in unit.groups.indices { try formGroup(place) }
    noteOffice()
    var day = plan.founded
    while day <= agenda.last {
      for deed in agenda.take(day) { try live(deed, on: day) }
      day = day.addingDays(1)
    }
  }

  private mutating func live(_ deed: Deed, on day: Day) throws(Refusal) {
    switch deed {
    case .save(let ksm):
      try chronicle.record(
        DepositSavings(
          ksm: ksm, amount: Rupiah(10_000 * Int64(random.any(2...10))), account: .savingsCash,
          reference: nil, day: day), by: offices.cashier)
    case .apply(let ksm, let members): apply(ksm, members: members, on: day)
    case .inspect(let id): inspect(id, on: day)
    case .sign(let id): sign(id, on: day)
    case .contract(let id): contract(id, on: day)
    case .payOut(let id): payOut(id, on: day)
    case .visit(let loan): visit(loan, on: day)
    case .repay(let loan, let amount): try repay(loan, amount, on: day)
    case .bookCosts: bookCosts(on: day)
    case .close(let month):
      try chronicle.record(ClosePeriod(upk: upk, month: month, day: day), by: offices.bookkeeper)
    }
  }

  /// Months are closed within four days of the next, and by some units a month later.
  private mutating func noteOffice() {
    let first = plan.founded.month
    for month in (0..<plan.months + 4).map({ first.adding($0) }) {
      let closing = month.adding(1 + manner.monthsLate).first
      agenda.note(.close(month), on: closing.addingDays(Int32(random.any(0...4))))
      guard plan.since < month else { continue }
      agenda.note(.bookCosts, on: month.first.addingDays(Int32(random.any(22...26))))
    }
  }
}

extension UnitLife {
  /// What a unit has before its first group: rules, what was attested, and capital.
  private mutating func found() throws(Refusal) {
    let day = plan.founded
    try chronicle.record(SetPolicy(policy: plan.policy(of: upk), day: day), by: offices.coordinator)
    try chronicle.record(
      SetCharter(charter: plan.charter(of: upk), day: day), by: offices.coordinator)
    for officer in offices.officers {
      try chronicle.record(AcknowledgePolicy(upk: upk, version: 1, day: day), by: officer)
    }
    for criterion in [Criterion.boardFormed, .accountSignatories, .bookkeepingQuality] {
      try chronicle.record(
        Attest(
          upk: upk, criterion: criterion, ksm: nil, members: [], verdict: .met, items: [],
          evidence: "LHP-01", until: day.addingMonths(12), volunteer: nil, day: day),
        by: offices.consultant)
    }
    let capital = Int64(unit.groups.joined().count) * plan.dearestShare.amount
    try chronicle.record(
      ReceiveCapital(
        upk: upk, source: .blm, amount: Rupiah(capital), reference: "SP2D-1", day: day),
      by: offices.bookkeeper)
  }

  /// A group forms, is attested and saves for three months; then it will ask for a loan.
  private mutating func formGroup(_ place: Int) throws(Refusal) {
    let day = plan.founded
    let members = unit.groups[place]
    let effects = try chronicle.record(
      RegisterKSM(upk: upk, name: "KSM Contoh \(place + 1)", formedOn: day, day: day),
      by: offices.loanOfficer)
    guard case .ksm(let ksm) = effects.subject else { preconditionFailure("no group") }
    for person in members {
      try chronicle.record(
        AddMember(ksm: ksm, person: person, day: day), by: offices.loanOfficer)
    }
    let numbers = members.indices.map { Int64($0 + 1) }
    for criterion in [Criterion.groupFormed, .groupPrepared, .memberSuitable] {
      let isOfMembers = criterion == .memberSuitable
      try chronicle.record(
        Attest(
          upk: upk, criterion: criterion, ksm: ksm, members: isOfMembers ? numbers : [],
          verdict: .met, items: isOfMembers ? Set(MemberItem.allCases) : [],
          evidence: "BA-KSM-\(ksm.number)", until: day.addingMonths(12),
          volunteer: offices.volunteer, day: day), by: offices.facilitator)
    }
    for month in 0..<3 {
      agenda.note(
        .save(ksm), on: day.month.adding(month).first.addingDays(Int32(random.any(8...26))))
    }
    let month = plan.since.adding(random.any(0...plan.lendingMonths - 1))
    agenda.note(
      .apply(ksm, members: members.count), on: month.first.addingDays(Int32(random.any(7...14))))
  }
}

extension UnitLife {
  /// Notes what follows in some days.
  mutating func note(_ deed: Deed, on day: Day, after days: Int32) {
    agenda.note(deed, on: day.addingDays(days))
  }

  /// Does what the rules may refuse.
  mutating func attempt(_ command: some Command, by person: PersonID) -> Effects? {
    chronicle.attempt(command, by: person)
  }

  /// Notes when a group will bring what it owes.
  mutating func noteRepayments(of loan: LoanID) {
    guard let found = chronicle.facts.loans[loan] else { return }
    let group = manner.anyGroup(&random)
    let last = random.any(0...4)
    for installment in found.schedule.installments {
      guard let payment = group.payment(for: installment, stoppingAfter: last, &random) else {
        continue
      }
      agenda.note(.repay(loan, payment.amount), on: max(payment.on, found.disbursedOn))
    }
  }
}
