import GRPCCore
import Synchronization
import Testing

@testable import FrameTransport

/// What every transport must do, in the same words for each.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct ConformanceTests {
  @Test(arguments: ConformingTransport.allCases)
  func `a unary call returns its message and both kinds of metadata`(
    transport: ConformingTransport
  ) async throws {
    struct Body: ClientBody {
      func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
        let response = try await client.response("Mirror", [1, 2], metadata: ["a": "b"])
        #expect(try response.message == [1, 2])
        #expect(Array(response.metadata[stringValues: "a"]) == ["b"])
        #expect(Array(response.trailingMetadata[stringValues: "end"]) == ["mirror"])
      }
    }
    let mirror: ByteService.Method = { request, _ in
      ServerResponse(
        message: request.message, metadata: request.metadata.ofCaller,
        trailingMetadata: ["end": "mirror"])
    }
    try await transport.run([ByteService(methods: ["Mirror": mirror])], Body())
  }

  @Test(arguments: ConformingTransport.allCases)
  func `an error has its code, its text and its metadata, for every code`(
    transport: ConformingTransport
  ) async throws {
    struct Body: ClientBody {
      func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
        for number in 1...16 as ClosedRange<UInt8> {
          let error = await #expect(throws: RPCError.self) {
            try await client.call("Fail", [number])
          }
          #expect(error?.code.rawValue == Int(number))
          #expect(error?.message == "Belum lunas")
          #expect(error.map { Array($0.metadata[binaryValues: "why-bin"]) } == [[0, number]])
        }
      }
    }
    let fail: ByteService.Method = { request, _ in
      let status = Status.Code(rawValue: Int(request.message[0])) ?? .unknown
      throw RPCError(
        code: RPCError.Code(status) ?? .unknown, message: "Belum lunas",
        metadata: ["why-bin": .binary([0, request.message[0]])])
    }
    try await transport.run([ByteService(methods: ["Fail": fail])], Body())
  }

  @Test(arguments: ConformingTransport.allCases)
  func `a stream of requests is answered once`(transport: ConformingTransport) async throws {
    struct Body: ClientBody {
      func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
        for count in [0, 1, 1000] {
          let sum = try await client.sum { writer in
            for _ in 0..<count { try await writer.write([1, 2, 3]) }
          }
          #expect(sum == 3 * count)
        }
      }
    }
    try await transport.run([StreamService()], Body())
  }

  @Test(arguments: ConformingTransport.allCases)
  func `a stream of responses comes whole, in order and with its trailer`(
    transport: ConformingTransport
  ) async throws {
    struct Body: ClientBody {
      func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
        for count in [0, 1, 1000] {
          let request = StreamService.repeating(count, size: 1)
          let (bytes, end) = try await client.list("Repeat", request) { response in
            var bytes: [UInt8] = []
            var end: [String] = []
            for try await part in try response.accepted.get().bodyParts {
              switch part {
              case .message(let message): bytes += message
              case .trailingMetadata(let metadata): end += metadata[stringValues: "end"]
              }
            }
            return (bytes, end)
          }
          #expect(bytes == (0..<count).map { UInt8(truncatingIfNeeded: $0) })
          #expect(end == ["repeat"])
        }
      }
    }
    try await transport.run([StreamService()], Body())
  }

  @Test(arguments: ConformingTransport.allCases)
  func `two streams go on turn by turn, and half-close ends them`(
    transport: ConformingTransport
  ) async throws {
    struct Body: ClientBody {
      func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
        let (answers, send) = AsyncStream<UInt8>.makeStream()
        let received = try await client.chat { writer in
          try await writer.write([0])
          for await answer in answers where answer < 9 {
            try await writer.write([answer + 1])
            if answer == 8 { break }
          }
        } reader: { response in
          var received: [UInt8] = []
          for try await message in response.messages {
            received += message
            send.yield(message[0])
          }
          return received
        }
        #expect(received == Array(0...9))
      }
    }
    try await transport.run([StreamService()], Body())
  }

  @Test(arguments: ConformingTransport.allCases)
  func `an error within a stream comes after the messages before it`(
    transport: ConformingTransport
  ) async throws {
    struct Body: ClientBody {
      func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
        try await client.chat("Fail") { writer in
          try await writer.write([5])
        } reader: { response in
          let messages = Mutex<[[UInt8]]>([])
          let error = await #expect(throws: RPCError.self) {
            for try await message in response.messages {
              messages.withLock { $0.append(message) }
            }
          }
          #expect(messages.withLock(\.self) == [[5]])
          #expect(error?.code == .aborted)
          #expect(error.map { Array($0.metadata[stringValues: "why"]) } == ["enough"])
        }
      }
    }
    try await transport.run([StreamService()], Body())
  }

  @Test(arguments: ConformingTransport.allCases)
  func `messages of all sizes arrive as they were sent`(
    transport: ConformingTransport
  ) async throws {
    struct Body: ClientBody {
      func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws {
        let sizes = [0, 1, 16_383, 16_384, 16_385, 32_768, 300_000, 3_000_000]
        let received = try await client.chat { writer in
          for size in sizes {
            try await writer.write((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) })
          }
        } reader: { response in
          var received: [Int] = []
          for try await message in response.messages {
            let isSame = message.indices.allSatisfy {
              message[$0] == UInt8(truncatingIfNeeded: $0 &* 31)
            }
            received.append(isSame ? message.count : -1)
          }
          return received
        }
        #expect(received == sizes)
      }
    }
    try await transport.run([StreamService()], Body())
  }
}
