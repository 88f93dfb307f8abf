import GRPCCore
import Logging
import Testing

@testable import FrameTransport

@Suite(.timeLimit(.minutes(1)))
struct ShutdownTests {
  private static func held(running: Countdown, release: Countdown) -> ByteService.Method {
    { request, _ in
      running.countDown()
      try await release.wait()
      return ServerResponse(message: request.message)
    }
  }

  @Test func `a server that shuts down finishes its calls and takes no more`() async throws {
    let (running, release) = (Countdown(), Countdown())
    try await withServer(["Hold": Self.held(running: running, release: release)]) {
      server, address in
      try await withGRPCClient(transport: FrameClientTransport(target: address)) { client in
        let call = Task { try await client.call("Hold", [1]) }
        try await running.wait()
        server.beginGracefulShutdown()
        // Whichever way the next call finds the server, going away or gone: it is refused.
        let error = await #expect(throws: RPCError.self) {
          try await client.call("Hold", [2], timeout: .seconds(20))
        }
        #expect(error?.code == .unavailable)
        release.countDown()
        let answer = try await call.value
        #expect(answer == [1])
      }
    }
  }

  @Test func `a server that is stopped cancels its calls and its clients are told`() async throws {
    let (running, cancelled) = (Countdown(), Countdown())
    let transport = FrameServerTransport(
      address: ListenAddress(host: "127.0.0.1", port: 0),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let service = ByteService(methods: [
      "Wait": { _, context in
        running.countDown()
        try await context.cancellation.cancelled
        cancelled.countDown()
        return ServerResponse(message: [])
      }
    ])
    let server = GRPCServer(transport: transport, services: [service])
    let serving = Task { try await server.serve() }
    let address = try await transport.listeningAddress
    try await withGRPCClient(transport: FrameClientTransport(target: address)) { client in
      let call = Task { try await client.call("Wait") }
      try await running.wait()
      serving.cancel()
      let error = await #expect(throws: RPCError.self) { try await call.value }
      #expect(error?.code == .unavailable)
      try await cancelled.wait()
      try await serving.value
      let next = await #expect(throws: RPCError.self) { try await client.call("Wait") }
      #expect(next?.code == .unavailable)
      #expect(next?.message.contains("Cannot connect to \(address)") == true)
    }
  }

  @Test func `calls that do not end within the drain time are cancelled`() async throws {
    let (running, cancelled) = (Countdown(), Countdown())
    let methods: [String: ByteService.Method] = [
      "Wait": { _, context in
        running.countDown()
        try await context.cancellation.cancelled
        cancelled.countDown()
        return ServerResponse(message: [])
      }
    ]
    let limits = FrameLimits(drainTime: .milliseconds(50))
    try await withServer(methods, limits: limits) { server, address in
      try await withGRPCClient(transport: FrameClientTransport(target: address)) { client in
        let call = Task { try await client.call("Wait") }
        try await running.wait()
        server.beginGracefulShutdown()
        let error = await #expect(throws: RPCError.self) { try await call.value }
        #expect(error?.code == .unavailable)
        try await cancelled.wait()
      }
    }
  }

  @Test func `a client that shuts down finishes its calls and begins no more`() async throws {
    let (running, release) = (Countdown(), Countdown())
    try await withServer(["Hold": Self.held(running: running, release: release)]) { _, address in
      let transport = FrameClientTransport(target: address)
      let client = GRPCClient(transport: transport)
      let connections = Task { try await client.runConnections() }
      let call = Task { try await client.call("Hold", [1]) }
      try await running.wait()
      transport.beginGracefulShutdown()
      let error = await #expect(throws: RPCError.self) { try await client.call("Hold", [2]) }
      #expect(error?.code == .failedPrecondition)
      release.countDown()
      let answer = try await call.value
      #expect(answer == [1])
      try await connections.value
    }
  }

  @Test func `the next call after a lost connection connects again`() async throws {
    var transport = FrameServerTransport(
      address: ListenAddress(host: "127.0.0.1", port: 0),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let service = ByteService(methods: ["Echo": ByteService.echo])
    let first = GRPCServer(transport: transport, services: [service])
    let firstServing = Task { try await first.serve() }
    let address = try await transport.listeningAddress
    try await withGRPCClient(transport: FrameClientTransport(target: address)) { client in
      let answer = try await client.call("Echo", [1])
      #expect(answer == [1])
      first.beginGracefulShutdown()
      try await firstServing.value
      let error = await #expect(throws: RPCError.self) { try await client.call("Echo", [2]) }
      #expect(error?.code == .unavailable)

      transport = FrameServerTransport(
        address: address, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
      let second = GRPCServer(transport: transport, services: [service])
      let secondServing = Task { try await second.serve() }
      _ = try await transport.listeningAddress
      let again = try await client.call("Echo", [3])
      #expect(again == [3])
      second.beginGracefulShutdown()
      try await secondServing.value
    }
  }

  @Test func `an address in use is a clear error, for the server and for who asks`() async throws {
    try await withServer([:]) { _, address in
      let transport = FrameServerTransport(
        address: address, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
      let error = try #require(
        await #expect(throws: FrameTransportError.self) {
          try await transport.listen { _, _ in }
        })
      guard case .cannotListen(address, let reason) = error else {
        Issue.record("got \(error)")
        return
      }
      #expect(reason == "Address already in use")
      await #expect(throws: error) { try await transport.listeningAddress }
    }
  }

  @Test func `nobody listening is unavailable at once, with the address`() async throws {
    let address = try await withServer([:]) { _, address in address }
    try await withGRPCClient(transport: FrameClientTransport(target: address)) { client in
      let error = await #expect(throws: RPCError.self) { try await client.call("Echo") }
      #expect(error?.code == .unavailable)
      #expect(
        error?.message
          == "Cannot connect to \(address): Connection refused. Is the server running there?")
    }
  }
}
