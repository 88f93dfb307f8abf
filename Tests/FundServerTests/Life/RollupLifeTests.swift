import FundAPI
import FundTesting
import GRPCCore
import GRPCInProcessTransport
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

private typealias Rollups = Bergulir_V1_RollupService.Client<InProcessTransport.Client>

@Suite struct RollupLifeTests {
  @Test func `the loans of an area are the sum of the reports of its UPK`() async throws {
    try await Daemon.servingLenders { daemon in
      let other = try await daemon.world.secondUPK()
      for world in [daemon.world, other] {
        _ = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      }
      let city = try await daemon.token(.cityCoordinator, in: .region(regionCode("92.71")))
      let reports = Bergulir_V1_ReportService.Client(wrapping: daemon.client)
      func ofArea(_ parent: String) async throws -> [[String]] {
        try await reports.getAreaLoanProgress(
          .with { $0.parent = parent }, metadata: city
        ).rows.map(\.cells)
      }
      let rows = try await ofArea("regions/92.71")
      #expect(rows.map(\.[0]) == ["line", "line", "subtotal", "total"])
      #expect(rows.map(\.[2]) == [malabutor, "upks/\(other.upk.code)", "", ""])
      let desks = try await Desks(daemon)
      var sums = [Int64](repeating: 0, count: 4)
      for (place, world) in [daemon.world, other].enumerated() {
        let own = try await reports.getLoanProgress(
          .with { $0.parent = "upks/\(world.upk.code)" },
          metadata: desks.manager)
        let total = try #require(own.rows.last?.cells)
        // What an area's line has is what the UPK's own report ends with.
        #expect(Array(rows[place].dropFirst(3)) == Array(total.dropFirst(7).dropLast()))
        for column in 0..<4 { sums[column] += Int64(total[7 + column]) ?? 0 }
      }
      #expect(sums[0] == 2 && sums[1] > 0)
      #expect(rows[3][3...6].map { Int64($0) } == sums.map { $0 })
      #expect(rows[2].dropFirst(3) == rows[3].dropFirst(3))
      let classes = try await reports.getAreaCollectability(
        .with { $0.parent = "regions/92.71" }, metadata: city
      ).rows.map(\.cells)
      #expect(classes.map(\.[2]) == [malabutor, "upks/\(other.upk.code)", "", ""])
      // Loans, five classes and their sum: that of the loans' own report.
      #expect(classes.map(\.[3]) == ["1", "1", "2", "2"])
      #expect(classes[3].dropFirst(4).prefix(5).compactMap { Int64($0) }.reduce(0, +) > 0)
      #expect(classes[3][9] == "\(classes[3][4...8].compactMap { Int64($0) }.reduce(0, +))")
      let denied = await problem { _ = try await ofArea("province") }
      #expect(denied?.status == .permissionDenied)
    }
  }

  @Test func `an area's indicators on any day are ratios of its UPK's sums, page by page`()
    async throws
  {
    try await Daemon.servingLenders { daemon in
      let other = try await daemon.world.secondUPK()
      for world in [daemon.world, other] {
        _ = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      }
      let city = try await daemon.token(.cityCoordinator, in: .region(regionCode("92.71")))
      let indicators = Bergulir_V1_IndicatorService.Client(wrapping: daemon.client)
      let desks = try await Desks(daemon)
      var request = Bergulir_V1_GetAreaIndicatorsRequest.with {
        $0.parent = "regions/92.71"
        $0.asOf = "2016-06-15"
      }
      let area = try await indicators.getAreaIndicators(request, metadata: city)
      #expect(area.by == "subdistrict" && area.flowsAsOf == "2016-05-31")
      #expect(area.total.place == "regions/92.71" && area.total.title == "Kota Sorong")
      #expect(area.total.upks == 2 && area.parts.map(\.upks) == [2])
      let own = try await indicators.getIndicators(
        .with {
          $0.parent = malabutor
          $0.asOf = "2016-06-15"
        }, metadata: desks.manager
      ).indicators
      for (sum, part) in zip(area.total.indicators, own) where part.indicator != "ROI" {
        #expect(sum.percent == part.percent, "\(part.indicator)")
      }
      #expect(area.total.indicators[0].denominator == 2)
      request.by = "upk"
      let all = try await indicators.getAreaIndicators(request, metadata: city)
      #expect(all.total == area.total && all.parts.count == 2)
      request.page.size = 1
      let first = try await indicators.getAreaIndicators(request, metadata: city)
      #expect(first.parts.map(\.place) == [malabutor] && first.parts[0].indicators == own)
      #expect(!first.hasTotal && !first.nextPageToken.isEmpty)
      request.page.token = first.nextPageToken
      let second = try await indicators.getAreaIndicators(request, metadata: city)
      #expect(second.parts.map(\.place) == ["upks/\(other.upk.code)"])
      #expect(!second.hasTotal && second.nextPageToken.isEmpty)
      request.asOf = "2010-01-01"
      request.page = .init()
      let none = try await indicators.getAreaIndicators(request, metadata: city)
      #expect(none.total.upks == 0 && none.total.indicators.isEmpty && none.parts.isEmpty)
    }
  }

  @Test func `a city reads sums, who is missing, a league and a page on itself`() async throws {
    try await Daemon.servingLenders { daemon in
      _ = try await daemon.world.disbursedLoan(try await daemon.world.registerKSM(members: 5))
      try await daemon.world.close(through: month("2016-05"))
      let other = try await daemon.world.secondUPK()
      let city = try await daemon.token(.cityCoordinator, in: .region(regionCode("92.71")))
      let rollups = Rollups(wrapping: daemon.client)
      let area = try await rollups.getRollup(
        .with {
          $0.parent = "regions/92.71"
          $0.month = "2016-05"
        }, metadata: city)
      #expect(area.by == "subdistrict" && area.asOf == "2016-12-31")
      #expect(area.total.place == "regions/92.71" && area.total.title == "Kota Sorong")
      #expect(area.total.expected == 2 && area.total.closed == 1 && area.total.missing == 1)
      #expect(area.missing == ["upks/\(other.upk.code)"])
      #expect(area.parts.map(\.place) == ["regions/92.71.03"])
      let par = area.total.indicators.first { $0.indicator == "PAR" }
      #expect(par?.percent == "100.00" && par?.category == "SUSPENDED")
      let suspended = area.total.categories.first { $0.category == "SUSPENDED" }
      #expect(suspended?.upks == 1)

      let reporting = try await rollups.listReporting(
        .with {
          $0.parent = "regions/92.71"
          $0.month = "2016-05"
        }, metadata: city
      ).reporting
      #expect(reporting.map(\.isClosed) == [true, false])
      #expect(reporting.map(\.closedOn) == ["2016-06-01", ""])
      #expect(reporting[0].daysLate == 0 && reporting[1].daysLate == 209)

      let league = try await rollups.listLeague(
        .with {
          $0.parent = "regions/92.71"
          $0.month = "2016-05"
          $0.indicator = "PAR"
        }, metadata: city)
      #expect(league.rows.map(\.rank) == [1, 0] && league.missing == 1)
      #expect(league.rows.map(\.rollup.place) == [malabutor, "upks/\(other.upk.code)"])

      let outliers = try await rollups.listOutliers(
        .with {
          $0.parent = "regions/92.71"
          $0.month = "2016-05"
        }, metadata: city
      ).outliers
      #expect(outliers.first { $0.indicator.indicator == "PAR" }?.reason == "jump")

      let status = try await rollups.getAreaStatus(
        .with {
          $0.parent = "regions/92.71"
          $0.month = "2016-05"
        }, metadata: city)
      #expect(status.disbursed == 5_000_000 && status.outstanding == 5_000_000)
      #expect(status.members == 5 && status.lateGroups == 1)
    }
  }

  @Test func `what has no meaning for an area is refused by field`() async throws {
    try await Daemon.serving { daemon in
      let city = try await daemon.token(.cityCoordinator, in: .region(regionCode("92.71")))
      let rollups = Rollups(wrapping: daemon.client)
      for (request, reason, field) in [
        (rollup("regions/92.71", "2016-05", by: "province"), "FIELD_INVALID", "by"),
        (rollup("regions/92.71", "2016-05", by: "street"), "FIELD_INVALID", "by"),
        (rollup("regions/92.71", "May", by: ""), "FIELD_INVALID", "month"),
        (rollup("regions/92.71", "", by: ""), "FIELD_MISSING", "month"),
      ] {
        let found = await problem { _ = try await rollups.getRollup(request, metadata: city) }
        #expect(found?.first.reason == reason && found?.facts["field"] == field)
      }
      let future = await problem {
        _ = try await rollups.getRollup(rollup("regions/92.71", "2017-01", by: ""), metadata: city)
      }
      #expect(future?.first.reason == "DAY_IN_FUTURE")
      let around = await problem {
        _ = try await rollups.getRollup(rollup("province", "2016-05", by: ""), metadata: city)
      }
      #expect(around?.status == .permissionDenied)
    }
  }

  private func rollup(
    _ parent: String, _ month: String, by level: String
  ) -> Bergulir_V1_GetRollupRequest {
    .with {
      $0.parent = parent
      $0.month = month
      $0.by = level
    }
  }
}
