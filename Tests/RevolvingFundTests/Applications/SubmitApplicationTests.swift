import RevolvingFund
import Testing

struct SubmitApplicationTests {
  let books: Books
  let ksm: KSMID

  init() throws {
    var books = try Village.books()
    ksm = try books.addGroup("A")
    self.books = books
  }

  private func shares(_ amounts: [Rupiah]) -> [Share] {
    amounts.enumerated().map { Share(member: Int64($0 + 1), amount: $1) }
  }

  private func refusal(
    _ shares: [Share], amount: Rupiah? = nil, months: Int = 4, on day: Day = "2016-01-10",
    stage: BusinessStage = .existing, ksm: KSMID? = nil
  ) -> [Rejection] {
    books.refusal(
      SubmitApplication(
        ksm: ksm ?? self.ksm, amount: amount ?? shares.total(\.amount), shares: shares,
        months: months, purpose: .familyCapital, businessStage: stage,
        papers: Set(ApplicationPaper.allCases), day: day), by: Village.officer)
  }

  @Test func `an application is numbered and keeps its shares`() throws {
    var books = books
    let id = try books.apply(ksm, each: 1_000_000, months: 12, on: "2016-01-10")
    #expect(id == ApplicationID(upk, 1))
    let application = try #require(books.facts.applications[id])
    #expect(application.state == .submitted)
    #expect(application.amount == 5_000_000)
    #expect(application.nextStep == nil)
    #expect(try books.apply(try books.addGroup("B"), each: 100_000, on: "2016-01-11").number == 2)
  }

  @Test func `a group has one application at a time, until that is over`() throws {
    var books = books
    let first = try books.apply(ksm, each: 1_000_000, on: "2016-01-10")
    func refusal(on day: Day) -> [Rejection] {
      books.refusal(
        SubmitApplication(
          ksm: ksm, amount: 500_000, shares: shares([500_000]), months: 4,
          purpose: .familyCapital, businessStage: .existing, papers: [], day: day),
        by: Village.officer)
    }
    #expect(refusal(on: "2016-01-11") == [.applicationOpen(first.number)])
    try books.run(
      CancelApplication(application: first, reason: "less", day: "2016-01-11"),
      by: Village.officer)
    #expect(refusal(on: "2016-01-11") == [])
    // What lacks papers stands in the way until it expires.
    let second = try books.apply(ksm, each: 500_000, papers: [.form], on: "2016-01-12")
    #expect(refusal(on: "2016-04-11") == [.applicationOpen(second.number)])
    #expect(refusal(on: "2016-04-12") == [])
  }

  @Test func `a group that is not ready is not taken into the queue`() {
    var books = books
    books.facts.attestations[upk]?.removeAll { $0.criterion == .groupFormed }
    books.facts.savings[ksm] = .empty
    let asked = SubmitApplication(
      ksm: ksm, amount: 500_000, shares: shares([500_000]), months: 4, purpose: .familyCapital,
      businessStage: .existing, papers: Set(ApplicationPaper.allCases), day: "2016-01-10")
    #expect(
      books.refusal(asked, by: Village.officer) == [
        .criterionNotMet(.groupFormed, members: [], shortfalls: [.attestation(.missing)]),
        .criterionNotMet(
          .groupProved, members: [], shortfalls: [.measured(.monthsSaved, .count(0), .least(3))]),
      ])
  }

  @Test func `shares are positive, one a member, and together the amount`() {
    #expect(refusal([], amount: 5) == [.sharesMissing, .sharesDoNotSum(shares: 0, amount: 5)])
    #expect(
      refusal(shares([600_000, 600_000]), amount: 1_200_001) == [
        .sharesDoNotSum(shares: 1_200_000, amount: 1_200_001)
      ])
    #expect(
      refusal([Share(member: 1, amount: 500_000), Share(member: 1, amount: 500_000)]) == [
        .shareRepeated(member: 1)
      ])
    #expect(
      refusal(shares([0, 500_000])) == [.amountNotPositive(field: .share(member: 1), 0)])
    #expect(
      refusal(shares([-5, 5]), amount: 0) == [
        .amountNotPositive(field: .amount, 0), .amountNotPositive(field: .share(member: 1), -5),
      ])
  }

  @Test func `huge and countless shares are refused, not overflowed`() {
    let most = Rupiah(Int64.max)
    let rejections = refusal(shares([most, most]), amount: .limit)
    #expect(rejections.contains(.sharesDoNotSum(shares: most, amount: .limit)))
    #expect(rejections.contains(.amountTooLarge(field: .share(member: 2), most)))
    let many = refusal(shares([Rupiah](repeating: .limit, count: 20_000)), amount: .limit)
    #expect(many.contains { $0.code == .sharesDoNotSum })
    let least = refusal(shares([Rupiah(Int64.min), Rupiah(Int64.min)]), amount: 1)
    #expect(least.contains(.sharesDoNotSum(shares: Rupiah(Int64.min), amount: 1)))
  }

  @Test func `a share and a term are within the policy in force`() {
    #expect(
      refusal(shares([1_000_001])) == [
        .shareAboveCeiling(member: 1, amount: 1_000_001, ceiling: 1_000_000)
      ])
    for months in [2, 13, 0, -1] {
      #expect(
        refusal(shares([1_000_000]), months: months) == [
          .termOutOfPolicy(months: months, shortest: 3, longest: 12)
        ])
    }
    #expect(
      refusal(shares([3]), months: 4)
        == [.scheduleNotPossible(share: 3, months: 4, roundUnit: 1)])
    #expect(
      refusal(shares([1_000_000]), on: "2015-05-31").contains(.noPolicyInForce(on: "2015-05-31")))
  }

  @Test func `a business that is to be started has the policy's ceiling and term for it`() throws {
    #expect(
      refusal(shares([500_001, 500_000]), months: 7, stage: .startUp) == [
        .shareAboveCeiling(member: 1, amount: 500_001, ceiling: 500_000),
        .termOutOfPolicy(months: 7, shortest: 3, longest: 6),
      ])
    #expect(refusal(shares([500_000]), months: 6, stage: .startUp) == [])
    var books = books
    let id = try books.apply(ksm, each: 500_000, months: 6, stage: .startUp, on: "2016-01-10")
    #expect(books.facts.applications[id]?.businessStage == .startUp)
  }

  @Test func `what is wider for a start-up than for all is no wider`() {
    let wide = Village.policy(startUps: StartUpRule(ceiling: 2_000_000, longestTerm: 24))
    #expect(wide.ceiling(isFirstLoan: true, stage: .startUp) == 1_000_000)
    #expect(wide.ceiling(isFirstLoan: false, stage: .startUp) == 2_000_000)
    #expect(wide.longestTerm(stage: .startUp) == 12)
  }

  @Test func `a board that does not lend to those who will start refuses them, and says what else`()
    throws
  {
    var books = books
    try books.run(
      SetPolicy(
        policy: Village.policy(from: "2016-01-01", startUps: nil, reason: "No trainers"),
        day: "2015-12-01"), by: Village.coordinator)
    let asked = SubmitApplication(
      ksm: ksm, amount: 1_000_001, shares: shares([1_000_001]), months: 4,
      purpose: .familyCapital, businessStage: .startUp, papers: [], day: "2016-01-10")
    #expect(
      books.refusal(asked, by: Village.officer) == [
        .startUpsNotServed(policy: 2),
        .shareAboveCeiling(member: 1, amount: 1_000_001, ceiling: 1_000_000),
      ])
  }

  @Test func `a board that stops lending to those who will start stops before its decision`() throws
  {
    var books = books
    let id = try books.apply(ksm, each: 500_000, stage: .startUp, on: "2016-01-10")
    try books.inspect(id, on: "2016-01-11")
    try books.sign(id, by: Village.manager, on: "2016-01-12")
    try books.run(
      SetPolicy(
        policy: Village.policy(from: "2016-01-13", startUps: nil, reason: "No trainers"),
        day: "2016-01-12"), by: Village.coordinator)
    let decision = SignApproval(
      application: id, verdict: .approve, note: "", day: "2016-01-13")
    #expect(
      books.refusal(decision, by: Village.coordinator) == [.startUpsNotServed(policy: 2)])
  }

  @Test func `the group exists, is old enough, and the borrowers belong to it`() {
    #expect(
      refusal(shares([500_000]), ksm: KSMID(upk, 9)) == [.notFound(.ksm, name: "9")])
    #expect(
      refusal(shares([500_000]), on: "2015-08-31") == [
        .ksmTooYoung(formedOn: Village.founded, eligibleFrom: "2015-09-01")
      ])
    #expect(
      refusal([Share(member: 6, amount: 500_000)]) == [
        .memberNotActive(member: 6, on: "2016-01-10")
      ])
    #expect(
      refusal(shares([500_000]), on: "2021-01-01") == [
        .dayInFuture("2021-01-01", today: "2020-12-31")
      ])
    let early = refusal(shares([500_000]), on: "2015-05-31")
    #expect(
      early.map(\.code) == [
        .dayBefore, .noPolicyInForce, .ksmTooSmall, .ksmTooYoung, .memberNotActive,
        .criterionNotMet, .criterionNotMet,
      ])
  }

  @Test func `a returning group may borrow up to the later ceiling at once`() throws {
    var books = books
    let loan = try books.lend(ksm, each: 100_000, on: "2016-01-10")
    try books.repay(loan, 507_500, on: "2016-01-20")
    let id = try books.apply(ksm, each: 5_000_000, on: "2016-01-21")
    #expect(books.facts.applications[id]?.amount == 25_000_000)
  }
}
