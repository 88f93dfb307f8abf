import GRPCCore
import Logging
import NIOCore
import Testing

@testable import FrameTransport

@Suite(.timeLimit(.minutes(1)))
struct ReconnectTests {
  private static func transport(_ address: ListenAddress? = nil) -> FrameServerTransport {
    FrameServerTransport(
      address: address ?? ListenAddress(host: "127.0.0.1", port: 0), logger: .silent)
  }

  private static func server(
    _ transport: FrameServerTransport
  ) -> GRPCServer<FrameServerTransport> {
    GRPCServer(
      transport: transport, services: [ByteService(methods: ["Echo": ByteService.echo])])
  }

  /// An address where nobody listens now.
  private static func freeAddress() async throws -> ListenAddress {
    try await withServer([:]) { _, address in address }
  }

  @Test func `a call that meets GOAWAY unsent is made on a new connection`() async throws {
    let first = Self.transport()
    let serving = Task { try await Self.server(first).serve() }
    let address = try await first.listeningAddress
    let client = FrameClientTransport(target: address)
    let connecting = Task { try await client.connect() }
    let second = Self.transport(address)
    let parts = try await client.withStream(
      descriptor: ByteService.descriptor("Echo"), options: .defaults
    ) { stream, _ in
      first.beginGracefulShutdown()
      try await serving.value
      let serving = Task { try await Self.server(second).serve() }
      _ = try await second.listeningAddress
      try await stream.outbound.write(.metadata([:]))
      try await stream.outbound.write(.message(FrameBytes([7])))
      await stream.outbound.finish()
      var parts: [RPCResponsePart<FrameBytes>] = []
      for try await part in stream.inbound {
        parts.append(part)
      }
      second.beginGracefulShutdown()
      try await serving.value
      return parts
    }
    guard parts.count == 3, case .message(FrameBytes([7])) = parts[1] else {
      Issue.record("got \(parts)")
      return
    }
    client.beginGracefulShutdown()
    try await connecting.value
  }

  @Test func `a request that no server begins is tried again, then fails so`() async throws {
    // A server that says HELLO and, to the request, that it has begun nothing.
    let unbegun = [
      AnyFrame.hello(Hello(versions: 1...1, limits: FrameLimits())),
      .goAway(GoAway(.shutdown, lastCall: 0, text: "try elsewhere")),
    ].map(\.encoded)
    try await RawPeer.withServer(answering: unbegun[0], thenAnswering: unbegun[1]) { address in
      try await withGRPCClient(transport: FrameClientTransport(target: address)) { client in
        let error = await #expect(throws: RPCError.self) { try await client.call("Echo") }
        #expect(error?.code == .unavailable)
        #expect(error?.message.contains("not begun") == true)
      }
    }
  }

  @Test func `a call that waits for a server gets it when it is there`() async throws {
    let address = try await Self.freeAddress()
    let limits = FrameLimits(firstBackoff: .milliseconds(1), maxBackoff: .milliseconds(20))
    let transport = FrameClientTransport(target: address, limits: limits)
    try await withGRPCClient(transport: transport) { client in
      let failed = await #expect(throws: RPCError.self) { try await client.call("Echo") }
      #expect(failed?.code == .unavailable)
      var options = CallOptions.defaults
      options.waitForReady = true
      let waiting = Task { [options] in
        try await client.unary(
          request: ClientRequest(message: [3]), descriptor: ByteService.descriptor("Echo"),
          serializer: RawBytes(), deserializer: RawBytes(), options: options
        ) { try $0.message }
      }
      let server = Self.transport(address)
      let serving = Task { try await Self.server(server).serve() }
      let answer = try await waiting.value
      #expect(answer == [3])
      server.beginGracefulShutdown()
      try await serving.value
    }
  }

  @Test func `a call that waits for a server can be cancelled`() async throws {
    let address = try await Self.freeAddress()
    try await withGRPCClient(transport: FrameClientTransport(target: address)) { client in
      var options = CallOptions.defaults
      options.waitForReady = true
      let waiting = Task { [options] in
        try await client.unary(
          request: ClientRequest(message: [3]), descriptor: ByteService.descriptor("Echo"),
          serializer: RawBytes(), deserializer: RawBytes(), options: options
        ) { try $0.message }
      }
      for _ in 0..<100 { await Task.yield() }
      waiting.cancel()
      let error = await #expect(throws: RPCError.self) { try await waiting.value }
      #expect(error?.code == .cancelled)
    }
  }

  @Test func `an idle connection goes away and the next call has another`() async throws {
    let limits = FrameLimits(idleTime: .seconds(1))
    try await withServices(
      [ByteService(methods: ["Echo": ByteService.echo])], limits: limits
    ) { client in
      let first = try await client.response("Echo", [1])
      // The time without calls is what this is about.
      try await Task.sleep(for: .milliseconds(1200))
      let second = try await client.response("Echo", [2])
      #expect(try [first.message, second.message] == [[1], [2]])
    }
  }

  @Test func `a server that falls silent is given up`() async throws {
    let hello = AnyFrame.hello(Hello(versions: 1...1, limits: FrameLimits())).encoded
    try await RawPeer.withServer(answering: hello, then: .staySilent) { address in
      let limits = FrameLimits(keepaliveTime: .milliseconds(50), answerTime: .milliseconds(50))
      let transport = FrameClientTransport(target: address, limits: limits)
      try await withGRPCClient(transport: transport) { client in
        let error = await #expect(throws: RPCError.self) { try await client.call("Echo") }
        #expect(error?.code == .unavailable)
      }
    }
  }

  @Test func `the configuration of a method is found, the nearest first`() throws {
    func config(_ service: String, _ method: String, _ seconds: Int) -> MethodConfig {
      MethodConfig(
        names: [MethodConfig.Name(service: service, method: method)], timeout: .seconds(seconds))
    }
    let transport = FrameClientTransport(
      target: ListenAddress(host: "127.0.0.1", port: 1),
      serviceConfig: ServiceConfig(
        methodConfig: [config("a.B", "c", 1), config("a.B", "", 2), config("", "", 3)],
        retryThrottling: try .init(maxTokens: 10, tokenRatio: 0.1)))
    let timeouts = [("a.B", "c"), ("a.B", "d"), ("e", "f")].map { service, method in
      transport.config(
        forMethod: MethodDescriptor(fullyQualifiedService: service, method: method))?.timeout
    }
    #expect(timeouts == [.seconds(1), .seconds(2), .seconds(3)])
    #expect(transport.retryThrottle?.maxTokens == 10)
  }
}
