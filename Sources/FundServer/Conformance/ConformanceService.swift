internal import Crypto
internal import Foundation
internal import FundAPI
internal import GRPCCore
internal import SwiftProtobuf

/// A call of each shape for whoever implements the wire in another language.
///
/// It touches no data of the fund. Every wait in it ends with the call's cancellation, and what it
/// writes waits for credit.
struct ConformanceService: Bergulir_V1_ConformanceService.ServiceProtocol {
  private let cancelled = CancelledCalls()

  func echo(
    request: ServerRequest<Bergulir_V1_EchoRequest>, context: ServerContext
  ) async throws -> ServerResponse<Bergulir_V1_EchoResponse> {
    try await cancelled.noting(context) { label in
      try await follow(request.message.behavior, &label, request.metadata, context)
      return ServerResponse(
        message: .with { $0.payload = request.message.payload },
        metadata: request.metadata.echoedInitially,
        trailingMetadata: request.metadata.echoedAtTheEnd)
    }
  }

  func collect(
    request: StreamingServerRequest<Bergulir_V1_CollectRequest>, context: ServerContext
  ) async throws -> ServerResponse<Bergulir_V1_CollectResponse> {
    try await cancelled.noting(context) { label in
      var response = Bergulir_V1_CollectResponse()
      var hash = SHA256()
      for try await message in request.messages {
        try await follow(message.behavior, &label, request.metadata, context)
        response.messages += 1
        response.bytes += Int64(message.payload.count)
        hash.update(data: message.payload)
      }
      response.sha256 = Data(hash.finalize())
      return ServerResponse(
        message: response, metadata: request.metadata.echoedInitially,
        trailingMetadata: request.metadata.echoedAtTheEnd)
    }
  }

  func expand(
    request: ServerRequest<Bergulir_V1_ExpandRequest>, context: ServerContext
  ) async throws -> StreamingServerResponse<Bergulir_V1_ExpandResponse> {
    let (asked, metadata) = (request.message, request.metadata)
    try asked.check()
    return StreamingServerResponse(metadata: metadata.echoedInitially) { writer in
      try await cancelled.noting(context) { label in
        label = asked.behavior.label
        for index in 0..<asked.count {
          try await pause(asked.behavior, context)
          try await writer.write(
            .with {
              $0.index = index
              $0.payload = Data(
                repeating: UInt8(truncatingIfNeeded: index), count: Int(asked.payloadBytes))
            })
        }
        try fail(asked.behavior, metadata)
        return metadata.echoedAtTheEnd
      }
    }
  }

  func exchange(
    request: StreamingServerRequest<Bergulir_V1_ExchangeRequest>, context: ServerContext
  ) async throws -> StreamingServerResponse<Bergulir_V1_ExchangeResponse> {
    StreamingServerResponse(metadata: request.metadata.echoedInitially) { writer in
      try await cancelled.noting(context) { label in
        for try await message in request.messages {
          try await follow(message.behavior, &label, request.metadata, context)
          try await writer.write(.with { $0.payload = message.payload })
        }
        return request.metadata.echoedAtTheEnd
      }
    }
  }

  func listCancelledCalls(
    request: ServerRequest<Bergulir_V1_ListCancelledCallsRequest>, context: ServerContext
  ) async throws -> ServerResponse<Bergulir_V1_ListCancelledCallsResponse> {
    ServerResponse(message: cancelled.listed)
  }
}

extension ConformanceService {
  /// Does what a message asks for beside an answer.
  private func follow(
    _ behavior: Bergulir_V1_Behavior, _ label: inout String, _ metadata: Metadata,
    _ context: ServerContext
  ) async throws {
    try behavior.check()
    if !behavior.label.isEmpty { label = behavior.label }
    try await pause(behavior, context)
    try fail(behavior, metadata)
  }

  /// Waits as long as was asked for.
  ///
  /// - Throws: `RPCError` with `.cancelled`, as soon as the call is.
  private func pause(_ behavior: Bergulir_V1_Behavior, _ context: ServerContext) async throws {
    guard behavior.pauseMs > 0 else { return }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await Task.sleep(for: .milliseconds(behavior.pauseMs)) }
      group.addTask {
        try await context.cancellation.cancelled
        throw RPCError(code: .cancelled, message: "The call was cancelled.")
      }
      try await group.next()
      group.cancelAll()
    }
  }

  /// Fails as was asked for.
  private func fail(_ behavior: Bergulir_V1_Behavior, _ metadata: Metadata) throws {
    guard behavior.hasFailure else { return }
    throw behavior.failure.error(metadata.echoedAtTheEnd)
  }
}

extension Metadata {
  /// What comes back before the first message.
  fileprivate var echoedInitially: Metadata { echoed("x-initial-") }

  /// What comes back with the status.
  fileprivate var echoedAtTheEnd: Metadata { echoed("x-trailing-") }

  private func echoed(_ prefix: String) -> Metadata {
    reduce(into: Metadata()) { echoed, entry in
      guard entry.key.hasPrefix(prefix) else { return }
      switch entry.value {
      case .string(let text): echoed.addString(text, forKey: entry.key)
      case .binary(let bytes): echoed.addBinary(bytes, forKey: entry.key)
      }
    }
  }
}
