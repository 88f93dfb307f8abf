import GRPCCore
import NIOCore
import Testing

@testable import FrameTransport

@Suite(.timeLimit(.minutes(1)))
struct CancellationTests {
  /// A method that tells when it runs and when its call is cancelled, and only then returns.
  private static func waiting(
    running: Countdown, cancelled: Countdown
  ) -> ByteService.Method {
    { _, context in
      running.countDown()
      try await context.cancellation.cancelled
      cancelled.countDown()
      return ServerResponse(message: [])
    }
  }

  @Test func `a deadline ends the call for the client and for the handler`() async throws {
    let (running, cancelled) = (Countdown(), Countdown())
    try await withClient([
      "Wait": Self.waiting(running: running, cancelled: cancelled), "Echo": ByteService.echo,
    ]) { client in
      // The connection stands first, so that the call surely arrives before its time is over.
      _ = try await client.call("Echo")
      let error = await #expect(throws: RPCError.self) {
        try await client.call("Wait", timeout: .seconds(2))
      }
      #expect(error?.code == .deadlineExceeded)
      try await cancelled.wait()
    }
  }

  @Test(arguments: ["40m", "00000040m", "00040000u", "40000000n"])
  func `the server cancels a call whose time is over, in every spelling`(
    timeout: String
  ) async throws {
    let (running, cancelled) = (Countdown(), Countdown())
    try await withClient(["Wait": Self.waiting(running: running, cancelled: cancelled)]) { client in
      // The client has no deadline of its own: it is the server that ends this.
      let answer = try await client.call("Wait", metadata: ["grpc-timeout": .string(timeout)])
      #expect(answer == [])
      try await cancelled.wait()
    }
  }

  @Test func `a deadline that cannot be read is refused, not overlooked`() async throws {
    try await withClient(["Echo": ByteService.echo]) { client in
      let error = await #expect(throws: RPCError.self) {
        try await client.call("Echo", metadata: ["grpc-timeout": "5 minutes"])
      }
      #expect(error?.code == .invalidArgument)
      #expect(error?.message.contains("grpc-timeout") == true)
    }
  }

  @Test func `cancelling the task of a caller reaches the handler`() async throws {
    let (running, cancelled) = (Countdown(), Countdown())
    try await withClient([
      "Wait": Self.waiting(running: running, cancelled: cancelled), "Echo": ByteService.echo,
    ]) { client in
      let caller = Task { try await client.call("Wait") }
      try await running.wait()
      caller.cancel()
      let error = await #expect(throws: RPCError.self) { try await caller.value }
      #expect(error?.code == .cancelled)
      try await cancelled.wait()
      let answer = try await client.call("Echo", [1])
      #expect(answer == [1], "the connection lives on")
    }
  }

  @Test func `a caller cancelled before it begins does not call`() async throws {
    try await withClient(["Echo": ByteService.echo]) { client in
      let begin = Countdown()
      let caller = Task {
        await begin.waitThoughCancelled()
        return try await client.call("Echo")
      }
      caller.cancel()
      begin.countDown()
      let error = await #expect(throws: RPCError.self) { try await caller.value }
      #expect(error?.code == .cancelled)
    }
  }

  @Test func `the end of the client cancels what still runs for it`() async throws {
    let (running, cancelled) = (Countdown(), Countdown())
    try await withServer(["Wait": Self.waiting(running: running, cancelled: cancelled)]) {
      _, address in
      let client = GRPCClient(transport: FrameClientTransport(target: address))
      let connections = Task { try await client.runConnections() }
      let caller = Task { try await client.call("Wait") }
      try await running.wait()
      connections.cancel()
      let error = await #expect(throws: RPCError.self) { try await caller.value }
      #expect(error?.code == .cancelled)
      try await cancelled.wait()
      try await connections.value
    }
  }

  @Test func `a deadline ends the wait for a server that says nothing`() async throws {
    try await RawPeer.withServer(answering: ByteBuffer(), then: .staySilent) { address in
      let limits = FrameLimits(handshakeTime: .seconds(600))
      let transport = FrameClientTransport(target: address, limits: limits)
      try await withGRPCClient(transport: transport) { client in
        let error = await #expect(throws: RPCError.self) {
          try await client.call("Echo", timeout: .milliseconds(50))
        }
        #expect(error?.code == .deadlineExceeded)
      }
    }
  }

  @Test func `calls cancelled at any moment leave nothing behind`() async throws {
    let methods: [String: ByteService.Method] = [
      "Wait": { _, context in
        try await context.cancellation.cancelled
        return ServerResponse(message: [])
      },
      "Echo": ByteService.echo,
    ]
    // The server ends only when every handler has; a lost CANCEL would keep one.
    let limits = FrameLimits(maxCallsInFlight: 10_000, drainTime: .seconds(600))
    try await withClient(methods, limits: limits) { client in
      await withTaskGroup(of: Void.self) { group in
        for number in 0..<400 {
          group.addTask {
            let call = Task { try await client.call(number.isMultiple(of: 2) ? "Wait" : "Echo") }
            for _ in 0..<(number % 20) {
              await Task.yield()
            }
            call.cancel()
            _ = await call.result
          }
        }
      }
      let answer = try await client.call("Echo", [1])
      #expect(answer == [1])
    }
  }
}
