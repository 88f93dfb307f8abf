import Foundation
import FundAPI
import GRPCCore
import GRPCInProcessTransport
import GRPCProtobuf
import SwiftProtobuf
import Testing

private typealias Client = Bergulir_V1_ConformanceService.Client

private func serving(
  _ body: (Client<InProcessTransport.Client>) async throws -> Void
) async throws {
  try await Daemon.serving { try await body(Client(wrapping: $0.client)) }
}

private let metadata: Metadata = [
  "x-initial-a": "1", "x-initial-b-bin": .binary([0, 255]), "x-trailing-c": "2", "other": "3",
]

/// The service through the gate that every call passes, without a token.
@Suite(.timeLimit(.minutes(5))) struct ConformanceServiceTests {
  @Test func `echo brings back the payload and the metadata that ask for it`() async throws {
    try await serving { client in
      try await client.echo(.with { $0.payload = Data([1, 2]) }, metadata: metadata) {
        let message = try $0.message
        #expect(message.payload == Data([1, 2]))
        #expect($0.metadata == ["x-initial-a": "1", "x-initial-b-bin": .binary([0, 255])])
        #expect($0.trailingMetadata == ["x-trailing-c": "2"])
      }
    }
  }

  @Test func `collect reckons up a stream, and exchange answers each message of one`() async throws
  {
    try await serving { client in
      let collected = try await client.collect { writer in
        for byte in UInt8(0)..<3 {
          try await writer.write(.with { $0.payload = Data(repeating: byte, count: 2) })
        }
      }
      #expect(collected.messages == 3 && collected.bytes == 6)
      let hash = collected.sha256.map { String(format: "%02x", $0) }.joined()
      #expect(hash == "65b5217afb418b86e6d1c868d1d96cfc61f29d50f1ab829062bc0b44e10967c1")
      let exchanged = try await client.exchange { writer in
        for byte in UInt8(0)..<3 { try await writer.write(.with { $0.payload = Data([byte]) }) }
      } onResponse: { response in
        try await response.messages.reduce(into: []) { $0.append($1.payload) }
      }
      #expect(exchanged == [Data([0]), Data([1]), Data([2])])
    }
  }

  @Test func `expand sends as many messages of the size as it is asked for`() async throws {
    try await serving { client in
      let request = Bergulir_V1_ExpandRequest.with {
        $0.count = 3
        $0.payloadBytes = 2
        $0.behavior.pauseMs = 1
      }
      try await client.expand(request, metadata: metadata) { response in
        let messages = try await response.messages.reduce(into: []) { $0.append($1) }
        #expect(messages.map(\.index) == [0, 1, 2])
        #expect(messages.map(\.payload) == [Data([0, 0]), Data([1, 1]), Data([2, 2])])
      }
    }
  }

  @Test func `a failure comes as asked for, with its details and trailing metadata`() async throws {
    let detail = try Google_Protobuf_Any(message: Bergulir_V1_Fact.with { $0.name = "n" })
    let behavior = Bergulir_V1_Behavior.with {
      $0.failure.code = 10
      $0.failure.message = "enough"
      $0.failure.details = [detail]
    }
    try await serving { client in
      let failures = [
        await failure {
          _ = try await client.echo(.with { $0.behavior = behavior }, metadata: metadata)
        },
        await failure {
          try await client.expand(.with { $0.behavior = behavior }, metadata: metadata) {
            for try await _ in $0.messages {}
          }
        },
      ]
      for error in failures {
        #expect(error?.code == .aborted && error?.message == "enough")
        #expect(error?.metadata[stringValues: "x-trailing-c"].first { _ in true } == "2")
        let status = try error?.unpackGoogleRPCStatus()
        let details = status?.details.compactMap(\.any) ?? []
        #expect(details.map(\.typeURL) == [detail.typeURL])
        #expect(details.map(\.value) == [detail.value])
      }
    }
  }

  @Test(arguments: [
    ("behavior.label", Bergulir_V1_ExpandRequest.with { $0.behavior.label = long(65) }),
    ("behavior.pause_ms", .with { $0.behavior.pauseMs = -1 }),
    ("behavior.pause_ms", .with { $0.behavior.pauseMs = 60_001 }),
    ("behavior.failure.code", .with { $0.behavior.failure.code = 17 }),
    ("behavior.failure.code", .with { $0.behavior.failure.message = "without a code" }),
    (
      "behavior.failure.message",
      .with {
        $0.behavior.failure.code = 1
        $0.behavior.failure.message = long(1_025)
      }
    ),
    (
      "behavior.failure.details",
      .with {
        $0.behavior.failure.code = 1
        $0.behavior.failure.details = [.with { $0.typeURL = long(4_097) }]
      }
    ),
    ("count", .with { $0.count = 100_001 }),
    ("count", .with { $0.count = -1 }),
    ("payload_bytes", .with { $0.payloadBytes = 4_000_001 }),
    (
      "payload_bytes",
      .with {
        $0.count = 100_000
        $0.payloadBytes = 10_738
      }
    ),
    (
      "behavior.pause_ms",
      .with {
        $0.count = 100_000
        $0.behavior.pauseMs = 4
      }
    ),
  ])
  func `what passes a limit is refused by its field`(
    field: String, request: Bergulir_V1_ExpandRequest
  ) async throws {
    try await serving { client in
      let found = await problem {
        try await client.expand(request) { for try await _ in $0.messages {} }
      }
      #expect(found?.status == .invalidArgument && found?.facts["field"] == field)
    }
  }

  @Test func `a call that its deadline cancels is listed by its label`() async throws {
    try await serving { client in
      var options = CallOptions.defaults
      options.timeout = .milliseconds(500)
      var listed = Bergulir_V1_ListCancelledCallsResponse()
      // On a busy machine the client's clock may end a call before it has begun.
      while listed.count == 0 {
        let error = await failure {
          try await client.exchange(options: options) { writer in
            try await writer.write(
              .with {
                $0.behavior.label = "late"
                $0.behavior.pauseMs = 60_000
              })
          } onResponse: {
            for try await _ in $0.messages {}
          }
        }
        #expect(error?.code == .cancelled || error?.code == .deadlineExceeded)
        listed = try await client.listCancelledCalls(.init())
      }
      #expect(Set(listed.labels) == ["late"])
    }
  }
}

private func long(_ count: Int) -> String { String(repeating: "x", count: count) }

private func failure(_ call: () async throws -> Void) async -> RPCError? {
  do {
    try await call()
    return nil
  } catch {
    return error as? RPCError
  }
}
