import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

@Test func `forecast, alerts and room for incentives are read as of any day`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    _ = try await daemon.world.disbursedLoan(try await daemon.world.registerKSM(members: 5))
    _ = try await daemon.world.approvedApplication(try await daemon.world.registerKSM(members: 5))
    let forecasts = Bergulir_V1_ForecastService.Client(wrapping: daemon.client)
    func forecast(asOf day: String, months: Int32 = 0) async throws -> Bergulir_V1_Forecast {
      try await forecasts.getForecast(
        .with {
          $0.parent = malabutor
          $0.asOf = day
          $0.months = months
        }, metadata: desks.coordinator)
    }
    let found = try await forecast(asOf: "2016-01-31")
    #expect(found.name == malabutor && found.cash == 0 && found.bank == 395_000_000)
    #expect(found.reserved == 5_000_000 && found.available == 390_000_000)
    #expect(found.months.map(\.month) == ["2016-02", "2016-03", "2016-04"])
    #expect(found.months.map(\.principal) == [500_000, 500_000, 500_000])
    #expect(found.months.map(\.serviceCharge) == [75_000, 75_000, 75_000])
    #expect(found.months.map(\.available) == [390_575_000, 391_150_000, 391_725_000])
    #expect(found.alerts.map(\.alert) == ["idleCash"])
    #expect(found.alerts.map(\.since) == ["2015-02-02"])
    #expect(found.incentive.affordable == 0)
    let silent = try await forecast(asOf: "2016-07-31", months: 12)
    #expect(silent.months.count == 12 && silent.alerts.map(\.alert).contains("noServiceCharge"))
    #expect(silent.months.map(\.principal).reduce(0, +) == 0 && silent.overdueAtRisk > 0)
    let wrong = await problem { _ = try await forecast(asOf: "2016-01-31", months: 13) }
    #expect(wrong?.first.reason == "FIELD_INVALID" && wrong?.facts["field"] == "months")
  }
}

@Test func `members at the ceiling are recommended, in pages`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    _ = try await daemon.world.disbursedLoan(try await daemon.world.registerKSM(members: 5))
    let forecasts = Bergulir_V1_ForecastService.Client(wrapping: daemon.client)
    func referrals(token: String = "") async throws -> Bergulir_V1_ListReferralsResponse {
      try await forecasts.listReferrals(
        .with {
          $0.parent = malabutor
          $0.asOf = "2016-03-01"
          $0.page.size = 3
          $0.page.token = token
        }, metadata: desks.manager)
    }
    #expect(try await referrals().referrals == [])
    let before = FundWorld.policy(of: daemon.world.upk.id, from: day("2016-02-01"))
    let policy = LendingPolicy(
      upk: before.upk, version: 0, validFrom: before.validFrom,
      borrowerCriteria: before.borrowerCriteria, firstLoanCeiling: Rupiah(1_000_000),
      laterLoanCeiling: Rupiah(1_000_000), shortestTerm: 3, longestTerm: 12, rate: before.rate,
      method: .flat, roundUnit: 1, earlySettlement: .waive, reserveScheme: .none,
      jointLiability: before.jointLiability, savingsAccount: .none, startUps: before.startUps,
      reason: "", minutes: "BA-02/2016")
    try await daemon.world.fixture.run(
      SetPolicy(policy: policy, day: day("2016-02-01")), by: daemon.world.coordinator)
    let first = try await referrals()
    #expect(
      first.referrals.map(\.name)
        == (1...3).map { malabutor + "/ksms/1/members/\($0)" })
    #expect(first.referrals.map(\.largestShare) == [1_000_000, 1_000_000, 1_000_000])
    let second = try await referrals(token: first.nextPageToken)
    #expect(second.referrals.count == 2 && second.nextPageToken.isEmpty)
  }
}

@Test func `the workload shows officers, seats and what nobody has begun`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let ksm = try await daemon.world.registerKSM(members: 5)
    _ = try await daemon.world.disbursedLoan(ksm)
    _ = try await daemon.world.submit(try await daemon.world.registerKSM(members: 5))
    let forecasts = Bergulir_V1_ForecastService.Client(wrapping: daemon.client)
    let workload = try await forecasts.getWorkload(
      .with {
        $0.parent = malabutor
        $0.asOf = "2016-02-21"
      }, metadata: desks.coordinator)
    #expect(workload.applicationsUnassigned == 1 && workload.casesUntouched == 1)
    #expect(workload.officers.map(\.person).contains("persons/\(daemon.world.loanOfficer.value)"))
    #expect(workload.seats.map(\.office) == ["unit", "supervisors"])
    #expect(workload.seats.map(\.vacant) == [0, 0] && workload.ending == [])
  }
}
