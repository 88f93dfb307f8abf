import RevolvingFund
import Testing

struct WaitingListTests {
  /// Two groups that ask for most of the twenty million each; the second has one signature.
  private func books() throws -> (books: Books, first: ApplicationID, second: ApplicationID) {
    var books = try Village.books()
    books.facts.policies[upk] = [Village.policy(first: 5_000_000)]
    let groups = try ["A", "B"].map { name throws(Refusal) in try books.addGroup(name) }
    let first = try books.approve(groups[0], each: 3_000_000, on: "2016-01-10")
    let second = try books.apply(groups[1], each: 3_000_000, on: "2016-01-11")
    try books.inspect(second, on: "2016-01-12")
    try books.sign(second, by: Village.manager, on: "2016-01-13")
    return (books, first, second)
  }

  private func signature(_ id: ApplicationID, _ shortage: FundsShortage) -> SignApproval {
    SignApproval(
      application: id, verdict: .approve, note: "", shortage: shortage, day: "2016-01-14")
  }

  @Test func `without money a decision is refused, or goes on the waiting list`() throws {
    var (books, _, second) = try books()
    #expect(
      books.refusal(signature(second, .refuse), by: Village.coordinator) == [
        .fundsReserved(held: 20_000_000, reserved: 15_000_000, asked: 15_000_000)
      ])
    let effects = try books.run(signature(second, .wait), by: Village.coordinator)
    #expect(effects.outcome["state"] == "waitlisted")
    let found = try #require(books.facts.applications[second])
    #expect(found.state == .waitlisted && found.waitlistedOn == "2016-01-14")
    #expect(found.approvals.map(\.signer) == [Village.manager, Village.coordinator])
  }

  @Test func `the first of the list is released when its money is there`() throws {
    var (books, first, second) = try books()
    try books.run(signature(second, .wait), by: Village.coordinator)
    let release = ReleaseApplication(application: second, day: "2016-01-20")
    #expect(
      books.refusal(release, by: Village.manager) == [
        .fundsReserved(held: 20_000_000, reserved: 15_000_000, asked: 15_000_000)
      ])
    try books.run(
      CancelApplication(application: first, reason: "no need", day: "2016-01-19"),
      by: Village.officer)
    try books.run(release, by: Village.manager)
    let found = try #require(books.facts.applications[second])
    #expect(found.state == .approved && found.fundsHeldSince == "2016-01-20")
    // Sixty days from the release, not from the decision.
    #expect(found.validUntil == "2016-03-20" && found.decidedOn == "2016-01-14")
  }

  @Test func `money that comes in is for those who wait already`() throws {
    var (books, first, second) = try books()
    try books.run(signature(second, .wait), by: Village.coordinator)
    books.facts.balances[AccountKey(upk: upk, account: .bank)] = 14_999_999
    try books.run(
      WaitlistApplication(application: first, day: "2016-01-15"), by: Village.manager)
    books.facts.balances[AccountKey(upk: upk, account: .bank)] = 20_000_000
    // The first is older: complete a day before.
    #expect(
      books.refusal(
        ReleaseApplication(application: second, day: "2016-01-16"), by: Village.manager) == [
          .queueSkipped(before: [first.number])
        ])
    let third = try books.apply(try books.addGroup("C"), each: 100_000, on: "2016-01-16")
    try books.inspect(third, on: "2016-01-16")
    try books.sign(third, by: Village.manager, on: "2016-01-16")
    let decision = SignApproval(
      application: third, verdict: .approve, note: "", day: "2016-01-16")
    #expect(
      books.refusal(decision, by: Village.coordinator) == [
        .queueSkipped(before: [first.number, second.number])
      ])
    try books.run(ReleaseApplication(application: first, day: "2016-01-16"), by: Village.manager)
  }

  @Test func `what has its money does not wait, unless older ones wait for it`() throws {
    var (books, first, second) = try books()
    let wait = WaitlistApplication(application: first, day: "2016-01-15")
    #expect(
      books.refusal(wait, by: Village.manager) == [
        .fundsSuffice(available: 20_000_000, asked: 15_000_000)
      ])
    books.facts.balances[AccountKey(upk: upk, account: .bank)] = 14_999_999
    #expect(books.refusal(wait, by: Village.manager) == [])
    // The second waits, and is let past the first: its money is for it.
    try books.run(signature(second, .wait), by: Village.coordinator)
    books.facts.applications[second]?.completedOn = "2016-01-09"
    books.facts.balances[AccountKey(upk: upk, account: .bank)] = 20_000_000
    #expect(books.refusal(wait, by: Village.manager) == [])
  }

  @Test func `only what is approved waits, and nothing waits for ever`() throws {
    var (books, first, second) = try books()
    #expect(
      books.refusal(
        WaitlistApplication(application: second, day: "2016-01-15"), by: Village.manager) == [
          .wrongApplicationState(.inDecision, required: [.approved])
        ])
    #expect(
      books.refusal(
        ReleaseApplication(application: first, day: "2016-01-15"), by: Village.manager) == [
          .wrongApplicationState(.approved, required: [.waitlisted])
        ])
    #expect(
      books.refusal(
        WaitlistApplication(application: first, day: "2016-03-11"), by: Village.manager) == [
          .approvalExpired(decidedOn: "2016-01-10", validUntil: "2016-03-10"),
          .fundsSuffice(available: 20_000_000, asked: 15_000_000),
        ])
    books.facts.balances[AccountKey(upk: upk, account: .bank)] = 14_999_999
    try books.run(
      WaitlistApplication(application: first, day: "2016-01-15"), by: Village.manager)
    let waiting = try #require(books.facts.applications[first])
    #expect(waiting.state(on: "2016-07-13") == .waitlisted)
    #expect(waiting.state(on: "2016-07-14") == .expired)
  }
}
