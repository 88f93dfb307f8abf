import GRPCCore
import NIOCore
import Synchronization

/// Collects the parts that GRPCCore writes and passes them on as one response.
final class ResponseWriter: ClosableRPCWriterProtocol {
  typealias Element = RPCResponsePart<FrameBytes>

  private enum State {
    case collecting(Metadata, FrameBytes?)
    case ended
  }

  private let call: UInt32
  private let respond: @Sendable (CallResponse) -> Void
  private let state = Mutex(State.collecting([:], nil))

  init(call: UInt32, respond: @escaping @Sendable (CallResponse) -> Void) {
    self.call = call
    self.respond = respond
  }

  /// Takes one part.
  ///
  /// - Throws: `.internalError` after the status, `.unimplemented` at a second message.
  func write(_ part: Element) async throws {
    switch part {
    case .metadata(let metadata):
      try collect { initial, _ in initial = metadata }
    case .message(let bytes):
      try collect { _, message throws(RPCError) in
        guard message == nil else {
          throw RPCError(
            code: .unimplemented, message: "This wire carries one message each way for now.")
        }
        message = bytes
      }
    case .status(let status, let trailing):
      end { response(status, initial: $0, message: $1, trailing: trailing) }
    }
  }

  func write(contentsOf parts: some Sequence<Element>) async throws {
    for part in parts {
      try await write(part)
    }
  }

  func finish() async {
    endWithoutStatus()
  }

  func finish(throwing error: any Error) async {
    let error = RPCError(anyError: error)
    end { initial, message in
      response(
        Status(code: Status.Code(error.code), message: error.message), initial: initial,
        message: message, trailing: error.metadata)
    }
  }

  /// Makes sure that a call whose handler has returned is answered.
  func endWithoutStatus() {
    end { _, _ in
      CallResponse(call: call, failure: .internalError, "The handler ended without a status.")
    }
  }
}

extension ResponseWriter {
  private func collect(
    _ change: (inout Metadata, inout FrameBytes?) throws(RPCError) -> Void
  ) throws(RPCError) {
    try state.withLock { state throws(RPCError) in
      guard case .collecting(var metadata, var message) = state else {
        throw RPCError(code: .internalError, message: "The call has its status already.")
      }
      try change(&metadata, &message)
      state = .collecting(metadata, message)
    }
  }

  /// Sends the response, unless one was sent before.
  private func end(_ response: (Metadata, FrameBytes?) -> CallResponse) {
    let collected = state.withLock { state -> (Metadata, FrameBytes?)? in
      guard case .collecting(let metadata, let message) = state else { return nil }
      state = .ended
      return (metadata, message)
    }
    if let (metadata, message) = collected { respond(response(metadata, message)) }
  }

  private func response(
    _ status: Status, initial: Metadata, message: FrameBytes?, trailing: Metadata
  ) -> CallResponse {
    do throws(RPCError) {
      let outcome: CallResponse.Outcome
      if let code = RPCError.Code(status.code) {
        outcome = .failure(code, status.message.shortened(toBytes: CallResponse.maxTextBytes))
      } else if let message {
        outcome = .message(message.buffer)
      } else {
        throw RPCError(code: .internalError, message: "The handler ended without a message.")
      }
      return CallResponse(
        call: call, outcome: outcome, initialMetadata: try MetadataBlock(initial),
        trailingMetadata: try MetadataBlock(trailing))
    } catch {
      // Metadata that cannot be sent is the fault of the handler, not of the client.
      return CallResponse(call: call, failure: .internalError, error.message)
    }
  }
}
