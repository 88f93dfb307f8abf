import GRPCCore
import Testing

@testable import FrameTransport

/// What metadata must survive, on every transport and in every shape of call.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct MetadataConformanceTests {
  private static let sent: Metadata = [
    "plain": "satu", "plain": "dua", "plain": "satu", "spaced": "tiga puluh 3", "void": "",
    "all-bin": .binary(Array(0...255)), "all-bin": .binary([0]), "all-bin": .binary([]),
    "commas": "a,b, c",
  ]

  @Test(arguments: ConformingTransport.allCases, Shape.allCases)
  func `metadata go both ways, repeated, in order, and bytes as they are`(
    transport: ConformingTransport, shape: Shape
  ) async throws {
    struct Body: ClientBody {
      let shape: Shape

      func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
        let outcome = try await client.perform(
          shape, ShapeService.name, [[1]], metadata: MetadataConformanceTests.sent)
        #expect(outcome.messages == [[1]])
        #expect(outcome.error == nil)
        try Self.expectAll(in: #require(outcome.initial))
        try Self.expectAll(in: #require(outcome.trailing))
      }

      private static func expectAll(in metadata: Metadata) throws {
        for key in ["plain", "spaced", "void", "commas"] {
          let sent = Array(MetadataConformanceTests.sent[stringValues: key])
          #expect(Array(metadata[stringValues: key]) == sent, "\(key)")
        }
        let sent = Array(MetadataConformanceTests.sent[binaryValues: "all-bin"])
        #expect(Array(metadata[binaryValues: "all-bin"]) == sent)
      }
    }
    try await transport.run([ShapeService.mirror], Body(shape: shape))
  }

  @Test(arguments: ConformingTransport.allCases)
  func `initial metadata come before the first message`(
    transport: ConformingTransport
  ) async throws {
    struct Body: ClientBody {
      let release: Countdown

      func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
        let messages = try await client.bidirectionalStreaming(
          request: StreamingClientRequest<[UInt8]> { _ in },
          descriptor: ShapeService.descriptor(.bothStreams), serializer: RawBytes(),
          deserializer: RawBytes(), options: .defaults
        ) { response in
          // The handler writes nothing before the metadata were seen here.
          #expect(Array(response.metadata[stringValues: "early"]) == ["1"])
          release.countDown()
          return try await response.messages.reduce(into: []) { $0.append($1) }
        }
        #expect(messages == [[7]])
      }
    }
    let release = Countdown()
    let service = ShapeService { _, _ in
      StreamingServerResponse(metadata: ["early": "1"]) { writer in
        try await release.wait()
        try await writer.write([7])
        return [:]
      }
    }
    try await transport.run([service], Body(release: release))
  }

  @Test(arguments: ConformingTransport.allCases)
  func `a key is the same in upper and in lower case`(
    transport: ConformingTransport
  ) async throws {
    struct Body: ClientBody {
      func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
        let outcome = try await client.perform(
          .unary, ShapeService.name, [[1]], metadata: ["Branch-Code": "malabutor"])
        let initial = try #require(outcome.initial)
        for key in ["branch-code", "Branch-Code", "BRANCH-CODE"] {
          #expect(Array(initial[stringValues: key]) == ["malabutor"])
        }
      }
    }
    try await transport.run([ShapeService.mirror], Body())
  }
}
