import FundStore
import FundTesting
import RevolvingFund
import Testing

/// The way to the server is cut at the messages of a command, from the first of the connection on.
@Suite(.onOneServer("the proxy stands before a server of its own"))
struct CutConnectionTests {
  private func register(_ world: FundWorld) -> RegisterKSM {
    RegisterKSM(
      upk: world.upk.id, name: "KSM", formedOn: day("2016-01-01"), day: day("2016-01-01"))
  }

  @Test(arguments: Proxy.Direction.allCases, [0, 1])
  func `a command is recorded once wherever its connection is cut, and its caller is told so`(
    direction: Proxy.Direction, offset: Int
  ) async throws {
    try await FundFixture.withWorld { world in
      try await withStore(of: world) { store, proxy in
        let first = try await store.run(register(world), world.fixture.request(by: world.manager))
        #expect(!first.isReplay)
        let places = stride(from: offset, to: proxy.count(direction), by: 4)
        for message in places {
          proxy.cutAll()
          proxy.failNext(Proxy.Fault(offset == 0 ? .cut : .cutInside, direction, at: message))
          let request = world.fixture.request(by: world.manager)
          let recorded = try await store.run(register(world), request)
          #expect(!recorded.isReplay, "message \(message)")
        }
        let count = Int64(Array(places).count + 1)
        #expect(try await world.fixture.count("fund.ksm") == count)
        #expect(try await world.store.verifyChain(world.upk.id).isIntact)
        try await world.fixture.awaitNoTransaction()
      }
    }
  }

  @Test(arguments: Proxy.Direction.allCases)
  func `a read is answered wherever its connection is cut`(
    direction: Proxy.Direction
  ) async throws {
    try await FundFixture.withWorld { world in
      try await withStore(of: world) { store, proxy in
        proxy.cutAll()
        let policies = try await store.policies(world.upk.id)
        for message in 0..<proxy.count(direction) {
          proxy.cutAll()
          proxy.failNext(Proxy.Fault(.cut, direction, at: message))
          #expect(try await store.policies(world.upk.id) == policies)
        }
      }
    }
  }

  private func withStore(
    of world: FundWorld, _ body: (FundStore, Proxy) async throws -> Void
  ) async throws {
    try await withProxy(before: world.fixture.connectionString) { proxy in
      let store = try await FundFixture.openStore(proxy.connectionString, writers: 1)
      let result: Result<Void, any Error>
      do {
        result = .success(try await body(store, proxy))
      } catch {
        result = .failure(error)
      }
      await store.close()
      try result.get()
    }
  }
}
