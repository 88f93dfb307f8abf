import Foundation
import GRPCCore
import Logging
import NIOCore
import Synchronization
import Testing

@testable import FrameTransport

@Suite(.timeLimit(.minutes(2)))
struct FlowTests {
  /// A stream that nobody reads, and how far its handler got.
  struct Faucet: RegistrableRPCService {
    let written = Counter()
    let running = Countdown()
    let ended = Countdown()
    var messages = 6400

    func registerMethods<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
      router.registerHandler(
        forMethod: Self.pour, deserializer: RawBytes(), serializer: RawBytes()
      ) { _, _ in
        StreamingServerResponse { writer in
          defer { ended.countDown() }
          running.countDown()
          for _ in 0..<messages {
            try await writer.write([UInt8](repeating: 1, count: 10_000))
            written.add(10_000)
          }
          return [:]
        }
      }
    }

    static let pour = MethodDescriptor(
      fullyQualifiedService: "test.Faucet", method: "Pour", type: .serverStreaming)
  }

  @Test func `a reader who does not read holds up its own stream and nothing else`() async throws {
    let faucet = Faucet()
    try await withServices([faucet, ByteService(methods: ["Echo": ByteService.echo])]) { client in
      let pouring = Task {
        try await client.serverStreaming(
          request: ClientRequest(message: []), descriptor: Faucet.pour, serializer: RawBytes(),
          deserializer: RawBytes(), options: .defaults
        ) { response in
          _ = try response.accepted.get()
          try await Countdown().wait()
        }
      }
      try await faucet.running.wait()
      for number in 0..<200 as Range<UInt8> {
        let answer = try await client.call("Echo", [number])
        #expect(answer == [number])
      }
      let large = [UInt8](repeating: 7, count: 3_000_000)
      let isSame = try await client.call("Echo", large) == large
      #expect(isSame, "there is credit for others too")
      let limits = FrameLimits()
      #expect(faucet.written.value <= limits.callCredit + MessagePart.maxBytes)
      pouring.cancel()
      try await faucet.ended.wait()
    }
  }

  @Test func `a deadline wakes a handler that waits for credit`() async throws {
    let faucet = Faucet()
    try await withServices([faucet]) { client in
      let pouring = Task {
        // The client has no deadline of its own, and reads nothing.
        try await client.serverStreaming(
          request: ClientRequest(message: [], metadata: ["grpc-timeout": "200m"]),
          descriptor: Faucet.pour, serializer: RawBytes(), deserializer: RawBytes(),
          options: .defaults
        ) { _ in try await Countdown().wait() }
      }
      try await faucet.ended.wait()
      #expect(faucet.written.value < 64_000_000)
      pouring.cancel()
      _ = await pouring.result
    }
  }

  @Test func `64 MB flow to a reader who reads`() async throws {
    try await withServices([Faucet()]) { client in
      let count = try await client.serverStreaming(
        request: ClientRequest(message: []), descriptor: Faucet.pour, serializer: RawBytes(),
        deserializer: RawBytes(), options: .defaults
      ) { response in
        var count = 0
        for try await message in response.messages {
          count += message.count
        }
        return count
      }
      #expect(count == 64_000_000)
    }
  }

  @Test(arguments: [ConformingTransport.frameWire, .frameWireTLS])
  func `a peer who gives all credit and reads nothing fills no memory`(
    transport: ConformingTransport
  ) async throws {
    let wire = transport == .frameWireTLS ? try Wire.tls() : .plaintext
    // 64 MB, and 1 GB where the environment asks for torture.
    let isTorture = ProcessInfo.processInfo.environment["BERGULIR_TORTURE"] != nil
    var faucet = Faucet()
    faucet.messages = isTorture ? 100_000 : 6400
    let services: [any RegistrableRPCService] = [
      faucet, ByteService(methods: ["Echo": ByteService.echo]),
    ]
    try await withServices(services, wire) { client, address in
      _ = try await client.call("Echo")
      let before = try Self.residentBytes()
      let peer = try await RawPeer.connectDeaf(
        address,
        sending: [
          .hello(Hello(versions: 1...1, limits: FrameLimits())),
          .request(
            CallRequest(
              call: 1, method: "test.Faucet/Pour", metadata: .empty,
              content: .whole(ByteBuffer()))),
          .credit(Credit(call: 0, bytes: 2_000_000_000)),
          .credit(Credit(call: 1, bytes: 2_000_000_000)),
        ], wire.client)
      try await faucet.running.wait()
      var (last, calm) = (-1, 0)
      // What the kernels take on either side comes to an end too.
      while calm < 200 {
        _ = try await client.call("Echo")
        calm = faucet.written.value == last ? calm + 1 : 0
        last = faucet.written.value
      }
      #expect(faucet.written.value < 32_000_000, "the rest was held back")
      if isTorture {
        let growth = try Self.residentBytes() - before
        #expect(growth < 8 * 1024 * 1024)
        print("a deaf peer adds \(growth) bytes")
      }
      try await peer.close()
      try await faucet.ended.wait()
    }
  }

  private static func residentBytes() throws -> Int {
    let statm = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    let pages = try #require(Int(statm.split(separator: " ")[1]))
    return pages * 4096
  }
}

/// Counts from any task.
final class Counter: Sendable {
  private let count = Mutex(0)

  func add(_ more: Int) { count.withLock { $0 += more } }

  var value: Int { count.withLock(\.self) }
}

/// A server of services, while the body runs.
func withServer<Result: Sendable>(
  of services: [any RegistrableRPCService], _ wire: Wire = .plaintext,
  limits: FrameLimits = FrameLimits(), logger: Logger = .silent,
  _ body: (ListenAddress) async throws -> Result
) async throws -> Result {
  let transport = FrameServerTransport(
    address: ListenAddress(host: "127.0.0.1", port: 0), security: wire.server, limits: limits,
    logger: logger)
  return try await withGRPCServer(transport: transport, services: services) { _ in
    try await body(try await transport.listeningAddress)
  }
}

/// A server of services and a client of it, while the body runs.
func withServices<Result: Sendable>(
  _ services: [any RegistrableRPCService], _ wire: Wire = .plaintext,
  limits: FrameLimits = FrameLimits(),
  _ body: (ByteClient, ListenAddress) async throws -> Result
) async throws -> Result {
  try await withServer(of: services, wire, limits: limits) { address in
    let client = FrameClientTransport(target: address, security: wire.client)
    return try await withGRPCClient(transport: client) { client in
      try await body(client, address)
    }
  }
}

/// The same for a body that needs no address.
func withServices<Result: Sendable>(
  _ services: [any RegistrableRPCService], limits: FrameLimits = FrameLimits(),
  _ body: (ByteClient) async throws -> Result
) async throws -> Result {
  try await withServices(services, limits: limits) { client, _ in try await body(client) }
}
