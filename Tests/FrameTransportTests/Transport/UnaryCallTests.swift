import GRPCCore
import Testing

@testable import FrameTransport

@Suite(.timeLimit(.minutes(1)))
struct UnaryCallTests {
  @Test(arguments: [0, 1, 65_537, 3_000_000])
  func `a message arrives as it was sent, whatever its size`(count: Int) async throws {
    let message = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try await withClient(["Echo": ByteService.echo]) { client in
      let isSame = try await client.call("Echo", message) == message
      // Not the arrays: their difference would take longer than the test.
      #expect(isSame)
    }
  }

  @Test func `an error arrives with code, text and trailing metadata`() async throws {
    let details: Metadata = [
      "grpc-status-details-bin": .binary([8, 9, 0, 255]), "hint": "pay first",
    ]
    let methods: [String: ByteService.Method] = [
      "Refuse": { _, _ in
        throw RPCError(code: .failedPrecondition, message: "Belum lunas ✋", metadata: details)
      }
    ]
    try await withClient(methods) { client in
      let error = await #expect(throws: RPCError.self) { try await client.call("Refuse") }
      #expect(error?.code == .failedPrecondition)
      #expect(error?.message == "Belum lunas ✋")
      #expect(error?.metadata == details)
    }
  }

  @Test func `metadata goes there, and initial and trailing metadata come back`() async throws {
    let sent: Metadata = ["trace-id": "7", "token-bin": .binary([1, 0, 2])]
    let methods: [String: ByteService.Method] = [
      "Mirror": { request, _ in
        ServerResponse(
          message: [], metadata: request.metadata,
          trailingMetadata: ["cost": "3", "cost-bin": .binary([3])])
      }
    ]
    try await withClient(methods) { client in
      let response = try await client.response("Mirror", metadata: sent)
      #expect(response.metadata == sent)
      #expect(response.trailingMetadata == ["cost": "3", "cost-bin": .binary([3])])
    }
  }

  @Test func `handler and caller know the address of the other`() async throws {
    let methods: [String: ByteService.Method] = [
      "Peers": { _, context in
        ServerResponse(message: Array("\(context.remotePeer) \(context.localPeer)".utf8))
      }
    ]
    try await withServer(methods) { _, address in
      let transport = FrameClientTransport(target: address)
      try await withGRPCClient(transport: transport) { client in
        let peers = String(decoding: try await client.call("Peers"), as: UTF8.self).split(
          separator: " ")
        #expect(peers.last == "ipv4:\(address)")
        #expect(peers.first?.hasPrefix("ipv4:127.0.0.1:") == true)
        let seen = try await transport.withStream(
          descriptor: ByteService.descriptor("Peers"), options: .defaults
        ) { _, context in [context.localPeer, context.remotePeer] }
        #expect(seen == peers.map(String.init))
      }
    }
  }

  @Test func `256 calls run at once on one connection`() async throws {
    let arrived = Countdown(256)
    let methods: [String: ByteService.Method] = [
      "Meet": { request, context in
        // Nobody is answered before all have come.
        arrived.countDown()
        try await arrived.wait()
        return ServerResponse(
          message: request.message, metadata: ["peer": .string(context.remotePeer)])
      }
    ]
    try await withClient(methods) { client in
      let peers = try await withThrowingTaskGroup(of: Set<Metadata>.self) { group in
        for number in 0..<256 {
          group.addTask {
            let message = [UInt8(number), UInt8(number / 2)]
            let response = try await client.response("Meet", message)
            #expect(try response.message == message)
            return [response.metadata]
          }
        }
        return try await group.reduce(into: Set<Metadata>()) { $0.formUnion($1) }
      }
      #expect(peers.count == 1)
    }
  }

  @Test func `an unknown method is unimplemented and named`() async throws {
    try await withClient([:]) { client in
      let error = await #expect(throws: RPCError.self) { try await client.call("Nothing") }
      #expect(error?.code == .unimplemented)
      #expect(error?.message.contains("test.Bytes/Nothing") == true)
    }
  }

  @Test func `metadata that cannot stand on the wire fails its call alone`() async throws {
    let methods: [String: ByteService.Method] = [
      "Echo": ByteService.echo,
      "Bad": { _, _ in ServerResponse(message: [], metadata: ["two words": "x"]) },
    ]
    try await withClient(methods) { client in
      let ours = await #expect(throws: RPCError.self) {
        try await client.call("Echo", metadata: ["zwei Wörter": "x"])
      }
      #expect(ours?.code == .invalidArgument)
      let theirs = await #expect(throws: RPCError.self) { try await client.call("Bad") }
      #expect(theirs?.code == .internalError)
      let answer = try await client.call("Echo", [5])
      #expect(answer == [5])
    }
  }
}
