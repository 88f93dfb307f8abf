import GRPCCore
import Glibc
import NIOCore
import NIOPosix
import Testing

@testable import FrameTransport

/// More peers than a server takes, and peers that take nothing from it.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct CrowdTests {
  /// Connections that open, say nothing and wait; fewer where the system allows no more files.
  private static let wanted = 5_000
  /// Files that the process has for other things.
  private static let reserve = 512

  /// As many peers as both ends of a connection may be opened for in this process.
  private static func peersAllowed() -> Int {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, rlim_t(2 * wanted + reserve)))
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    return min(wanted, (Int(limit.rlim_cur) - reserve) / 2)
  }

  @Test func `of five thousand connections those within the limit are served, the rest sent away`()
    async throws
  {
    let peers = Self.peersAllowed()
    let limits = FrameLimits(maxConnections: peers / 2, handshakeTime: .seconds(60))
    try await withServer(["Echo": ByteService.echo], limits: limits) { _, address in
      try await withGRPCClient(transport: FrameClientTransport(target: address)) { first in
        #expect(try await first.call("Echo", [1]) == [1])
        let crowd = try await Self.connect(peers, to: address)
        // Whoever is in stays in and is answered; whoever comes now is told why not.
        #expect(try await first.call("Echo", [2]) == [2])
        try await Self.isSentAway(from: address)
        for channel in crowd { channel.close(promise: nil) }
        for channel in crowd { try await channel.closeFuture.get() }
      }
    }
  }

  /// Calls until it is told why it may not: of too many at once some are closed without a word.
  private static func isSentAway(from address: ListenAddress) async throws {
    let end = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < end {
      let error = try await withGRPCClient(transport: FrameClientTransport(target: address)) {
        late in
        await #expect(throws: RPCError.self) { try await late.call("Echo", [3]) }
      }
      #expect(error?.code == .unavailable)
      if error?.message.contains("as many connections as it allows") == true { return }
    }
    Issue.record("nobody was told why")
  }

  private static func connect(
    _ count: Int, to address: ListenAddress
  ) async throws -> [any Channel] {
    var channels: [any Channel] = []
    // A hundred at a time: the system's queue of those that were not let in yet is short.
    while channels.count < count {
      try await withThrowingTaskGroup(of: (any Channel).self) { group in
        for _ in 0..<min(100, count - channels.count) {
          group.addTask {
            try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
              .connectTimeout(.seconds(60))
              .connect(host: address.host, port: address.port).get()
          }
        }
        for try await channel in group { channels.append(channel) }
      }
    }
    return channels
  }

  @Test func `a peer that never reads is given up, and others are answered meanwhile`()
    async throws
  {
    let faucet = FlowTests.Faucet()
    let limits = FrameLimits(
      keepaliveTime: .milliseconds(500), answerTime: .milliseconds(500),
      lingerTime: .milliseconds(100))
    let services: [any RegistrableRPCService] = [
      faucet, ByteService(methods: ["Echo": ByteService.echo]),
    ]
    try await withServices(services, limits: limits) { client, address in
      let deaf = try await RawPeer.connectDeaf(
        address,
        sending: [
          .hello(Hello(versions: 1...1, limits: FrameLimits())),
          .request(
            CallRequest(
              call: 1, method: "test.Faucet/Pour", metadata: .empty,
              content: .whole(ByteBuffer()))),
          .credit(Credit(call: 0, bytes: 2_000_000_000)),
          .credit(Credit(call: 1, bytes: 2_000_000_000)),
        ])
      try await faucet.running.wait()
      let ended = Task { try await faucet.ended.wait() }
      for number in 0..<50 as Range<UInt8> {
        #expect(try await client.call("Echo", [number]) == [number])
      }
      // It ends though the peer neither reads nor goes.
      try await ended.value
      #expect(faucet.written.value < 32_000_000)
      try await deaf.close()
    }
  }
}
