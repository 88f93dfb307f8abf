import FundAPI
import FundStore
import FundTesting
import GRPCCore
import SwiftProtobuf
import Testing

@testable import FundServer

@Suite(.timeLimit(.minutes(5))) struct StandbyReadsTests {
  @Test func `only calls that read may be answered by a standby`() {
    for method in StandbyReads.methods {
      #expect(method.method.hasPrefix("Get") || method.method.hasPrefix("List"))
      #expect(PermissionTable.permission(for: method) != nil, "\(method)")
    }
  }

  @Test func `a report says that a standby answered it, and a list comes from the primary`()
    async throws
  {
    let reports = { @Sendable (pair: StandbyPair) in
      FundStore.Reports(connectionString: pair.connectionString, longestLag: .seconds(3600))
    }
    try await FundWorld.withStandby(reports: reports) { world, _ in
      try await Daemon.serving(world.store, today: world.fixture.today) { client in
        let daemon = Daemon(world: world, client: client)
        let token = try await daemon.token(of: world.manager)
        let end = ContinuousClock.now + .seconds(120)
        var behind: String?
        while behind == nil, ContinuousClock.now < end {
          behind = try await Bergulir_V1_ReportService.Client(wrapping: client).getTrialBalance(
            .with { $0.parent = malabutor }, metadata: token, onResponse: Self.behind)
        }
        #expect(behind.flatMap { Int64($0) } != nil)
        let listed = try await Bergulir_V1_KSMService.Client(wrapping: client).listKSMs(
          .with { $0.parent = malabutor }, metadata: token, onResponse: Self.behind)
        #expect(listed == nil)
      }
    }
  }

  @Sendable private static func behind<Message>(_ response: ClientResponse<Message>) -> String? {
    response.metadata[stringValues: StandbyNote.key].first { _ in true }
  }
}
