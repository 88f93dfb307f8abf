import GRPCCore
import NIOCore
import Testing

@testable import FrameTransport

@Suite(.timeLimit(.minutes(1)))
struct StrangerTests {
  private static let hello = Hello(versions: 1...1, limits: FrameLimits())

  /// What the server says to the bytes before it closes.
  private static func answer(
    to bytes: ByteBuffer, limits: FrameLimits = FrameLimits()
  ) async throws -> [AnyFrame] {
    try await withServer(["Echo": ByteService.echo], limits: limits) { _, address in
      try AnyFrame.decodeAll([try await RawPeer.exchange(address, sending: bytes)])
    }
  }

  private static func onlyGoAway(_ frames: [AnyFrame]) -> GoAway? {
    guard frames.count == 1, case .goAway(let goAway) = frames[0] else { return nil }
    return goAway
  }

  @Test(arguments: [
    ByteBuffer(string: "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    ByteBuffer(bytes: [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xFC]),
    ByteBuffer(bytes: [0, 0, 0, 8] + [UInt8](repeating: 0x55, count: 8)),
    ByteBuffer(repeating: 0xA5, count: 300_000),
    AnyFrame.halfClose(HalfClose(call: 1)).encoded,
  ])
  func `whoever does not begin with HELLO is told so and closed`(bytes: ByteBuffer) async throws {
    let goAway = Self.onlyGoAway(try await Self.answer(to: bytes))
    #expect(goAway?.reason == .protocolError)
    #expect(goAway?.text.contains("HELLO") == true)
  }

  @Test func `a version that the server does not speak is refused with both ranges`() async throws {
    let bytes = AnyFrame.hello(Hello(versions: 2...9, limits: FrameLimits())).encoded
    let goAway = Self.onlyGoAway(try await Self.answer(to: bytes))
    #expect(goAway?.reason == .version)
    #expect(goAway?.text.contains("speaks 1 to 1") == true)
    #expect(goAway?.text.contains("the peer 2 to 9") == true)
  }

  @Test func `a client of several versions gets the one that both speak`() async throws {
    let bytes = [
      AnyFrame.hello(Hello(versions: 0...9, limits: FrameLimits())),
      .goAway(GoAway(.shutdown, lastCall: 0, text: "")),
    ].map(\.encoded).joined
    let answer = try await Self.answer(to: bytes)
    #expect(answer == [.hello(Self.hello)])
  }

  @Test(arguments: [0, 3, 15])
  func `a peer that stops within its HELLO is closed when the time is over`(
    count: Int
  ) async throws {
    let hello = AnyFrame.hello(Self.hello).encoded
    let bytes = try #require(hello.getSlice(at: 0, length: count))
    let limits = FrameLimits(handshakeTime: .milliseconds(50))
    let goAway = Self.onlyGoAway(try await Self.answer(to: bytes, limits: limits))
    #expect(goAway?.reason == .handshakeTimeout)
  }

  @Test func `after HELLO a frame over the limit ends the connection on its length`() async throws {
    let bytes = [AnyFrame.hello(Self.hello).encoded, ByteBuffer(bytes: [0, 1, 0, 1])].joined
    let answer = try await Self.answer(to: bytes)
    guard case .goAway(let goAway) = answer.last else {
      Issue.record("got \(answer)")
      return
    }
    #expect(answer.count == 2)
    #expect(goAway.reason == .frameTooLarge)
    #expect(goAway.text.contains("65537 bytes is over the limit of 65536"))
  }

  @Test func `a call number that does not rise ends the connection`() async throws {
    let request = AnyFrame.request(
      CallRequest(call: 5, method: "no/where", metadata: .empty, content: .stream))
    let bytes = [AnyFrame.hello(Self.hello), request, request].map(\.encoded).joined
    let answer = try await Self.answer(to: bytes)
    guard case .goAway(let goAway) = answer.last else {
      Issue.record("got \(answer)")
      return
    }
    #expect(goAway.reason == .protocolError)
    #expect(goAway.lastCall == 5)
  }
}

@Suite(.timeLimit(.minutes(1)))
struct StrangeServerTests {
  private static func error(
    from bytes: ByteBuffer, then ending: RawPeer.Ending, limits: FrameLimits = FrameLimits()
  ) async throws -> RPCError? {
    try await RawPeer.withServer(answering: bytes, then: ending) { address in
      let transport = FrameClientTransport(target: address, limits: limits)
      return try await withGRPCClient(transport: transport) { client in
        await #expect(throws: RPCError.self) { try await client.call("Echo") }
      }
    }
  }

  @Test func `a server of another protocol is unavailable, with advice`() async throws {
    let error = try await Self.error(
      from: ByteBuffer(string: "HTTP/1.1 400 Bad Request\r\n\r\n"), then: .staySilent)
    #expect(error?.code == .unavailable)
    #expect(error?.message.contains("check the address and the port") == true)
  }

  @Test func `a server that says nothing is unavailable when the time is over`() async throws {
    let error = try await Self.error(
      from: ByteBuffer(), then: .staySilent,
      limits: FrameLimits(handshakeTime: .milliseconds(50)))
    #expect(error?.code == .unavailable)
  }

  @Test func `a server gone in the middle of a call is unavailable, not silence`() async throws {
    let error = try await Self.error(
      from: AnyFrame.hello(Hello(versions: 1...1, limits: FrameLimits())).encoded,
      then: .closeAtNextBytes)
    #expect(error?.code == .unavailable)
    #expect(error?.message.contains("was lost before the answer came") == true)
  }

  @Test func `a server of another version is a failed precondition`() async throws {
    let error = try await Self.error(
      from: AnyFrame.hello(Hello(versions: 2...2, limits: FrameLimits())).encoded,
      then: .staySilent)
    #expect(error?.code == .failedPrecondition)
  }

  @Test func `an answer to a call that was never made ends the connection`() async throws {
    let response = CallResponse(call: 9, failure: .notFound, "?")
    let error = try await Self.error(
      from: [.hello(Hello(versions: 1...1, limits: FrameLimits())), .response(response)]
        .map(\AnyFrame.encoded).joined,
      then: .staySilent)
    #expect(error?.code == .internalError)
    #expect(error?.message.contains("call 9, which was never made") == true)
  }
}
