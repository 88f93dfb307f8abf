import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

/// Interest of a day, as the journal's caller writes it.
private func interest(_ amount: Int64, on day: String) -> Bergulir_V1_PostJournalRequest {
  .with {
    $0.write = writing(on: "")
    $0.parent = malabutor
    $0.vouchers = [
      .with {
        $0.line = 1
        $0.date = day
        $0.description_p = "interest"
        $0.debit = 11021
        $0.credit = 41020
        $0.amount = amount
      }
    ]
  }
}

@Test func `a month is opened again by two people, and its versions are compared`() async throws {
  try await Daemon.serving { daemon in
    let desks = try await Desks(daemon)
    try await daemon.world.close(through: month("2015-06"))
    let periods = Bergulir_V1_PeriodService.Client(wrapping: daemon.client)
    let june = malabutor + "/periods/2015-06"
    let asked = try await periods.requestReopening(
      .with {
        $0.write = writing(on: "2015-07-03")
        $0.name = june
        $0.reason = "Receipt 0114 was left out"
      }, metadata: desks.bookkeeper)
    #expect(asked.receipt.name == june && asked.receipt.verb == "asked" && asked.version == 1)
    let opened = try await periods.confirmReopening(
      .with {
        $0.write = writing(on: "2015-07-04")
        $0.name = june
      }, metadata: desks.coordinator)
    #expect(opened.receipt.verb == "reopened" && opened.version == 2)
    let status = try await periods.getPeriodStatus(
      .with { $0.parent = malabutor }, metadata: desks.coordinator)
    #expect(status.closedThrough == "2015-05" && status.next == "2015-06")
    let journal = Bergulir_V1_JournalService.Client(wrapping: daemon.client)
    _ = try await journal.postJournal(
      interest(900, on: "2015-06-20"), metadata: desks.bookkeeper)
    let closed = try await periods.closePeriod(
      .with {
        $0.write = writing(on: "2015-07-05")
        $0.parent = malabutor
        $0.month = "2015-06"
      }, metadata: desks.bookkeeper)
    #expect(closed.version == 2 && closed.reserve == 0)
    let difference = try await periods.getPeriodDifference(
      .with { $0.name = june }, metadata: desks.coordinator)
    #expect(difference.fromVersion == 1 && difference.toVersion == 2)
    #expect(difference.reason == "Receipt 0114 was left out")
    #expect(difference.requestedBy == "persons/\(daemon.world.bookkeeper.value)")
    #expect(difference.confirmedBy == "persons/\(daemon.world.coordinator.value)")
    #expect(difference.reopenedOn == "2015-07-04")
    #expect(difference.figures.map(\.figure) == ["CCr", "ROI"])
    #expect(difference.figures.map(\.numeratorAfter) == [900, 900])
    let missing = await problem {
      _ = try await periods.getPeriodDifference(
        .with { $0.name = malabutor + "/periods/2015-05" }, metadata: desks.coordinator)
    }
    #expect(missing?.status == .notFound)
    let late = await problem {
      _ = try await periods.requestReopening(
        .with {
          $0.write = writing(on: "2015-07-15")
          $0.name = june
          $0.reason = "r"
        }, metadata: desks.bookkeeper)
    }
    #expect(late?.first.reason == "REOPENING_TOO_LATE" && late?.facts["latest"] == "2015-07-14")
  }
}

@Test func `a year is closed, its profit allocated, and a supervisor paid from it alone`()
  async throws
{
  try await Daemon.serving { daemon in
    let desks = try await Desks(daemon)
    let world = daemon.world
    let journal = Bergulir_V1_JournalService.Client(wrapping: daemon.client)
    _ = try await journal.postJournal(
      interest(1_000, on: "2015-06-20"), metadata: desks.bookkeeper)
    try await world.close(through: month("2015-12"))
    let periods = Bergulir_V1_PeriodService.Client(wrapping: daemon.client)
    let closed = try await periods.closeYear(
      .with {
        $0.write = writing(on: "2016-01-04")
        $0.parent = malabutor
        $0.year = 2015
      }, metadata: desks.bookkeeper)
    #expect(closed.receipt.name == malabutor + "/years/2015" && closed.profit == 1_000)
    #expect(closed.receipt.vouchers == ["PB-2015-0001"])
    let years = try await periods.listYears(
      .with { $0.parent = malabutor }, metadata: desks.manager)
    #expect(years.years.map(\.profit) == [1_000])
    let profits = Bergulir_V1_ProfitService.Client(wrapping: daemon.client)
    let allocated = try await profits.allocateProfit(
      .with {
        $0.write = writing(on: "2016-01-10")
        $0.name = malabutor + "/years/2015"
        $0.minutes = "RWT-2016"
        $0.parts = ([("capital", 9_000), ("supervisors", 1_000)] as [(String, Int32)]).map {
          purpose, hundredths in
          .with {
            $0.purpose = purpose
            $0.hundredths = hundredths
          }
        }
      }, metadata: desks.coordinator)
    #expect(allocated.amount == 1_000 && allocated.receipt.verb == "allocated")
    let listed = try await profits.listAllocations(
      .with { $0.parent = malabutor }, metadata: desks.coordinator)
    #expect(listed.allocations.first?.parts.map(\.amount) == [900, 100])
    let supervisor = try #require(try await world.registerPersons(1).first)
    try await world.fixture.run(
      AssignRole(
        person: supervisor, role: .supervisor, scope: .upk(world.upk.id), from: day("2015-03-01"),
        until: nil, day: day("2016-01-10")), by: PersonID(0))
    func pay(_ amount: Int64) async throws -> Bergulir_V1_PaySupervisorsResponse {
      try await profits.paySupervisors(
        .with {
          $0.write = writing(on: "2016-01-11")
          $0.parent = malabutor
          $0.supervisor = "persons/\(supervisor.value)"
          $0.amount = amount
          $0.account = 11021
        }, metadata: desks.cashier)
    }
    #expect(try await pay(60).balance == 40)
    let tooMuch = await problem { _ = try await pay(41) }
    #expect(tooMuch?.first.reason == "HONORARIUM_EXCEEDED" && tooMuch?.facts["available"] == "40")
  }
}

@Test func `a budget is proposed, approved and held against the books, with warnings`()
  async throws
{
  try await Daemon.serving { daemon in
    let desks = try await Desks(daemon)
    let budgets = Bergulir_V1_BudgetService.Client(wrapping: daemon.client)
    func propose(_ lines: [(Int32, Int64)]) async throws -> String {
      try await budgets.proposeBudget(
        .with {
          $0.write = writing(on: "2015-03-02")
          $0.parent = malabutor
          $0.year = 2015
          $0.lines = lines.map { account, amount in
            .with {
              $0.account = account
              $0.amount = amount
            }
          }
        }, metadata: desks.manager
      ).receipt.name
    }
    func approve(_ name: String) async throws -> Bergulir_V1_ApproveBudgetResponse {
      try await budgets.approveBudget(
        .with {
          $0.write = writing(on: "2015-03-03")
          $0.name = name
          $0.minutes = "BA-3"
        }, metadata: desks.coordinator)
    }
    let greedy = try await propose([(41020, 1_000), (51060, 260)])
    #expect(greedy == malabutor + "/budgets/1")
    let refused = await problem { _ = try await approve(greedy) }
    #expect(refused?.first.reason == "OPERATING_ABOVE_LIMIT")
    let good = try await approve(try await propose([(41020, 1_000), (51060, 250)]))
    #expect(good.receipt.verb == "adopted")
    let listed = try await budgets.listBudgets(
      .with { $0.parent = malabutor }, metadata: desks.coordinator)
    let found = listed.budgets.map { "\($0.approvedOn) \($0.operating)" }
    #expect(found == [" 260", "2015-03-03 250"])
    let journal = Bergulir_V1_JournalService.Client(wrapping: daemon.client)
    _ = try await journal.postJournal(
      interest(1_000, on: "2015-04-01"), metadata: desks.bookkeeper)
    var fee = interest(251, on: "2015-04-02")
    fee.vouchers[0].debit = 51060
    fee.vouchers[0].credit = 11021
    let posted = try await journal.postJournal(fee, metadata: desks.bookkeeper)
    #expect(posted.overBudget == [51060] && posted.overOperatingLimit == [2015])
    let realisation = try await budgets.getRealisation(
      .with {
        $0.parent = malabutor
        $0.asOf = "2015-04-30"
      }, metadata: desks.coordinator)
    #expect(realisation.budget == malabutor + "/budgets/2")
    #expect(realisation.lines.map(\.account) == [41020, 51060])
    #expect(realisation.lines.map { $0.isOver ? $0.realised : 0 } == [0, 251])
    let sums = [realisation.realised, realisation.budgeted]
    #expect(sums.map(\.operatingPercent) == ["25.10", "25.00"])
    #expect(realisation.budgeted.coveragePercent == "400.00")
  }
}

@Test func `the assessment says what is missing, item by item`() async throws {
  try await Daemon.serving { daemon in
    let desks = try await Desks(daemon)
    try await daemon.world.close(through: month("2015-06"))
    let assessment = try await Bergulir_V1_AssessmentService.Client(wrapping: daemon.client)
      .getAssessment(
        .with {
          $0.parent = malabutor
          $0.asOf = "2015-07-06"
        }, metadata: desks.coordinator)
    #expect(assessment.from == "2015-04" && assessment.until == "2015-06")
    #expect(assessment.items.map(\.item) == AssessmentItem.allCases.map(\.rawValue))
    #expect(
      assessment.items.filter(\.passed).map(\.item) == [
        "cashBook", "ledgersAgree", "reserveFormed", "closedInTime",
      ])
    #expect(assessment.passed == 4 && !assessment.isAdequate)
    let bank = try #require(assessment.items.first { $0.item == "bankReconciled" })
    #expect(bank.evidence["missing"] == "11021/2015-04,11021/2015-05,11021/2015-06")
  }
}
