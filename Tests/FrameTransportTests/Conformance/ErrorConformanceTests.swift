import GRPCCore
import Testing

@testable import FrameTransport

/// What an error must carry to its caller, on every transport, in every shape and at every moment.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct ErrorConformanceTests {
  /// When a handler fails.
  enum Moment: CaseIterable {
    /// Before anything was read or answered.
    case atOnce
    /// Once all requests were read, before anything was answered.
    case afterRequests
    /// After the initial metadata.
    case afterMetadata
    /// After a message of the response.
    case afterMessage
  }

  private static let failure = RPCError(
    code: .failedPrecondition, message: "Belum lunas: 50 % — sisa Rp\u{a0}1,\n\"besok\"",
    metadata: [
      "grpc-status-details-bin": .binary([8, 9, 0, 255, 10]), "hint": "bayar", "hint": "dulu",
    ])

  private static func service(failing moment: Moment) -> ShapeService {
    ShapeService { request, _ in
      switch moment {
      case .atOnce:
        throw failure
      case .afterRequests:
        for try await _ in request.messages {}
        throw failure
      case .afterMetadata:
        return StreamingServerResponse(metadata: ["early": "1"]) { _ in throw failure }
      case .afterMessage:
        return StreamingServerResponse(metadata: ["early": "1"]) { writer in
          try await writer.write([7])
          throw failure
        }
      }
    }
  }

  private struct Body: ClientBody {
    let shape: Shape
    let moment: Moment

    func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
      let outcome = try await client.perform(shape, ShapeService.name, [[1], [2]])
      let error = try #require(outcome.error)
      #expect(error.code == failure.code)
      #expect(error.message == failure.message)
      #expect(Array(error.metadata[stringValues: "hint"]) == ["bayar", "dulu"])
      #expect(
        Array(error.metadata[binaryValues: "grpc-status-details-bin"]) == [[8, 9, 0, 255, 10]])
      // A caller that reads a stream has what came before; one that waits for one message has not.
      let readsStream = shape == .serverStream || shape == .bothStreams
      #expect(outcome.messages == (readsStream && moment == .afterMessage ? [[7]] : []))
    }
  }

  @Test(arguments: ConformingTransport.allCases, Shape.allCases)
  func `an error arrives with its details, whenever it happens`(
    transport: ConformingTransport, shape: Shape
  ) async throws {
    for moment in Moment.allCases {
      try await transport.run(
        [Self.service(failing: moment)], Body(shape: shape, moment: moment))
    }
  }

  @Test(arguments: ConformingTransport.allCases, Shape.allCases)
  func `an error that is none of gRPC's is unknown and says nothing of itself`(
    transport: ConformingTransport, shape: Shape
  ) async throws {
    struct Secret: Error {}
    struct Body: ClientBody {
      let shape: Shape

      func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
        let outcome = try await client.perform(shape, ShapeService.name, [[1]])
        #expect(outcome.error?.code == .unknown)
        #expect(outcome.error?.message.contains("Secret") == false)
      }
    }
    let service = ShapeService { _, _ in throw Secret() }
    try await transport.run([service], Body(shape: shape))
  }

  @Test(arguments: ConformingTransport.allCases, Shape.allCases)
  func `a method that nobody serves is unimplemented, and the next call is answered`(
    transport: ConformingTransport, shape: Shape
  ) async throws {
    struct Body: ClientBody {
      let shape: Shape

      func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
        let outcome = try await client.perform(shape, "test.Nothing", [[1]])
        #expect(outcome.error?.code == .unimplemented)
        let next = try await client.perform(shape, ShapeService.name, [[2]])
        #expect(next.messages == [[2]])
      }
    }
    try await transport.run([ShapeService.mirror], Body(shape: shape))
  }

  @Test(arguments: ConformingTransport.allCases)
  func `errors with and without text are told apart`(
    transport: ConformingTransport
  ) async throws {
    struct Body: ClientBody {
      func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
        for text in texts {
          let outcome = try await client.perform(.unary, ShapeService.name, [Array(text.utf8)])
          #expect(outcome.error?.message == text)
        }
      }

      private let texts = [
        "", " ", "a b ", "100%", "%41", "é", "🌾 padi", String(repeating: "x", count: 2000),
      ]
    }
    let service = ShapeService { request, _ in
      let text = try await ServerRequest(stream: request).message
      throw RPCError(code: .aborted, message: String(decoding: text, as: UTF8.self))
    }
    try await transport.run([service], Body())
  }
}
