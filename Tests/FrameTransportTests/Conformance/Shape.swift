import GRPCCore

@testable import FrameTransport

/// The four shapes of a call.
enum Shape: CaseIterable {
  case unary
  case clientStream
  case serverStream
  case bothStreams

  var type: MethodDescriptor.RPCType {
    switch self {
    case .unary: .unary
    case .clientStream: .clientStreaming
    case .serverStream: .serverStreaming
    case .bothStreams: .bidirectionalStreaming
    }
  }
}

/// What a caller got to see of a call, whatever its shape.
struct Outcome: Sendable {
  var initial: Metadata?
  var messages: [[UInt8]] = []
  var trailing: Metadata?
  var error: RPCError?
}

extension Outcome {
  init(_ response: ClientResponse<[UInt8]>) {
    switch response.accepted {
    case .success(let contents):
      initial = contents.metadata
      trailing = contents.trailingMetadata
      switch contents.message {
      case .success(let message): messages = [message]
      case .failure(let failure): error = failure
      }
    case .failure(let failure):
      error = failure
    }
  }

  /// Reads a response to its end.
  init(reading response: StreamingClientResponse<[UInt8]>) async {
    do {
      let contents = try response.accepted.get()
      initial = contents.metadata
      for try await part in contents.bodyParts {
        switch part {
        case .message(let message): messages.append(message)
        case .trailingMetadata(let metadata): trailing = metadata
        }
      }
    } catch {
      self.error = RPCError(anyError: error)
    }
  }
}

extension GRPCClient {
  /// Makes a call with as many messages as its shape allows, and waits for its end.
  func perform(
    _ shape: Shape, _ service: String, _ messages: [[UInt8]], metadata: Metadata = [:],
    timeout: Duration? = nil
  ) async throws -> Outcome {
    let method = MethodDescriptor(
      fullyQualifiedService: service, method: "\(shape)", type: shape.type)
    var options = CallOptions.defaults
    options.timeout = timeout
    let single = ClientRequest(message: messages.first ?? [], metadata: metadata)
    let stream = StreamingClientRequest<[UInt8]>(metadata: metadata) { writer in
      for message in messages { try await writer.write(message) }
    }
    let raw = RawBytes()
    return switch shape {
    case .unary:
      try await unary(
        request: single, descriptor: method, serializer: raw, deserializer: raw, options: options
      ) { Outcome($0) }
    case .clientStream:
      try await clientStreaming(
        request: stream, descriptor: method, serializer: raw, deserializer: raw, options: options
      ) { Outcome($0) }
    case .serverStream:
      try await serverStreaming(
        request: single, descriptor: method, serializer: raw, deserializer: raw, options: options
      ) { await Outcome(reading: $0) }
    case .bothStreams:
      try await bidirectionalStreaming(
        request: stream, descriptor: method, serializer: raw, deserializer: raw, options: options
      ) { await Outcome(reading: $0) }
    }
  }
}
