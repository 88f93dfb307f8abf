import GRPCCore
import NIOCore
import Testing

@testable import FrameTransport

/// Peers that know the protocol and break it, or tire a server out.
@Suite(.timeLimit(.minutes(1)))
struct HostilePeerTests {
  private static let hello = AnyFrame.hello(Hello(versions: 1...1, limits: FrameLimits()))
  private static let leaving = AnyFrame.goAway(GoAway(.protocolError, lastCall: 0, text: ""))

  /// What a server of all methods says to the frames, until it closes.
  private static func answer(
    to frames: [AnyFrame], limits: FrameLimits = FrameLimits()
  ) async throws -> [String] {
    let services: [any RegistrableRPCService] = [
      StreamService(), ByteService(methods: ["Echo": ByteService.echo]),
    ]
    return try await withServer(of: services, limits: limits) { address in
      let bytes = ([hello] + frames).map(\.encoded).joined
      let answer = try AnyFrame.decodeAll([try await RawPeer.exchange(address, sending: bytes)])
      return answer.dropFirst().map(\.description)
    }
  }

  private static func request(
    _ call: UInt32, _ method: String = "test.Streams/Hold", metadata: Metadata = [:]
  ) throws -> AnyFrame {
    .request(
      CallRequest(
        call: call, method: method, metadata: try MetadataBlock(metadata), content: .stream))
  }

  private static func message(_ call: UInt32, _ ending: MessagePart.Ending) -> AnyFrame {
    .message(
      MessagePart(
        call: call, bytes: ByteBuffer(repeating: 1, count: MessagePart.maxBytes), ending: ending))
  }

  @Test(arguments: [MessagePart.Ending.message, .nothing])
  func `whoever sends beyond the credit of a call is told so and closed`(
    ending: MessagePart.Ending
  ) async throws {
    let limits = FrameLimits(callCredit: 65_536)
    let frames = try [Self.request(1)] + (0..<6).map { _ in Self.message(1, ending) }
    let answer = try await Self.answer(to: frames, limits: limits)
    #expect(answer.last == "GOAWAY creditExceeded after 1")
  }

  @Test func `whoever sends beyond the credit of the connection is too`() async throws {
    let limits = FrameLimits(callCredit: 1_000_000, connectionCredit: 65_536)
    let frames = try (1...3).flatMap { call in
      try [Self.request(call)] + (0..<2).map { _ in Self.message(call, .message) }
    }
    let answer = try await Self.answer(to: frames, limits: limits)
    #expect(answer.last == "GOAWAY creditExceeded after 3")
  }

  @Test func `empty messages cost credit as well`() async throws {
    let empty = AnyFrame.message(MessagePart(call: 1, bytes: ByteBuffer(), ending: .message))
    let frames = try [Self.request(1)] + Array(repeating: empty, count: 65_536 / 32 + 1)
    let answer = try await Self.answer(to: frames, limits: FrameLimits(callCredit: 65_536))
    #expect(answer.last == "GOAWAY creditExceeded after 1")
  }

  @Test func `credit that overflows ends the connection`() async throws {
    for call in [0, 1] as [UInt32] {
      let credit = AnyFrame.credit(Credit(call: call, bytes: UInt32(Int32.max)))
      let answer = try await Self.answer(to: [Self.request(1), credit])
      #expect(answer.last == "GOAWAY protocolError after 1")
    }
  }

  @Test func `too many PINGs end the connection`() async throws {
    let pings = (1...17).map { AnyFrame.ping(Ping(.question, number: $0)) }
    let answer = try await Self.answer(to: pings)
    #expect(
      answer == (1...16).map { "PING answer \($0)" } + ["GOAWAY tooManyPings after 0"])
  }

  @Test func `a flood of calls, metadata and resets runs no more than the limit`() async throws {
    let limits = FrameLimits(maxMetadataBytes: 4096, maxCallsInFlight: 4)
    let flood = Metadata((0..<500).map { (key: "k\($0)", value: "0123456789") })
    var frames: [AnyFrame] = []
    for call in 1...200 as ClosedRange<UInt32> {
      frames.append(try Self.request(call, metadata: call % 2 == 0 ? flood : [:]))
      frames.append(.reset(Reset(call: call, CallStatus.Failure(.cancelled, ""))))
    }
    let answer = try await Self.answer(to: frames + [Self.leaving], limits: limits)
    #expect(answer.allSatisfy { $0.hasSuffix("resourceExhausted") || $0.hasSuffix("opened") })
    #expect(answer.count { $0.hasSuffix("resourceExhausted") } >= 100)
  }

  @Test func `a message over the limit fails its call and no other`() async throws {
    let limits = FrameLimits(maxMessageBytes: 65_536)
    let frames =
      try [Self.request(1)] + (0..<5).map { _ in Self.message(1, .nothing) }
      + [Self.request(2, "no/where"), Self.leaving]
    let answer = try await Self.answer(to: frames, limits: limits)
    #expect(answer.contains("RESET 1 resourceExhausted"))
    #expect(answer.contains("RESET 2 unimplemented"))
  }

  @Test func `a peer that falls silent is asked and given up`() async throws {
    let limits = FrameLimits(keepaliveTime: .milliseconds(50), answerTime: .milliseconds(50))
    let answer = try await Self.answer(to: [Self.request(1)], limits: limits)
    #expect(answer.contains("PING question 1"))
    #expect(answer.last == "GOAWAY silence after 1")
  }

  @Test func `a peer without calls is sent away, whether it agrees or not`() async throws {
    let limits = FrameLimits(idleTime: .milliseconds(50), lingerTime: .milliseconds(50))
    let answer = try await Self.answer(to: [], limits: limits)
    #expect(answer == ["GOAWAY idle", "GOAWAY shutdown after 0"])
  }

  @Test func `whatever is reset at any time, nothing of it is left`() async throws {
    let limits = FrameLimits(drainTime: .milliseconds(100))
    let services: [any RegistrableRPCService] = [StreamService()]
    // Ends only when no call and no connection is left.
    try await withServices(services, limits: limits) { client in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<200 {
          group.addTask {
            let call = Task {
              try await client.chat(number % 2 == 0 ? "Echo" : "Hold") { writer in
                for size in 0..<50 { try await writer.write([UInt8](repeating: 1, count: size)) }
              } reader: { response in
                for try await _ in response.messages {}
              }
            }
            for _ in 0..<(number % 20) { await Task.yield() }
            call.cancel()
            _ = await call.result
          }
        }
        try await group.waitForAll()
      }
      let sum = try await client.sum { try await $0.write([1]) }
      #expect(sum == 1, "the connection lives on")
    }
  }
}
