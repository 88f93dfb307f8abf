import GRPCCore
import Testing

@testable import FrameTransport

@Suite(.timeLimit(.minutes(1)))
struct LimitTests {
  @Test func `a call over the limit in flight is refused, the others go on`() async throws {
    let (running, release) = (Countdown(2), Countdown())
    let methods: [String: ByteService.Method] = [
      "Hold": { request, _ in
        running.countDown()
        try await release.wait()
        return ServerResponse(message: request.message)
      }
    ]
    try await withClient(methods, limits: FrameLimits(maxCallsInFlight: 2)) { client in
      let held = (1...2).map { number in Task { try await client.call("Hold", [number]) } }
      try await running.wait()
      let error = await #expect(throws: RPCError.self) { try await client.call("Hold", [3]) }
      #expect(error?.code == .resourceExhausted)
      #expect(error?.message.contains("2 calls in flight") == true)
      release.countDown()
      let answers = [try await held[0].value, try await held[1].value]
      #expect(answers == [[1], [2]])
      let next = try await client.call("Hold", [4])
      #expect(next == [4], "there is room again")
    }
  }

  @Test func `a request over the limit is refused in clear words, unsent`() async throws {
    let limits = FrameLimits(maxMessageBytes: 100_000)
    try await withClient(["Echo": ByteService.echo], limits: limits) { client in
      let error = await #expect(throws: RPCError.self) {
        try await client.call("Echo", [UInt8](repeating: 1, count: 100_001))
      }
      #expect(error?.code == .resourceExhausted)
      #expect(error?.message.contains("the peer accepts 100000") == true)
      let answer = try await client.call("Echo", [1])
      #expect(answer == [1], "the connection lives on")
    }
  }

  @Test func `a response over the limit of the client becomes an error`() async throws {
    let methods: [String: ByteService.Method] = [
      "Long": { request, _ in
        ServerResponse(message: [UInt8](repeating: 7, count: Int(request.message[0]) * 1000))
      }
    ]
    try await withServer(methods) { _, address in
      let transport = FrameClientTransport(
        target: address, limits: FrameLimits(maxMessageBytes: 70_000))
      try await withGRPCClient(transport: transport) { client in
        let error = await #expect(throws: RPCError.self) { try await client.call("Long", [200]) }
        #expect(error?.code == .resourceExhausted)
        #expect(error?.message.contains("the peer accepts 70000") == true)
        let answer = try await client.call("Long", [60])
        #expect(answer.count == 60_000)
      }
    }
  }

  @Test func `metadata over the limit is refused in either direction`() async throws {
    let long = Metadata.Value.string(String(repeating: "x", count: 20_000))
    let methods: [String: ByteService.Method] = [
      "Echo": ByteService.echo,
      "Long": { _, _ in ServerResponse(message: [], trailingMetadata: ["long": long]) },
      "Fail": { _, _ in throw RPCError(code: .notFound, message: "none", metadata: ["a": long]) },
    ]
    try await withClient(methods) { client in
      let request = await #expect(throws: RPCError.self) {
        try await client.call("Echo", metadata: ["long": long])
      }
      #expect(request?.code == .resourceExhausted)
      let response = await #expect(throws: RPCError.self) { try await client.call("Long") }
      #expect(response?.code == .resourceExhausted)
      let failure = await #expect(throws: RPCError.self) { try await client.call("Fail") }
      #expect(failure?.code == .notFound, "a failure keeps its code")
      #expect(failure?.message.hasPrefix("none ") == true)
    }
  }

  @Test func `a connection over the limit is told so`() async throws {
    let limits = FrameLimits(maxConnections: 1)
    try await withServer(["Echo": ByteService.echo], limits: limits) { _, address in
      try await withGRPCClient(transport: FrameClientTransport(target: address)) { first in
        let answer = try await first.call("Echo", [1])
        #expect(answer == [1])
        try await withGRPCClient(transport: FrameClientTransport(target: address)) { second in
          let error = await #expect(throws: RPCError.self) { try await second.call("Echo", [2]) }
          #expect(error?.code == .unavailable)
          #expect(error?.message.contains("as many connections as it allows") == true)
        }
        let again = try await first.call("Echo", [3])
        #expect(again == [3])
      }
    }
  }
}
