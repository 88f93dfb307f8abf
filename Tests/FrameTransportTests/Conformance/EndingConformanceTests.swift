import GRPCCore
import Testing

@testable import FrameTransport

/// How calls end before their time, on every transport.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct EndingConformanceTests {
  @Test(arguments: ConformingTransport.allCases, Shape.allCases)
  func `a deadline ends the call for its caller and for the handler`(
    transport: ConformingTransport, shape: Shape
  ) async throws {
    struct Body: ClientBody {
      let shape: Shape
      let holding: HoldingService

      func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
        // The connection stands first, so that the call surely arrives before its time is over.
        _ = try await client.call("Echo")
        let error = await #expect(throws: RPCError.self) {
          let outcome = try await client.perform(
            shape, ShapeService.name, [[1]], timeout: .seconds(1))
          if let error = outcome.error { throw error }
        }
        #expect([.deadlineExceeded, .cancelled].contains(error?.code))
        try await holding.cancelled.wait()
      }
    }
    let holding = HoldingService()
    try await transport.run([holding], Body(shape: shape, holding: holding))
  }

  @Test(arguments: ConformingTransport.allCases, ["40m", "0000040m", "0040000u", "4000000n"])
  func `the server cancels a call whose time is over, whatever its caller does`(
    transport: ConformingTransport, timeout: String
  ) async throws {
    struct Body: ClientBody {
      let timeout: String
      let holding: HoldingService

      func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
        // The client has no deadline of its own: it is the server that ends this.
        let outcome = try await client.perform(
          .unary, ShapeService.name, [[1]], metadata: ["grpc-timeout": .string(timeout)])
        #expect(outcome.error?.code == .cancelled)
        try await holding.cancelled.wait()
      }
    }
    let holding = HoldingService()
    try await transport.run([holding], Body(timeout: timeout, holding: holding))
  }

  @Test(arguments: ConformingTransport.allCases, Shape.allCases)
  func `a caller that gives up is let go, and was not answered`(
    transport: ConformingTransport, shape: Shape
  ) async throws {
    struct Body: ClientBody {
      let shape: Shape
      let holding: HoldingService

      func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
        let caller = Task { try await client.perform(shape, ShapeService.name, [[1]]) }
        try await holding.running.wait()
        caller.cancel()
        // What it is told, and whether the handler learns of it, are differences.
        switch await caller.result {
        case .success(let outcome): #expect(outcome.trailing == nil)
        case .failure(let error): #expect(error is RPCError)
        }
        holding.release.countDown()
        let answer = try await client.call("Echo", [1])
        #expect(answer == [1])
      }
    }
    let holding = HoldingService()
    try await transport.run([holding], Body(shape: shape, holding: holding))
  }

  @Test(arguments: ConformingTransport.allCases)
  func `a handler that gives up ends the call with its own status`(
    transport: ConformingTransport
  ) async throws {
    struct Body: ClientBody {
      func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
        for shape in Shape.allCases {
          let outcome = try await client.perform(shape, ShapeService.name, [[1]])
          #expect(outcome.error?.code == .cancelled)
          #expect(outcome.error?.message == "not today")
        }
      }
    }
    let service = ShapeService { _, _ in
      throw RPCError(code: .cancelled, message: "not today")
    }
    try await transport.run([service], Body())
  }

  @Test(arguments: ConformingTransport.allCases, [Shape.clientStream, .bothStreams])
  func `a server that answers early ends the stream of a client that never would`(
    transport: ConformingTransport, shape: Shape
  ) async throws {
    struct Body: ClientBody {
      let shape: Shape

      func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
        let stopped = Countdown()
        let request = StreamingClientRequest<[UInt8]> { writer in
          defer { stopped.countDown() }
          // In one process nothing holds a writer up: it looks whether it is still wanted, and
          // lets others run.
          while !Task.isCancelled {
            try await writer.write([UInt8](repeating: 1, count: 1000))
            await Task.yield()
          }
        }
        let outcome = try await client.bidirectionalStreaming(
          request: request, descriptor: ShapeService.descriptor(shape), serializer: RawBytes(),
          deserializer: RawBytes(), options: .defaults
        ) { await Outcome(reading: $0) }
        #expect(outcome.error == nil)
        #expect(outcome.messages == [[1, 2]])
        #expect(outcome.trailing.map { Array($0[stringValues: "end"]) } == ["early"])
        try await stopped.wait()
      }
    }
    let service = ShapeService { request, _ in
      StreamingServerResponse { writer in
        for try await _ in request.messages { break }
        try await writer.write([1, 2])
        return ["end": "early"]
      }
    }
    try await transport.run([service], Body(shape: shape))
  }

  @Test(arguments: ConformingTransport.allCases)
  func `a client whose stream breaks off gets no answer, and the next call does`(
    transport: ConformingTransport
  ) async throws {
    struct Body: ClientBody {
      func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
        // What its caller is told is a difference.
        await #expect(throws: (any Error).self) {
          try await client.sum { writer in
            try await writer.write([1])
            throw Torn()
          }
        }
        let sum = try await client.sum { try await $0.write([1, 2]) }
        #expect(sum == 2)
      }
    }
    try await transport.run([StreamService()], Body())
  }
}

/// Why a client does not go on.
struct Torn: Error {}
