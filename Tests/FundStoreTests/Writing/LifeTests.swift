import BooksVerification
import FundStore
import FundTesting
import Libpq
import RevolvingFund
import Testing

@Suite struct LifeTests {
  @Test func `after a random life the loans are what was posted on them`() async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("the seed of this life is \(seed)")
    try await FundFixture.withWorld(today: day("2018-12-31")) { world in
      var life = Life(world: world, random: SeededRandom(seed: seed))
      try await life.run(steps: 400)
      #expect(life.accepted > 100, "seed \(seed)")
      for (rule, rows) in Self.disagreements {
        #expect(try await world.fixture.count("(\(rows)) as broken") == 0, "\(rule), seed \(seed)")
      }
      for stream in [UPKID.province, world.upk.id] {
        #expect(try await world.store.verifyChain(stream).isIntact, "seed \(seed)")
      }
      #expect(try await world.fixture.verify(world.upk.id).findings == [], "seed \(seed)")
      let book = try await world.store.loanBook(world.upk.id)
      #expect(!book.loans.isEmpty)
      for history in book.loans {
        #expect(history.payments.total(\.paid.principal) == history.loan.paid.principal)
        #expect(history.payments.total(\.paid.serviceCharge) == history.loan.paid.serviceCharge)
      }
      for month in 0..<36 {
        let day = day("2016-01-20").addingMonths(month)
        let members = try await world.store.memberArrears(world.upk.id, asOf: day)
        for loan in book.loans {
          let late = members.filter { $0.loan == loan.loan.id }
          let position = loan.position(asOf: day)
          #expect(
            late.total(\.overduePrincipal) == position?.overduePrincipal ?? .zero, "seed \(seed)")
          #expect(
            late.total(\.overdueServiceCharge) == position?.overdueServiceCharge ?? .zero,
            "seed \(seed)")
        }
        let differing = try await world.store.differencesOfSums(of: [world.upk], asOf: day)
        #expect(differing.isEmpty, "seed \(seed)")
      }
    }
  }

  /// What must not be found, each as a query of the rows that break it.
  static let disagreements = [
    (
      "a loan's totals are its postings",
      """
      select from fund.loan l
      where l.principal - l.principal_paid <> (
          select coalesce(sum(case when p.debit = 11030 then p.amount else -p.amount end), 0)
          from fund.posting p where p.upk_id = l.upk_id and p.loan = l.number
            and (p.debit = 11030 or p.credit = 11030))
        or l.service_charge_paid <> (
          select coalesce(sum(case when p.credit = 41010 then p.amount else -p.amount end), 0)
          from fund.posting p where p.upk_id = l.upk_id and p.loan = l.number
            and (p.debit = 41010 or p.credit = 41010))
      """
    ),
    (
      "what the members paid is what was paid on the loan, and on each share what its receipts say",
      """
      select from fund.loan l
      where (select coalesce(sum(m), 0) from unnest(l.member_paid) m)
          <> l.principal_paid + l.service_charge_paid
        or l.member_paid <> (
          select array_agg((
            select coalesce(sum(a.amount), 0) from fund.repayment r
            cross join lateral unnest(r.members, r.amounts) as a (member, amount)
            where r.upk_id = l.upk_id and r.loan = l.number and a.member = s.member
              and not exists (select from fund.repayment_reversal x
                where x.upk_id = r.upk_id and x.repayment = r.number))::bigint order by s.line)
          from fund.loan_share s where s.upk_id = l.upk_id and s.loan = l.number)
      """
    ),
    (
      "receipts are numbered without gaps",
      """
      select from fund.repayment r group by r.upk_id, r.receipt_year
      having min(r.receipt_number) <> 1 or max(r.receipt_number) <> count(*)
      """
    ),
    (
      "a loan's principal is its shares and its installments",
      """
      select from fund.loan l
      where l.principal <> (select sum(s.amount) from fund.loan_share s
          where s.upk_id = l.upk_id and s.loan = l.number)
        or (l.principal, l.service_charge) <> (select sum(i.principal), sum(i.service_charge)
          from fund.installment i where i.upk_id = l.upk_id and i.loan = l.number)
      """
    ),
    (
      "what is before an installment is the sum of those before it",
      """
      select from fund.installment i
      where (i.principal_before, i.service_charge_before) <> (
        select coalesce(sum(b.principal), 0), coalesce(sum(b.service_charge), 0)
        from fund.installment b
        where b.upk_id = i.upk_id and b.loan = i.loan and b.number < i.number)
      """
    ),
    (
      "the next due day is that of the oldest unpaid installment",
      """
      select from fund.loan l
      where l.state = 'active' and l.next_due <> (select min(i.due) from fund.installment i
        where i.upk_id = l.upk_id and i.loan = l.number
          and (i.principal_before + i.principal > l.principal_paid
            or i.service_charge_before + i.service_charge > l.service_charge_paid))
      """
    ),
    (
      "vouchers are numbered without gaps",
      """
      select from fund.voucher v group by v.upk_id, v.kind, v.year
      having min(v.number) <> 1 or max(v.number) <> count(*)
      """
    ),
    (
      "the counters stand behind the last numbers",
      """
      select from fund.counter c join (
        select upk_id, kind || '-' || year as name, max(number) as last from fund.voucher
        group by 1, 2
        union all select upk_id, 'loan', max(number) from fund.loan group by 1
        union all select upk_id, 'application', max(number) from fund.application group by 1
      ) n using (upk_id, name) where c.next <> n.last + 1
      """
    ),
    (
      "events are numbered without gaps up to the head",
      """
      select from fund.head h where h.next_seq - 1 <> (
        select count(*) from fund.event e where e.upk_id = h.upk_id)
      """
    ),
    (
      "names are taken by those who have a share in an open loan",
      """
      select from (
        select p.nik_digest, l.upk_id, l.number
        from fund.loan l
        join fund.loan_share s on s.upk_id = l.upk_id and s.loan = l.number
        join fund.member m on m.upk_id = l.upk_id and m.ksm = l.ksm and m.number = s.member
        join fund.person p on p.person_id = m.person_id
        where l.state = 'active'
      ) o full join fund.borrower_claim c using (nik_digest)
      where o.nik_digest is null or c.loan is distinct from o.number
      """
    ),
  ]
}

/// A few groups that borrow, repay what and when they like, and now and then ask for too much.
private struct Life {
  let world: FundWorld
  var random: SeededRandom
  var accepted = 0
  private var today = day("2016-01-04")
  private var ksms: [KSMID] = []

  init(world: FundWorld, random: SeededRandom) {
    self.world = world
    self.random = random
  }

  mutating func run(steps: Int) async throws {
    for _ in 0..<4 { ksms.append(try await world.registerKSM(members: 5)) }
    try await world.renewAttestations()
    for _ in 0..<steps {
      today = min(today.addingDays(Int32.random(in: 0...4, using: &random)), world.fixture.today)
      try await step()
    }
  }

  private mutating func step() async throws {
    let ksm = ksms[Int.random(in: 0..<ksms.count, using: &random)]
    let applications = try await world.store.applications(
      world.upk.id, state: nil, on: today, after: nil, limit: 1000)
    if let open = applications.last(where: { $0.ksm == ksm }), let next = next(open) {
      try await attempt(next.command, by: next.person)
    } else if let loan = try await world.store.loanBook(world.upk.id).loans(of: ksm)
      .first(where: { $0.loan.state == .active })
    {
      try await repay(loan)
    } else {
      try await apply(ksm)
    }
  }

  /// The next step of an application; `nil` for one that is closed.
  private mutating func next(_ application: Application) -> (
    command: any Command, person: PersonID
  )? {
    let id = application.id
    switch application.state {
    case .submitted:
      return (
        RecordInspection(
          application: id, witness: world.boardMember, recommended: application.requested,
          appraisals: FundWorld.appraisals(of: application.requested), note: "", day: today),
        world.loanOfficer
      )
    case .recommended, .inDecision:
      let verdict: Verdict = Int.random(in: 0..<12, using: &random) == 0 ? .reject : .approve
      return (
        SignApproval(application: id, verdict: verdict, note: "Musyawarah", day: today),
        application.nextStep == .upkManager ? world.manager : world.coordinator
      )
    case .approved:
      let isLate = application.decidedOn.map { today > $0.addingDays(60) } ?? false
      guard !isLate else { return nil }
      return (
        SignContract(
          application: id, reference: "SPP-\(id.number)", setOffConsent: false,
          signers: application.recommended.map(\.member), day: today), world.loanOfficer
      )
    case .contracted:
      guard application.state(on: today) == .contracted else { return nil }
      return (world.payOut(id, on: today), world.cashier)
    default:
      return nil
    }
  }

  private mutating func apply(_ ksm: KSMID) async throws {
    let share = Rupiah(Int64.random(in: 1...25, using: &random) * 100_000)
    try await attempt(
      SubmitApplication(
        ksm: ksm, amount: Rupiah(share.amount * 5), shares: world.shares(share),
        months: Int.random(in: 3...12, using: &random), purpose: .familyCapital,
        businessStage: .existing, papers: Set(ApplicationPaper.allCases), day: today),
      by: world.loanOfficer)
  }

  private mutating func repay(_ history: LoanHistory) async throws {
    let loan = history.loan
    let debt = loan.schedule.settlement(
      after: loan.paid, on: today, rule: loan.terms.earlySettlement)
    let amount =
      switch Int.random(in: 0..<10, using: &random) {
      case 0: debt
      case 1: debt + Rupiah(1)
      default: Rupiah(Int64.random(in: 1...max(1, debt.amount / 3), using: &random))
      }
    let isLate = Int.random(in: 0..<4, using: &random) == 0
    let day = isLate ? today.addingDays(-Int32.random(in: 1...40, using: &random)) : today
    try await attempt(world.repayment(loan.id, amount, on: day), by: world.cashier)
    guard Int.random(in: 0..<6, using: &random) == 0 else { return }
    let taken = try await world.store.repayments(loan.id, after: nil, limit: 100)
      .randomElement(using: &random)
    guard let taken = taken?.repayment else { return }
    try await attempt(
      ReverseRepayment(
        loan: loan.id, ksm: loan.ksm, receipt: taken.receipt, reason: "Keliru",
        day: max(taken.on, day)), by: world.manager)
  }

  /// Runs a command; a refusal is part of life.
  private mutating func attempt(_ command: any Command, by person: PersonID) async throws {
    do {
      try await world.fixture.run(command, by: person)
      accepted += 1
    } catch is Refusal {}
  }
}
