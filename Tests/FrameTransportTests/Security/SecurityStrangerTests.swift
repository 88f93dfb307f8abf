import GRPCCore
import Glibc
import NIOCore
import NIOEmbedded
import NIOPosix
import NIOSSL
import Testing

@testable import FrameTransport

/// Peers that break off, stall or speak something else before TLS stands, or within it.
@Suite(.timeLimit(.minutes(1)))
struct SecurityStrangerTests {
  private static let hello = AnyFrame.hello(Hello(versions: 1...1, limits: FrameLimits()))

  private static func withTLSServer<Result: Sendable>(
    _ wire: Wire, limits: FrameLimits = FrameLimits(),
    _ body: (ListenAddress) async throws -> Result
  ) async throws -> Result {
    let service = ByteService(methods: ["Echo": ByteService.echo])
    return try await withServer(of: [service], wire, limits: limits) { address in
      try await body(address)
    }
  }

  /// A client of TLS that differs from ours.
  private static func client(
    protocols: [String], most: TLSVersion = .tlsv13
  ) throws -> ClientSecurity {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.certificateVerification = .none
    configuration.applicationProtocols = protocols
    configuration.maximumTLSVersion = most
    return ClientSecurity(context: try NIOSSLContext(configuration: configuration))
  }

  @Test(arguments: [[], ["h2"], ["bergulir/2", "http/1.1"]])
  func `whoever speaks something else within TLS is told so`(protocols: [String]) async throws {
    let bytes = try await Self.withTLSServer(try .tls()) { address in
      try await RawPeer.exchange(
        address, sending: Self.hello.encoded, try Self.client(protocols: protocols))
    }
    let answer = try AnyFrame.decodeAll([bytes])
    guard answer.count == 1, case .goAway(let goAway) = answer[0] else {
      Issue.record("got \(answer)")
      return
    }
    #expect(goAway.reason == .protocolError)
    #expect(goAway.text.contains("bergulir/1"))
  }

  @Test func `whoever has no TLS 1_3 is refused`() async throws {
    try await Self.withTLSServer(try .tls()) { address in
      let old = try Self.client(protocols: ["bergulir/1"], most: .tlsv12)
      let error = await #expect(throws: NIOSSLError.self) {
        try await RawPeer.exchange(address, sending: Self.hello.encoded, old)
      }
      #expect("\(String(describing: error))".contains("PROTOCOL_VERSION"))
    }
  }

  @Test func `a server without TLS 1_3 is unavailable, with the reason`() async throws {
    let authority = try Authority()
    let credentials = try authority.server()
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: credentials.chain.map { .certificate($0) },
      privateKey: .privateKey(credentials.key))
    configuration.maximumTLSVersion = .tlsv12
    let context = try NIOSSLContext(configuration: configuration)
    let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let address = ListenAddress(
      host: "127.0.0.1", port: try #require(server.localAddress?.port))
    let transport = FrameClientTransport(target: address, security: try authority.believed())
    try await withGRPCClient(transport: transport) { client in
      let error = await #expect(throws: RPCError.self) { try await client.call("Echo") }
      #expect(error?.cause as? SecurityFailure == .noCommonVersion)
    }
    try await server.close()
  }

  @Test(arguments: [
    ByteBuffer(string: "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"), Self.hello.encoded,
  ])
  func `a stranger without TLS gets a frame in the clear`(bytes: ByteBuffer) async throws {
    let answer = try await Self.withTLSServer(try .tls()) { address in
      try AnyFrame.decodeAll([try await RawPeer.exchange(address, sending: bytes)])
    }
    #expect(answer.map(\.description) == ["GOAWAY encryption after 0"])
  }

  /// The first record of a client of TLS.
  private static func clientHello() throws -> ByteBuffer {
    let (channel, _) = try EmbeddedTLS.client(try Wire.tls().client)
    let written = try channel.readOutbound(as: ByteBuffer.self)
    return try #require(written)
  }

  @Test func `peers that are refused before TLS stands are kept in limited number`()
    async throws
  {
    let limits = FrameLimits(maxConnections: 1, handshakeTime: .seconds(40))
    let most = 1 + ListenerState<any Channel, ServerConnection>.mostRefused
    try await Self.withTLSServer(try .tls(), limits: limits) { address in
      var silent: [any Channel] = []
      for _ in 0..<most {
        silent.append(
          try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: address.host, port: address.port).get())
      }
      // One more gets no answer, and is not kept until its handshake has taken too long.
      let answer = try await RawPeer.exchange(address, sending: ByteBuffer())
      #expect(answer.readableBytes == 0)
      let areKept = silent.allSatisfy(\.isActive)
      #expect(areKept)
      for channel in silent { try await channel.close() }
    }
  }

  @Test(arguments: [0, 1, 5, 60])
  func `a peer that stalls within the handshake of TLS is closed in time`(
    count: Int
  ) async throws {
    let bytes = try #require(try Self.clientHello().getSlice(at: 0, length: count))
    let limits = FrameLimits(handshakeTime: .milliseconds(50), lingerTime: .milliseconds(50))
    let took = try await ContinuousClock().measure {
      try await Self.withTLSServer(try .tls(), limits: limits) { address in
        do {
          let answer = try await RawPeer.exchange(address, sending: bytes)
          #expect(answer.readableBytes == 0, "without a word")
        } catch let error as IOError where error.errnoCode == ECONNRESET {
          // Closed with these bytes unread, or before they came: without a word too.
        }
      }
    }
    #expect(took < .seconds(20), "not only when the time to drain is over")
  }

  @Test func `a peer that stalls after the handshake of TLS is told so in time`() async throws {
    let limits = FrameLimits(handshakeTime: .seconds(2))
    let wire = try Wire.tls()
    let bytes = try await Self.withTLSServer(wire, limits: limits) { address in
      try await RawPeer.exchange(address, sending: ByteBuffer(), wire.client)
    }
    let answer = try AnyFrame.decodeAll([bytes]).map(\.description)
    #expect(answer == ["GOAWAY handshakeTimeout after 0"])
  }

  @Test func `a server that stalls within the handshake of TLS is given up in time`() async throws {
    let limits = FrameLimits(handshakeTime: .milliseconds(50), lingerTime: .milliseconds(50))
    let client = try Wire.tls().client
    try await RawPeer.withServer(answering: ByteBuffer(), then: .staySilent) { address in
      let transport = FrameClientTransport(target: address, security: client, limits: limits)
      try await withGRPCClient(transport: transport) { client in
        let error = await #expect(throws: RPCError.self) { try await client.call("Echo") }
        #expect(error?.code == .unavailable)
      }
    }
  }

  @Test func `GOAWAY and the end of TLS come in this order, and both come`() async throws {
    let limits = FrameLimits(idleTime: .milliseconds(50), lingerTime: .milliseconds(50))
    let wire = try Wire.tls()
    // Without the end of TLS the peer would report a connection that was cut off.
    let bytes = try await Self.withTLSServer(wire, limits: limits) { address in
      try await RawPeer.exchange(address, sending: Self.hello.encoded, wire.client)
    }
    let answer = try AnyFrame.decodeAll([bytes]).dropFirst().map(\.description)
    #expect(answer == ["GOAWAY idle", "GOAWAY shutdown after 0"])
  }

  @Test func `a server that shuts down lets calls within TLS end`() async throws {
    let (running, release) = (Countdown(), Countdown())
    let hold: ByteService.Method = { request, _ in
      running.countDown()
      try await release.wait()
      return ServerResponse(message: request.message)
    }
    let wire = try Wire.tls()
    let transport = FrameServerTransport(
      address: ListenAddress(host: "127.0.0.1", port: 0), security: wire.server, logger: .silent)
    let server = GRPCServer(
      transport: transport, services: [ByteService(methods: ["Hold": hold])])
    let serving = Task { try await server.serve() }
    let client = FrameClientTransport(
      target: try await transport.listeningAddress, security: wire.client)
    try await withGRPCClient(transport: client) { client in
      let long = [UInt8](repeating: 7, count: 1_000_000)
      let call = Task { try await client.call("Hold", long) }
      try await running.wait()
      server.beginGracefulShutdown()
      release.countDown()
      let isSame = try await call.value == long
      #expect(isSame)
    }
    try await serving.value
  }
}
