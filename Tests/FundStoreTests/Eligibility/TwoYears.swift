import FundStore
import FundTesting
import RevolvingFund
import Testing

/// The loans and payments of two years, month by month.
struct TwoYears {
  private let world: FundWorld
  /// The ten of January and the ten of July.
  private let early: [KSMID]
  private let late: [KSMID]
  /// Their loans in the order of the months, with how many installments were paid.
  private var loans: [(id: LoanID, ksm: KSMID, firstDue: Month, paid: Int)] = []
  /// What waits for the last signature: a group that never borrowed, and one that repaid early.
  private let newGroup: ApplicationID
  private let returningGroup: ApplicationID

  /// Who may borrow on a day, as dry runs of the last signature tell it.
  struct Answers {
    let newGroup: [String]
    let returningGroup: [String]
    let admitsLateGroup: Bool
    let topUp: [String]
  }

  /// Registers all groups, and takes two applications to the last signature.
  static func begin(in world: FundWorld) async throws -> TwoYears {
    var groups: [KSMID] = []
    for _ in 0..<22 { groups.append(try await world.registerKSM(members: 5)) }
    try await world.renewAttestations()
    let first = try await world.lend(groups[20], on: day("2016-01-04"))
    try await world.repayAll(first, on: day("2016-01-06"))
    let newGroup = try await world.decided(groups[21], on: day("2016-01-06"))
    let returningGroup = try await world.decided(groups[20], on: day("2016-01-07"))
    return TwoYears(
      world: world, early: Array(groups[..<10]), late: Array(groups[10..<20]),
      newGroup: newGroup, returningGroup: returningGroup)
  }

  private init(
    world: FundWorld, early: [KSMID], late: [KSMID], newGroup: ApplicationID,
    returningGroup: ApplicationID
  ) {
    self.world = world
    self.early = early
    self.late = late
    self.newGroup = newGroup
    self.returningGroup = returningGroup
  }

  /// Lives the months that are not closed yet, up to and with one, and closes each.
  mutating func live(through last: Month) async throws {
    var month =
      try await world.store.closing(world.upk.id).closedThrough?.adding(1)
      ?? month("2015-02")
    while month <= last {
      if month >= FundTesting.month("2016-01") { try await live(month) }
      try await world.fixture.run(
        ClosePeriod(upk: world.upk.id, month: month, day: month.adding(1).first),
        by: world.bookkeeper)
      month = month.adding(1)
    }
  }

  private mutating func live(_ month: Month) async throws {
    let twentieth = month.first.addingDays(19)
    for place in loans.indices where loans[place].firstDue <= month {
      try await pay(place, in: month, on: twentieth)
    }
    switch month.description {
    case "2016-01": try await lend(early, on: twentieth)
    case "2016-07": try await lend(late, on: twentieth)
    case "2017-05":
      // Three of five installments are 1.5 of 2.5 million frozen: 60 %.
      try await world.pay(loans[0].id, Rupiah(3 * 575_000), on: twentieth)
      try await world.fixture.run(
        ConfirmRecovery(upk: world.upk.id, minutes: "BA-07/2017", day: twentieth),
        by: world.coordinator)
    case "2017-06": try await lend(Array(early[1...5]), on: twentieth)
    default: break
    }
  }

  private mutating func lend(_ groups: [KSMID], on day: Day) async throws {
    for ksm in groups {
      let id = try await world.lend(ksm, on: day)
      loans.append((id, ksm, day.month.adding(1), 0))
    }
  }

  /// Each pays its installment on its day, but for group 1 after June 2016.
  private mutating func pay(_ place: Int, in month: Month, on day: Day) async throws {
    let loan = loans[place]
    let hasStopped = loan.ksm == early[0] && month > FundTesting.month("2016-06")
    guard loan.paid < 10, !hasStopped else { return }
    try await world.pay(loan.id, Rupiah(575_000), on: day)
    loans[place].paid += 1
  }

  /// What is answered on a day.
  func answers(on day: Day) async throws -> Answers {
    let upk = world.upk.id
    func signature(_ application: ApplicationID) -> SignApproval {
      SignApproval(application: application, verdict: .approve, note: "", day: day)
    }
    let facts = try await world.store.facts(asOf: day) { $0.addEligibility(of: upk, nil) }
    let book = try #require(facts.portfolios[upk])
    let authority = LendingAuthority(book: book, periods: facts.periods[upk] ?? .empty, on: day)
    let standing = BorrowerStanding(loans: book.loans(of: early[0]), on: day)
    return Answers(
      newGroup: try await world.refusal(signature(newGroup), by: world.coordinator),
      returningGroup: try await world.refusal(signature(returningGroup), by: world.coordinator),
      admitsLateGroup: standing == .returningNotCurrent && authority.admits(standing),
      topUp: try await world.refusal(
        ReceiveCapital(upk: upk, source: .blm, amount: Rupiah(1), reference: nil, day: day),
        by: world.bookkeeper))
  }
}

extension FundWorld {
  /// Takes a group's application for five million over ten months to the last signature but one.
  fileprivate func decided(_ ksm: KSMID, on day: Day) async throws -> ApplicationID {
    let application = ApplicationID(
      upk.id,
      try await fixture.run(
        SubmitApplication(
          ksm: ksm, amount: Rupiah(5_000_000), shares: shares(Rupiah(1_000_000)), months: 10,
          purpose: .productiveBusiness, businessStage: .existing,
          papers: Set(ApplicationPaper.allCases), day: day), by: loanOfficer))
    // Some wait for years at their last signature here: each is let past those before it.
    try await fixture.run(
      SkipQueue(application: application, reason: "two years", day: day), by: loanOfficer)
    try await fixture.run(ConfirmSkip(application: application, day: day), by: manager)
    try await fixture.run(
      RecordInspection(
        application: application, witness: boardMember,
        recommended: shares(Rupiah(1_000_000)),
        appraisals: FundWorld.appraisals(of: shares(Rupiah(1_000_000))), note: "", day: day),
      by: loanOfficer)
    try await fixture.run(
      SignApproval(application: application, verdict: .approve, note: "", day: day), by: manager)
    return application
  }

  /// Lends a group five million over ten months, all on one day.
  fileprivate func lend(_ ksm: KSMID, on day: Day) async throws -> LoanID {
    let application = try await decided(ksm, on: day)
    try await fixture.run(
      SignApproval(application: application, verdict: .approve, note: "", day: day),
      by: coordinator)
    try await fixture.run(
      SignContract(
        application: application, reference: "SPP", setOffConsent: false,
        signers: Array(1...5), day: day), by: loanOfficer)
    return LoanID(
      upk.id,
      try await fixture.run(
        payOut(application, on: day), by: cashier))
  }

  fileprivate func pay(_ loan: LoanID, _ amount: Rupiah, on day: Day) async throws {
    try await fixture.run(
      RecordRepayment(loan: loan, amount: amount, account: .bank, reference: nil, day: day),
      by: cashier)
  }

  /// Settles a loan early: all principal, and the service charge of the running installment.
  fileprivate func repayAll(_ loan: LoanID, on day: Day) async throws {
    try await pay(loan, Rupiah(5_075_000), on: day)
  }
}
