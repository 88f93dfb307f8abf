import GRPCCore

@testable import FrameTransport

/// A service of byte messages with methods of all four shapes.
struct StreamService: RegistrableRPCService {
  static let name = "test.Streams"

  /// What the handlers tell the test.
  var cancelled = Countdown()
  var running = Countdown()

  /// What a handler does with its requests and its responses.
  typealias Body =
    @Sendable (
      RPCAsyncSequence<[UInt8], any Error>, RPCWriter<[UInt8]>, ServerContext
    ) async throws -> Metadata

  func registerMethods<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
    add("Echo", .bidirectionalStreaming, to: &router) { requests, writer, _ in
      for try await request in requests {
        try await writer.write(request)
      }
      return ["end": "echo"]
    }
    add("Sum", .clientStreaming, to: &router) { requests, writer, _ in
      var sum: UInt64 = 0
      for try await request in requests {
        sum += UInt64(request.count)
      }
      try await writer.write(withUnsafeBytes(of: sum.bigEndian, Array.init))
      return ["end": "sum"]
    }
    add("Repeat", .serverStreaming, to: &router) { requests, writer, _ in
      for try await request in requests {
        // The first eight bytes say how often, the next eight how long.
        let (count, size) = (request.number(at: 0), request.number(at: 8))
        for index in 0..<count {
          try await writer.write([UInt8](repeating: UInt8(truncatingIfNeeded: index), count: size))
        }
      }
      return ["end": "repeat"]
    }
    add("Fail", .bidirectionalStreaming, to: &router) { requests, writer, _ in
      for try await request in requests {
        try await writer.write(request)
        throw RPCError(code: .aborted, message: "enough", metadata: ["why": "enough"])
      }
      return [:]
    }
    add("Hold", .bidirectionalStreaming, to: &router) { [running, cancelled] _, writer, context in
      try await writer.write([1])
      running.countDown()
      try await context.cancellation.cancelled
      cancelled.countDown()
      throw RPCError(code: .cancelled, message: "held until cancelled")
    }
    add("Flood", .serverStreaming, to: &router) { [running, cancelled] _, writer, _ in
      running.countDown()
      defer { cancelled.countDown() }
      while true {
        try await writer.write([UInt8](repeating: 9, count: 10_000))
      }
    }
  }

  private func add<Transport: ServerTransport>(
    _ method: String, _ type: MethodDescriptor.RPCType, to router: inout RPCRouter<Transport>,
    _ body: @escaping Body
  ) {
    router.registerHandler(
      forMethod: Self.descriptor(method, type), deserializer: RawBytes(), serializer: RawBytes()
    ) { request, context in
      StreamingServerResponse(metadata: request.metadata.ofCaller) { writer in
        try await body(request.messages, writer, context)
      }
    }
  }

  static func descriptor(_ method: String, _ type: MethodDescriptor.RPCType) -> MethodDescriptor {
    MethodDescriptor(fullyQualifiedService: name, method: method, type: type)
  }

  /// A request of `Repeat`.
  static func repeating(_ count: Int, size: Int) -> [UInt8] {
    [count, size].flatMap { withUnsafeBytes(of: UInt64($0).bigEndian, Array.init) }
  }
}

extension [UInt8] {
  /// Eight bytes as a number.
  func number(at index: Int) -> Int {
    self[index..<(index + 8)].reduce(0) { $0 << 8 | Int($1) }
  }
}

extension GRPCClient {
  /// Calls `Echo` of ``StreamService`` or another method of two streams.
  func chat<Result: Sendable>(
    _ method: String = "Echo", metadata: Metadata = [:], timeout: Duration? = nil,
    producer: @escaping @Sendable (RPCWriter<[UInt8]>) async throws -> Void,
    reader: @Sendable @escaping (StreamingClientResponse<[UInt8]>) async throws -> Result
  ) async throws -> Result {
    var options = CallOptions.defaults
    options.timeout = timeout
    return try await bidirectionalStreaming(
      request: StreamingClientRequest(metadata: metadata, producer: producer),
      descriptor: StreamService.descriptor(method, .bidirectionalStreaming),
      serializer: RawBytes(), deserializer: RawBytes(), options: options, onResponse: reader)
  }

  /// Calls `Repeat` or another method that answers with a stream.
  func list<Result: Sendable>(
    _ method: String = "Repeat", _ request: [UInt8] = [], timeout: Duration? = nil,
    reader: @Sendable @escaping (StreamingClientResponse<[UInt8]>) async throws -> Result
  ) async throws -> Result {
    var options = CallOptions.defaults
    options.timeout = timeout
    return try await serverStreaming(
      request: ClientRequest(message: request),
      descriptor: StreamService.descriptor(method, .serverStreaming),
      serializer: RawBytes(), deserializer: RawBytes(), options: options, onResponse: reader)
  }

  /// Calls `Sum`.
  func sum(
    producer: @escaping @Sendable (RPCWriter<[UInt8]>) async throws -> Void
  ) async throws -> Int {
    try await clientStreaming(
      request: StreamingClientRequest(producer: producer),
      descriptor: StreamService.descriptor("Sum", .clientStreaming),
      serializer: RawBytes(), deserializer: RawBytes(), options: .defaults
    ) { try $0.message.number(at: 0) }
  }
}
