import FundAPI
import FundTesting
import GRPCCore
import GRPCInProcessTransport
import Logging
import RevolvingFund
import SwiftProtobuf
import Synchronization
import Testing

@testable import FundServer
@testable import FundStore

/// A clock that stands until it is told to go on.
private final class TestInstant: Sendable {
  private let state = Mutex(ContinuousClock.Instant.now)

  var now: ContinuousClock.Instant { state.withLock(\.self) }

  func advance(by duration: Duration) { state.withLock { $0 += duration } }
}

private typealias Health = Grpc_Health_V1_Health.Client<InProcessTransport.Client>

struct HealthTests {
  @Test func `a daemon that can work says so of itself and of each service`() async throws {
    try await Daemon.serving { daemon in
      let health = Health(wrapping: daemon.client)
      #expect(try await health.check(.init()).status == .serving)
      let loans = Grpc_Health_V1_HealthCheckRequest.with { $0.service = "bergulir.v1.LoanService" }
      #expect(try await health.check(loans).status == .serving)
      let all = try await health.list(.init()).statuses
      #expect(
        Set(all.keys) == Set(PublishedServices.all.map(\.service.fullyQualifiedService) + [""]))
      #expect(all.values.allSatisfy { $0.status == .serving })
      let none = Grpc_Health_V1_HealthCheckRequest.with { $0.service = "bergulir.v1.NoService" }
      await #expect { try await health.check(none) } throws: {
        ($0 as? RPCError)?.code == .notFound
      }
    }
  }

  @Test func `a database that another program migrated further is not served from`() async throws {
    try await Daemon.serving { daemon in
      let readiness = Readiness(store: daemon.store)
      #expect(await readiness.isReady)
      try await daemon.world.fixture.script(
        """
        insert into fund.schema_migration (version, name, sha256)
        values (9999, 'next', sha256(''))
        """
      )
      let later = Readiness(store: daemon.store)
      let found = await later.checks()
      #expect(found.map(\.name) == ["database", "schema", "taking_calls"])
      #expect(found.map(\.isRight) == [true, false, true])
      #expect(found[1].trouble?.contains("install the newer program") == true)
    }
  }

  @Test func `a lost database flips it, within the second that an answer may be old`() async throws
  {
    try await FundFixture.withBareWorld { world in
      let clock = TestInstant()
      let readiness = Readiness(store: world.store) { clock.now }
      #expect(await readiness.isReady)
      await world.store.close()
      #expect(await readiness.isReady, "one look serves all who ask within a second")
      clock.advance(by: .seconds(1))
      let found = await readiness.checks()
      #expect(found.map(\.isRight) == [false, false, true])
    }
  }

  @Test func `who watches is told of the stop, and the stream ends`() async throws {
    try await FundFixture.withBareWorld { world in
      let readiness = Readiness(store: world.store)
      let transport = InProcessTransport()
      try await withGRPCServer(
        transport: transport.server,
        services: [HealthService(readiness: readiness, services: ["a.Service"])]
      ) { _ in
        try await withGRPCClient(transport: transport.client) { client in
          let statuses = try await Health(wrapping: client).watch(.init()) { response in
            var statuses: [Grpc_Health_V1_HealthCheckResponse.ServingStatus] = []
            for try await message in response.messages {
              statuses.append(message.status)
              if statuses.count == 1 { await readiness.stop() }
            }
            return statuses
          }
          #expect(statuses == [.serving, .notServing])
          let unknown = try await Health(wrapping: client).watch(
            .with { $0.service = "b.Service" }
          ) { response in try await response.messages.first { _ in true }?.status }
          #expect(unknown == .serviceUnknown)
        }
      }
    }
  }
}
