import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

@Test func `months are closed over the wire, and what they froze is read back`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let loan = try await daemon.world.disbursedLoan(
      try await daemon.world.registerKSM(members: 5))
    try await daemon.world.close(through: month("2016-04"))
    let periods = Bergulir_V1_PeriodService.Client(wrapping: daemon.client)
    let request = Bergulir_V1_ClosePeriodRequest.with {
      $0.write = writing(on: "2016-06-01")
      $0.parent = malabutor
      $0.month = "2016-05"
    }
    let closed = try await periods.closePeriod(request, metadata: desks.bookkeeper)
    #expect(closed.receipt.name == malabutor + "/periods/2016-05")
    #expect(closed.receipt.verb == "closed" && closed.category == "SUSPENDED")
    let again = try await periods.closePeriod(request, metadata: desks.bookkeeper)
    #expect(again.receipt.replayed && again.category == "SUSPENDED")

    let may = try await periods.getPeriod(
      .with { $0.name = malabutor + "/periods/2016-05" }, metadata: desks.coordinator)
    #expect(may.suspendedSince == "2016-05" && may.version == 1)
    #expect(may.indicators.map(\.indicator) == ["LAR", "PAR", "CCr", "ROI", "RR"])
    #expect(may.frozenLoans.map(\.loan) == [malabutor + "/loans/\(loan.number)"])
    let missing = await problem {
      _ = try await periods.getPeriod(
        .with { $0.name = malabutor + "/periods/2016-06" }, metadata: desks.coordinator)
    }
    #expect(missing?.status == .notFound && missing?.facts["noun"] == "period")

    let status = try await periods.getPeriodStatus(
      .with { $0.parent = malabutor }, metadata: desks.coordinator)
    #expect(status.closedThrough == "2016-05" && status.next == "2016-06" && status.isOver)
    #expect(status.closeBy == "2016-07-31" && status.isOverdue)
    let early = await problem {
      _ = try await Bergulir_V1_RepaymentService.Client(wrapping: daemon.client).recordRepayment(
        .ofFirstLoan(575_000), metadata: desks.cashier)
    }
    #expect(early?.first.reason == "PERIOD_CLOSED")
    #expect(early?.facts["closed_through"] == "2016-05")
  }
}

@Test func `closed months come in pages, within a span`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    try await daemon.world.close(through: month("2015-06"))
    let periods = Bergulir_V1_PeriodService.Client(wrapping: daemon.client)
    func page(
      _ token: String, from: String = "", until: String = ""
    ) async throws -> Bergulir_V1_ListPeriodsResponse {
      try await periods.listPeriods(
        .with {
          $0.parent = malabutor
          $0.from = from
          $0.until = until
          $0.page.size = 2
          $0.page.token = token
        }, metadata: desks.manager)
    }
    var months: [String] = []
    var token = ""
    repeat {
      let found = try await page(token)
      months += found.periods.map(\.month)
      token = found.nextPageToken
    } while !token.isEmpty
    #expect(months == ["2015-02", "2015-03", "2015-04", "2015-05", "2015-06"])
    let span = try await page("", from: "2015-03", until: "2015-04")
    #expect(span.periods.map(\.month) == ["2015-03", "2015-04"] && span.nextPageToken.isEmpty)
    #expect(Set(span.periods.map(\.category)) == ["NOT_RATED"])
  }
}

@Test func `a recovery goes from the joint collection to the minutes`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let world = daemon.world
    let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
    try await world.close(through: month("2016-11"))
    let authority = Bergulir_V1_AuthorityService.Client(wrapping: daemon.client)
    func show(_ day: String) async throws -> Bergulir_V1_Authority {
      try await authority.getAuthority(
        .with {
          $0.parent = malabutor
          $0.asOf = day
        }, metadata: desks.coordinator)
    }
    let recorded = try await authority.recordCollection(
      .with {
        $0.write = writing(on: "2016-12-02")
        $0.parent = malabutor
        $0.boardPerson = "persons/\(world.boardMember.value)"
        $0.unitPerson = "persons/\(world.loanOfficer.value)"
        $0.note = "Visited the group"
      }, metadata: desks.manager)
    #expect(recorded.receipt.name == malabutor + "/collections/1")
    let listed = try await authority.listCollections(
      .with { $0.parent = malabutor }, metadata: desks.coordinator)
    #expect(listed.collections.map(\.note) == ["Visited the group"])

    let minutes = Bergulir_V1_ConfirmRecoveryRequest.with {
      $0.write = writing(on: "2016-12-03")
      $0.parent = malabutor
      $0.minutes = "BA-7"
    }
    let short = await problem {
      _ = try await authority.confirmRecovery(minutes, metadata: desks.coordinator)
    }
    #expect(short?.first.reason == "RECOVERY_TOO_SMALL" && short?.facts["target"] == "1200000")
    try await world.fixture.run(
      world.repayment(loan, Rupiah(1_800_000), on: day("2016-12-03")), by: world.cashier)
    let confirmed = try await authority.confirmRecovery(minutes, metadata: desks.coordinator)
    #expect(confirmed.frozenPrincipal == 2_000_000 && confirmed.recovered >= 1_200_000)
    #expect(confirmed.receipt.verb == "confirmed")

    let before = try await show("2016-12-02")
    #expect(before.category == "SUSPENDED" && before.suspension.minutes.isEmpty)
    #expect(before.suspension.missingCollections.first == "2016-06")
    #expect(before.suspension.missingCollections.count == 6)
    #expect(before.suspension.collectedThisMonth)
    let after = try await show("2016-12-03")
    #expect(after.category == "RECOVERED" && after.suspension.minutes == "BA-7")
    #expect(after.admitted == ["new", "returningCurrent"] && !after.topUp)
  }
}
