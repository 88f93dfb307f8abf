import GRPCCore
import Testing

@testable import FrameTransport

/// Much at once and much in one, on every transport.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct VolumeConformanceTests {
  private static let long = (0..<4_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }

  @Test(arguments: ConformingTransport.allCases)
  func `96 calls of all shapes are in flight at once, and each gets its own answer`(
    transport: ConformingTransport
  ) async throws {
    struct Body: ClientBody {
      func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
          for number in 0..<96 as Range<UInt8> {
            group.addTask {
              let shape = Shape.allCases[Int(number % 4)]
              let outcome = try await client.perform(shape, ShapeService.name, [[number, 1]])
              #expect(outcome.messages == [[number, 1]])
            }
          }
          try await group.waitForAll()
        }
      }
    }
    let arrived = Countdown(96)
    let service = ShapeService { request, _ in
      // Nobody is answered before all have come.
      arrived.countDown()
      try await arrived.wait()
      return StreamingServerResponse { writer in
        for try await message in request.messages { try await writer.write(message) }
        return [:]
      }
    }
    try await transport.run([service], Body())
  }

  @Test(arguments: ConformingTransport.allCases)
  func `streams with nothing in them are streams all the same`(
    transport: ConformingTransport
  ) async throws {
    struct Body: ClientBody {
      func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
        for shape in [Shape.serverStream, .bothStreams] {
          let outcome = try await client.perform(shape, ShapeService.name, [])
          #expect(outcome.error == nil)
          #expect(outcome.messages == [])
          #expect(outcome.initial.map { Array($0[stringValues: "early"]) } == ["1"])
          #expect(outcome.trailing.map { Array($0[stringValues: "end"]) } == ["2"])
        }
        // A message of no bytes is not the same as no message.
        let sum = try await client.sum { _ in }
        #expect(sum == 0)
        let echoed = try await client.chat { writer in
          try await writer.write([])
          try await writer.write([])
        } reader: { response in
          try await response.messages.reduce(into: []) { $0.append($1) }
        }
        #expect(echoed == [[], []])
      }
    }
    let service = ShapeService { request, _ in
      StreamingServerResponse(metadata: ["early": "1"]) { _ in
        for try await _ in request.messages {}
        return ["end": "2"]
      }
    }
    try await transport.run([service, StreamService()], Body())
  }

  @Test(arguments: ConformingTransport.allCases, Shape.allCases)
  func `a message of 4 MB goes there and back in every shape`(
    transport: ConformingTransport, shape: Shape
  ) async throws {
    struct Body: ClientBody {
      let shape: Shape

      func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
        let message = VolumeConformanceTests.long
        let outcome = try await client.perform(shape, ShapeService.name, [message])
        #expect(outcome.error == nil)
        // Not the arrays: their difference would take longer than the test.
        let isSame = outcome.messages == [message]
        #expect(isSame)
      }
    }
    try await transport.run([ShapeService.mirror], Body(shape: shape))
  }
}
