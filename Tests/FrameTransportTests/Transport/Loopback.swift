import FrameTransport
import GRPCCore
import Logging
import Testing

/// A service whose methods are closures from bytes to bytes.
struct ByteService: RegistrableRPCService {
  typealias Method =
    @Sendable (ServerRequest<[UInt8]>, ServerContext) async throws -> ServerResponse<[UInt8]>

  var methods: [String: Method]

  static let name = "test.Bytes"

  func registerMethods<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
    for (name, method) in methods {
      router.registerHandler(
        forMethod: Self.descriptor(name), deserializer: RawBytes(), serializer: RawBytes()
      ) { request, context in
        let response = try await method(try await ServerRequest(stream: request), context)
        return StreamingServerResponse(single: response)
      }
    }
  }

  static func descriptor(_ method: String) -> MethodDescriptor {
    MethodDescriptor(fullyQualifiedService: name, method: method, type: .unary)
  }

  static let echo: Method = { request, _ in ServerResponse(message: request.message) }
}

/// Messages that are their own bytes.
struct RawBytes: MessageSerializer, MessageDeserializer {
  func serialize<Bytes: GRPCContiguousBytes>(_ message: [UInt8]) -> Bytes {
    Bytes(message)
  }

  func deserialize<Bytes: GRPCContiguousBytes>(_ bytes: Bytes) -> [UInt8] {
    bytes.withUnsafeBytes { Array($0) }
  }
}

typealias ByteClient = GRPCClient<FrameClientTransport>

extension GRPCClient {
  /// Calls a method of ``ByteService`` and gives back the whole response.
  func response(
    _ method: String, _ message: [UInt8] = [], metadata: Metadata = [:], timeout: Duration? = nil
  ) async throws -> ClientResponse<[UInt8]> {
    var options = CallOptions.defaults
    options.timeout = timeout
    return try await unary(
      request: ClientRequest(message: message, metadata: metadata),
      descriptor: ByteService.descriptor(method), serializer: RawBytes(),
      deserializer: RawBytes(), options: options
    ) { $0 }
  }

  /// Calls a method of ``ByteService`` and gives back the message.
  func call(
    _ method: String, _ message: [UInt8] = [], metadata: Metadata = [:], timeout: Duration? = nil
  ) async throws -> [UInt8] {
    try await response(method, message, metadata: metadata, timeout: timeout).message
  }
}

/// A server on a free port of the loopback address, while the body runs.
func withServer<Result: Sendable>(
  _ methods: [String: ByteService.Method], limits: FrameLimits = FrameLimits(),
  _ body: (GRPCServer<FrameServerTransport>, ListenAddress) async throws -> Result
) async throws -> Result {
  let transport = FrameServerTransport(
    address: ListenAddress(host: "127.0.0.1", port: 0), limits: limits,
    logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  return try await withGRPCServer(
    transport: transport, services: [ByteService(methods: methods)]
  ) { server in
    try await body(server, try await transport.listeningAddress)
  }
}

/// A server and a client of it, while the body runs.
func withClient<Result: Sendable>(
  _ methods: [String: ByteService.Method], limits: FrameLimits = FrameLimits(),
  _ body: (ByteClient) async throws -> Result
) async throws -> Result {
  try await withServer(methods, limits: limits) { _, address in
    try await withGRPCClient(transport: FrameClientTransport(target: address)) { client in
      try await body(client)
    }
  }
}
