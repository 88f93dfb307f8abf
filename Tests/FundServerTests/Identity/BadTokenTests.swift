import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

private let start = ContinuousClock.Instant.now

@Test func `a peer may try twenty bad tokens in a row, and then one in three seconds`() {
  var limit = BadTokenLimit(now: start)
  for _ in 0..<20 {
    #expect(limit.wait("a", at: start) == nil)
    limit.take("a", at: start)
  }
  #expect(limit.wait("a", at: start) == .seconds(3))
  let later = start.advanced(by: .seconds(3))
  #expect(limit.wait("a", at: later) == nil)
  limit.take("a", at: later)
  #expect(limit.wait("a", at: later) == .seconds(3))
  #expect(limit.wait("a", at: start.advanced(by: .seconds(60))) == nil)
}

@Test func `whoever tried nothing bad is not kept waiting by what others try`() {
  var limit = BadTokenLimit(now: start)
  for peer in 0..<500 { limit.take("peer \(peer)", at: start) }
  // Together they tried too many; one more of those waits, a stranger does not.
  #expect(limit.wait("peer 0", at: start) != nil)
  #expect(limit.wait("stranger", at: start) == nil)
}

@Test func `no more peers are remembered than there is room for`() {
  var limit = BadTokenLimit(now: start)
  for _ in 0..<20 { limit.take("worst", at: start) }
  for peer in 0..<(BadTokenLimit.mostPeers + 50) { limit.take("peer \(peer)", at: start) }
  // The worst is remembered longest.
  #expect(limit.wait("worst", at: start) != nil)
  #expect(String(reflecting: limit).matches(of: /peer \d+/).count < BadTokenLimit.mostPeers)
}

@Test(arguments: [
  ("ipv4:192.0.2.7:50123", "ipv4:192.0.2.7"), ("ipv6:[2001:db8::1]:7", "ipv6:[2001:db8::1]"),
  ("in-process:1", "in-process"), ("unknown", "unknown"),
])
func `a peer is its address, whatever its port`(peer: String, address: String) {
  #expect(BadTokenLimit.address(of: peer) == address)
}

@Test func `who guesses tokens is told to wait, and who has a good one goes on`() async throws {
  try await Daemon.serving { daemon in
    let server = Bergulir_V1_ServerService.Client(wrapping: daemon.client)
    let manager = try await daemon.token(of: daemon.world.manager)
    _ = try await server.whoAmI(.init(), metadata: manager)
    let guess = { @Sendable () async -> Problem? in
      let guess: Metadata = ["authorization": "Bearer \(Secret().text)"]
      return await problem { _ = try await server.whoAmI(.init(), metadata: guess) }
    }
    #expect(await guess()?.first.reason == "TOKEN_UNKNOWN")
    // Many at once, so that they come faster than one in three seconds on the slowest machine.
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<60 { group.addTask { _ = await guess() } }
    }
    let waits = await guess()
    #expect(waits?.first.reason == "TOO_MANY_BAD_TOKENS")
    #expect(waits?.status == .resourceExhausted)
    #expect(waits?.first[fact: "retry_after_ms"].flatMap { Int($0) } ?? 0 > 0)
    // From the same address, but known: no guess.
    #expect(try await server.whoAmI(.init(), metadata: manager).principal != "")
  }
}
