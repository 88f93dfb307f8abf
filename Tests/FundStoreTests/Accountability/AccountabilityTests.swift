import FundStore
import FundTesting
import RevolvingFund
import Testing

@Suite struct AccountabilityTests {
  private let supervisor = FundWorld.supervisors[0]

  @Test func `complaints are listed as they stood on a day`() async throws {
    try await FundFixture.withWorld { world in
      let upk = world.upk.id
      for text in ["No sheet", "Closed office"] {
        try await world.fixture.run(
          RecordComplaint(upk: upk, channel: .box, text: text, day: day("2016-05-02")),
          by: world.loanOfficer)
      }
      try await world.fixture.run(
        AnswerComplaint(
          complaint: ComplaintID(upk, 1), text: "Posted", day: day("2016-05-09")),
        by: world.manager)
      func numbers(_ isOpen: Bool, _ text: String) async throws -> [Int64] {
        try await world.store.complaints(
          upk, openOnly: isOpen, asOf: day(text), after: 0, limit: 10
        ).map(\.id.number)
      }
      #expect(try await numbers(false, "2016-05-01") == [])
      #expect(try await numbers(true, "2016-05-08") == [1, 2])
      #expect(try await numbers(true, "2016-05-09") == [2])
      #expect(try await numbers(false, "2016-05-09") == [1, 2])
      let behind = try await world.store.complaints(
        upk, openOnly: false, asOf: day("2016-05-09"), after: 1, limit: 10)
      #expect(behind.map(\.text) == ["Closed office"] && behind[0].receivedBy == world.loanOfficer)
      let facts = try await world.store.facts(asOf: day("2016-12-31")) {
        $0.complaints.insert(ComplaintID(upk, 1))
      }
      #expect(
        facts.complaints[ComplaintID(upk, 1)]?.answer
          == ComplaintAnswer(on: day("2016-05-09"), by: world.manager, text: "Posted"))
    }
  }

  @Test func `meetings are read back by kind`() async throws {
    try await FundFixture.withWorld { world in
      let upk = world.upk.id
      let ksm = try await world.registerKSM(members: 5)
      for (kind, group) in [(MeetingKind.rwt, nil), (.group, ksm.number)] as [(_, Int64?)] {
        try await world.fixture.run(
          RecordMeeting(
            upk: upk, meeting: kind, ksm: group, women: 4, men: 1, minutes: "M-1", note: "n",
            day: day("2016-05-02")), by: world.manager)
      }
      let groups = try await world.store.meetings(
        upk, kind: .group, asOf: day("2016-12-31"), after: 0, limit: 10)
      #expect(
        groups == [
          Meeting(
            upk: upk, number: 2, kind: .group, ksm: ksm, on: day("2016-05-02"), women: 4, men: 1,
            minutes: "M-1", note: "n")
        ])
      let all = try await world.store.meetings(
        upk, kind: nil, asOf: day("2016-12-31"), after: 0, limit: 10)
      #expect(all.map(\.kind) == [.rwt, .group])
    }
  }

  @Test func `inspections, findings and answers are read back as of a day`() async throws {
    try await FundFixture.withWorld { world in
      let upk = world.upk.id
      try await world.fixture.run(
        RecordSupervision(
          upk: upk, note: "Cash book",
          findings: [.init(text: "No signature", due: day("2016-05-10"))],
          day: day("2016-05-02")), by: supervisor)
      try await world.fixture.run(
        AnswerFinding(
          finding: FindingID(upk, 1), text: "Signed", evidence: "KW-1", day: day("2016-05-20")),
        by: world.manager)
      let list = try await world.store.supervisions(
        upk, asOf: day("2016-12-31"), after: 0, limit: 10)
      #expect(list.map(\.note) == ["Cash book"] && list[0].by == supervisor)
      for (text, isOpen) in [("2016-05-19", true), ("2016-05-20", false)] {
        let open = try await world.store.findings(
          upk, openOnly: true, asOf: day(text), after: 0, limit: 10)
        #expect(open.isEmpty == !isOpen)
      }
      let facts = try await world.store.facts(asOf: day("2016-12-31")) {
        $0.findings.insert(FindingID(upk, 1))
        $0.supervisionsOf.insert(upk)
        $0.publicationsOf.insert(upk)
      }
      #expect(facts.findings[FindingID(upk, 1)]?.answer?.evidence == "KW-1")
      #expect(facts.supervisions[upk]?.map(\.number) == [1] && facts.publications[upk] == nil)
    }
  }

  @Test func `a month is published once, also by two at once`() async throws {
    try await FundFixture.withWorld { world in
      let upk = world.upk.id
      try await world.close(through: month("2016-01"))
      let command = RecordPublication(
        upk: upk, publication: .noticeSheet, month: month("2016-01"), reference: "Board",
        day: day("2016-02-04"))
      try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<4 {
          group.addTask {
            do {
              try await world.fixture.run(command, by: world.manager)
              return true
            } catch is Refusal {
              return false
            }
          }
        }
        let done = try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        #expect(done == 1)
      }
      let list = try await world.store.publications(
        upk, asOf: day("2016-12-31"), after: 0, limit: 10)
      #expect(list.map(\.month) == [month("2016-01")] && list[0].by == world.manager)
    }
  }

  @Test func `balances that borrowers state are kept beside the books`() async throws {
    try await FundFixture.withWorld { world in
      let upk = world.upk.id
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      // A share of 1,000,000 over ten months at 1.5 % is 1,150,000 before anything is paid.
      try await world.fixture.run(
        ConfirmBalances(
          upk: upk, asOf: day("2016-02-01"), scope: .sample,
          statements: [
            .init(loan: loan.number, member: 1, stated: Rupiah(1_150_000), evidence: ""),
            .init(loan: loan.number, member: 2, stated: Rupiah(1_000_000), evidence: "KW-9"),
          ], day: day("2016-02-05")), by: supervisor)
      let list = try await world.store.confirmations(
        upk, asOf: day("2016-12-31"), after: 0, limit: 10)
      #expect(list.map(\.lines.count) == [2])
      #expect(list[0].lines.map(\.difference) == [.zero, Rupiah(-150_000)])
      #expect(list[0].lines.map(\.result) == [.agreed, .proven])
      let findings = try await world.store.findings(
        upk, openOnly: true, asOf: day("2016-12-31"), after: 0, limit: 10)
      #expect(findings.map(\.source) == [.confirmation(1)])
      #expect(
        try await world.store.confirmations(upk, asOf: day("2016-02-04"), after: 0, limit: 10)
          == [])
    }
  }

  @Test func `deeds are counted by person and kind in a span`() async throws {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      for text in ["2016-02-20", "2016-03-20"] {
        try await world.fixture.run(
          world.repayment(loan, Rupiah(575_000), on: day(text)), by: world.cashier)
      }
      let all = try await world.store.activity(
        world.upk.id, from: day("2016-01-01"), until: day("2016-12-31"), after: (0, ""),
        limit: 100)
      let paid = all.first { $0.deed == .recordRepayment }
      #expect(
        paid
          == Activity(
            person: world.cashier, deed: .recordRepayment, count: 2, first: day("2016-02-20"),
            last: day("2016-03-20")))
      let rest = try await world.store.activity(
        world.upk.id, from: day("2016-01-01"), until: day("2016-12-31"),
        after: (all[0].person.value, all[0].deed.rawValue), limit: 100)
      #expect(rest == Array(all.dropFirst()))
      let march = try await world.store.activity(
        world.upk.id, from: day("2016-03-01"), until: day("2016-03-31"), after: (0, ""),
        limit: 100)
      #expect(march.map(\.count) == [1])
    }
  }

  @Test func `a trend is of wards and months`() async throws {
    try await FundFixture.withWorld { world in
      _ = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let points = try await world.store.trend(
        [world.upk], months: [month("2015-12"), month("2016-01")])
      #expect(points.map(\.borrowers) == [0, 5] && points.map(\.women) == [0, 5])
      #expect(points.map(\.region) == [world.upk.region, world.upk.region])
      #expect(points.last?.outstanding == Rupiah(5_000_000))
    }
  }
}
