import FundStore
import FundTesting
import RevolvingFund
import Testing

@Suite struct RaceTests {
  /// What each of several commands at once came to: its answer, or what it was refused with.
  private func outcomes(
    _ store: FundStore, _ commands: [(any Command, WriteRequest)]
  ) async throws -> [Result<Recorded, Refusal>] {
    try await withThrowingTaskGroup(of: Result<Recorded, Refusal>.self) { group in
      for (command, request) in commands {
        group.addTask {
          do {
            return .success(try await store.run(command, request))
          } catch let refusal as Refusal {
            return .failure(refusal)
          }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }

  @Test func `events, vouchers and groups are numbered without gaps under many commands at once`()
    async throws
  {
    try await FundFixture.withWorld(writers: 6) { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let commands = (0..<32).map { number -> any Command in
        guard number.isMultiple(of: 4) else {
          return world.repayment(loan, Rupiah(1000), on: day("2016-02-01"))
        }
        return RegisterKSM(
          upk: world.upk.id, name: "KSM \(number)", formedOn: day("2016-01-01"),
          day: day("2016-01-01"))
      }
      let recorded = try await outcomes(
        world.store, commands.map { ($0, world.fixture.request(by: world.cashier)) }
      ).map { try $0.get() }

      let first = try #require(recorded.compactMap(\.sequence).min())
      #expect(recorded.compactMap(\.sequence).sorted() == Array(first..<first + 32))
      #expect(
        Set(recorded.flatMap(\.vouchers)) == Set((1...24).map { "KM-2016-\(padded($0))" }))
      #expect(
        Set(recorded.map(\.subject)) == Set((2...9).map { "ksms/\($0)" } + ["loans/1"]))
      let report = try await world.store.verifyChain(world.upk.id)
      #expect(report.isIntact && report.verified == first + 31)
      let early = try await world.fixture.count(
        """
        (select recorded_at < lag(recorded_at) over (partition by upk_id order by seq) as is_early
        from fund.event) as e where is_early
        """)
      #expect(early == 0, "an event is not recorded before the one that it follows")
    }
  }

  @Test(arguments: 0..<4)
  func `of two approvals for the last money to lend exactly one wins`(round: Int) async throws {
    try await FundFixture.withWorld { world in
      var signatures: [(any Command, WriteRequest)] = []
      for _ in 0..<2 {
        let application = try await world.submit(try await world.registerKSM(members: 5))
        // Either may be taken first.
        try await world.fixture.run(
          SkipQueue(application: application, reason: "race", day: day("2016-01-10")),
          by: world.loanOfficer)
        try await world.fixture.run(
          ConfirmSkip(application: application, day: day("2016-01-10")), by: world.manager)
        try await world.inspect(application)
        try await world.approve(application, by: world.manager)
        signatures.append(
          (
            SignApproval(
              application: application, verdict: .approve, note: "", day: day("2016-01-15")),
            world.fixture.request(by: world.coordinator)
          ))
      }
      // The fund holds enough for one of them.
      try await world.fixture.script(
        "update fund.posting set amount = 9999999 where credit = 31020")
      let found = try await outcomes(
        world.store, round.isMultiple(of: 2) ? signatures : signatures.reversed())
      #expect(accepted(found) == 1)
      let refusals = found.compactMap { outcome -> Refusal? in
        guard case .failure(let refusal) = outcome else { return nil }
        return refusal
      }
      #expect(
        refusals.map(\.rejections) == [
          [
            .fundsReserved(
              held: Rupiah(9_999_999), reserved: Rupiah(5_000_000), asked: Rupiah(5_000_000))
          ]
        ])
    }
  }

  private func accepted(_ outcomes: [Result<Recorded, Refusal>]) -> Int {
    outcomes.count { if case .success = $0 { true } else { false } }
  }

  private func padded(_ number: Int) -> String {
    String(repeating: "0", count: 4 - "\(number)".count) + "\(number)"
  }

  @Test func `the same request many times at once is recorded once`() async throws {
    try await FundFixture.withWorld(writers: 6) { world in
      let command = RegisterKSM(
        upk: world.upk.id, name: "KSM", formedOn: day("2016-01-01"), day: day("2016-01-01"))
      let request = world.fixture.request(by: world.manager)
      let recorded = try await outcomes(
        world.store, Array(repeating: (command, request), count: 16)
      ).map { try $0.get() }
      #expect(Set(recorded.map(\.subject)) == ["ksms/1"])
      #expect(recorded.count { !$0.isReplay } == 1)
      #expect(try await world.fixture.count("fund.ksm") == 1)
    }
  }

  @Test(arguments: 0..<5)
  func `of two UPK that pay out to the same person at once only one does`(round: Int) async throws {
    try await FundFixture.withWorld(writers: 4) { world in
      let second = try await world.secondUPK()
      let persons = try await world.registerPersons(9)
      let shared = persons[4]
      let one = try await world.approvedApplication(
        try await world.registerKSM(of: Array(persons[0..<4]) + [shared]))
      let other = try await second.approvedApplication(
        try await second.registerKSM(of: [shared] + Array(persons[5...])))

      let outcomes = try await outcomes(
        world.store,
        [
          (world.disbursement(one), world.fixture.request(by: world.cashier)),
          (second.disbursement(other), world.fixture.request(by: world.cashier)),
        ])
      let refusals = outcomes.compactMap { outcome -> Refusal? in
        if case .failure(let refusal) = outcome { refusal } else { nil }
      }
      #expect(refusals.map { $0.rejections.map(\.code) } == [[.borrowerHasOpenShare]])
      #expect(try await world.fixture.count("fund.loan") == 1)
      #expect(try await world.fixture.count("fund.borrower_claim") == 5)
      #expect(try await world.store.verifyChain(world.upk.id).isIntact)
      #expect(try await world.store.verifyChain(second.upk.id).isIntact)
    }
  }

  @Test func `of many who sign a step or pay out at once each step happens once`() async throws {
    try await FundFixture.withWorld(writers: 6) { world in
      let application = try await world.submit(try await world.registerKSM(members: 5))
      try await world.inspect(application)
      let sign = SignApproval(
        application: application, verdict: .approve, note: "", day: day("2016-01-15"))
      var signed = try await outcomes(
        world.store,
        (0..<6).map { _ in (sign, world.fixture.request(by: world.manager)) })
      #expect(accepted(signed) == 1)
      try await world.approve(application, by: world.coordinator)
      try await world.contract(application)
      signed = try await outcomes(
        world.store,
        (0..<6).map { _ in
          (world.disbursement(application), world.fixture.request(by: world.cashier))
        })
      #expect(accepted(signed) == 1)
      #expect(try await world.fixture.count("fund.approval") == 2)
      #expect(try await world.fixture.count("fund.loan") == 1)
    }
  }

  @Test(arguments: 0..<3)
  func `of two approved loans that race for money for one exactly one is paid out`(
    round: Int
  ) async throws {
    try await FundFixture.withWorld(writers: 4) { world in
      var applications: [ApplicationID] = []
      for _ in 0..<2 {
        applications.append(
          try await world.approvedApplication(try await world.registerKSM(members: 5)))
      }
      try await world.fixture.run(
        PostJournal(
          upk: world.upk.id,
          lines: [
            PostJournal.Line(
              number: 1, day: day("2016-01-16"), description: "cash", debit: .cash, credit: .bank,
              amount: FundWorld.capital - Rupiah(5_000_000), reference: nil)
          ]), by: world.bookkeeper)
      let outcomes = try await outcomes(
        world.store,
        applications.map {
          (world.disbursement($0), world.fixture.request(by: world.cashier))
        })
      #expect(accepted(outcomes) == 1)
      #expect(try await world.fixture.count("fund.loan") == 1)
    }
  }

  @Test(arguments: 0..<3)
  func `of two last signatures that race for the one decision exactly one decides`(
    round: Int
  ) async throws {
    try await FundFixture.withWorld(writers: 4) { world in
      let second = try await world.fixture.registerPerson(.male, on: day("2015-03-01"))
      try await world.fixture.run(
        AssignRole(
          person: second, role: .bkmCoordinator, scope: .upk(world.upk.id),
          from: day("2015-03-01"), until: nil, day: day("2015-03-01")), by: PersonID(0))
      let application = try await world.submit(try await world.registerKSM(members: 5))
      try await world.inspect(application)
      try await world.approve(application, by: world.manager)
      let sign = SignApproval(
        application: application, verdict: .approve, note: "", day: day("2016-01-15"))
      let outcomes = try await outcomes(
        world.store,
        [world.coordinator, second].map { (sign, world.fixture.request(by: $0)) })
      #expect(accepted(outcomes) == 1)
      #expect(try await world.fixture.count("fund.approval") == 2)
    }
  }

  /// The close of May makes the UPK suspended; what was decided before it stands, nothing after.
  @Test(arguments: 0..<4)
  func `an approval that races the close that suspends is before it or refused`(
    round: Int
  ) async throws {
    try await FundFixture.withWorld(writers: 4) { world in
      _ = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let application = try await world.submit(try await world.registerKSM(members: 5))
      try await world.inspect(application)
      try await world.approve(application, by: world.manager)
      try await world.close(through: Month(year: 2016, month: 4))
      let sign = SignApproval(
        application: application, verdict: .approve, note: "", day: day("2016-05-15"))
      let close = ClosePeriod(
        upk: world.upk.id, month: Month(year: 2016, month: 5), day: day("2016-06-01"))
      let racers: [(any Command, WriteRequest)] = [
        (sign, world.fixture.request(by: world.coordinator)),
        (close, world.fixture.request(by: world.bookkeeper)),
      ]
      var closed: Int64?
      var signed: Int64?
      var refusals: [Rejection] = []
      for outcome in try await outcomes(
        world.store, round.isMultiple(of: 2) ? racers : racers.reversed())
      {
        switch outcome {
        case .success(let recorded) where recorded.subject.hasPrefix("periods"):
          closed = recorded.sequence
        case .success(let recorded): signed = recorded.sequence
        case .failure(let refusal): refusals += refusal.rejections
        }
      }
      let end = try #require(closed)
      if let signed {
        #expect(signed < end && refusals.isEmpty)
      } else {
        #expect(Set(refusals.map(\.code)) == [.periodClosed, .lendingNotAuthorised])
      }
    }
  }
}
