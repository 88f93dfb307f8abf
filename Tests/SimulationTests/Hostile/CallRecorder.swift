import GRPCCore
import SwiftProtobuf
import Synchronization

/// A call as it went over the wire.
struct RecordedCall: Sendable {
  let method: MethodDescriptor
  let metadata: Metadata
  let message: [UInt8]
}

/// Keeps what clients send.
final class CallRecorder: ClientInterceptor {
  private let kept = Mutex<[RecordedCall]>([])

  var calls: [RecordedCall] { kept.withLock { $0 } }

  func intercept<Input: Sendable, Output: Sendable>(
    request: StreamingClientRequest<Input>, context: ClientContext,
    next: (
      _ request: StreamingClientRequest<Input>, _ context: ClientContext
    ) async throws -> StreamingClientResponse<Output>
  ) async throws -> StreamingClientResponse<Output> {
    let producer = request.producer
    let metadata = request.metadata
    var request = request
    request.producer = { writer in
      try await producer(
        RPCWriter(
          wrapping: KeepingWriter(writer: writer) { element in
            guard let message = element as? any Message else { return }
            let bytes: [UInt8] = try message.serializedBytes()
            let call = RecordedCall(
              method: context.descriptor, metadata: metadata, message: bytes)
            self.kept.withLock { $0.append(call) }
          }))
    }
    return try await next(request, context)
  }
}

/// Passes on what is written, once it was looked at.
private struct KeepingWriter<Element: Sendable>: RPCWriterProtocol {
  let writer: RPCWriter<Element>
  let keep: @Sendable (Element) throws -> Void

  func write(_ element: Element) async throws {
    try keep(element)
    try await writer.write(element)
  }

  func write(contentsOf elements: some Sequence<Element>) async throws {
    for element in elements { try await write(element) }
  }
}
