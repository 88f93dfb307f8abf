import GRPCCore
import NIOCore
import Synchronization

/// One call at its client: collects the parts that GRPCCore writes and sends them as one request.
final class ClientCall: Sendable {
  private enum State {
    case collecting(Metadata, FrameBytes?)
    case sent(UInt32)
    case ended
  }

  private let connection: ClientConnection
  private let method: String
  private let state = Mutex(State.collecting([:], nil))
  private let response = Pending<CallResponse>()

  init(_ descriptor: MethodDescriptor, on connection: ClientConnection) {
    method = descriptor.fullyQualifiedMethod
    self.connection = connection
  }

  /// What the server answers.
  ///
  /// - Throws: `RPCError`.
  var answer: CallResponse {
    get async throws {
      do {
        return try await response.value
      } catch {
        throw RPCError(anyError: error)
      }
    }
  }

  /// Gives the call up: the server is told, unless it has answered.
  func abandon() {
    let sent = state.withLock { state -> UInt32? in
      defer { state = .ended }
      guard case .sent(let call) = state else { return nil }
      return call
    }
    if let sent { connection.abandon(sent) }
  }
}

extension ClientCall: ClosableRPCWriterProtocol {
  typealias Element = RPCRequestPart<FrameBytes>

  /// Takes one part.
  ///
  /// - Throws: `.internalError` after the end, `.unimplemented` at a second message.
  func write(_ part: Element) async throws {
    try state.withLock { state throws(RPCError) in
      guard case .collecting(let metadata, let message) = state else {
        throw RPCError(code: .internalError, message: "The request has ended already.")
      }
      switch (part, message) {
      case (.metadata(let metadata), _):
        state = .collecting(metadata, message)
      case (.message(let bytes), nil):
        state = .collecting(metadata, bytes)
      case (.message, .some):
        throw RPCError(
          code: .unimplemented, message: "This wire carries one message each way for now.")
      }
    }
  }

  func write(contentsOf parts: some Sequence<Element>) async throws {
    for part in parts {
      try await write(part)
    }
  }

  /// Sends the request.
  func finish() async {
    do throws(RPCError) {
      try state.withLock { state throws(RPCError) in
        guard case .collecting(let metadata, let message) = state else { return }
        // Whatever fails below, the call has ended.
        state = .ended
        guard let message else {
          throw RPCError(code: .internalError, message: "The request ended without a message.")
        }
        let call = OutgoingCall(
          method: method, metadata: try MetadataBlock(metadata), message: message.buffer)
        state = .sent(try connection.begin(call, waiter: response))
      }
    } catch {
      response.fulfil(.failure(error))
    }
  }

  func finish(throwing error: any Error) async {
    abandon()
    response.fulfil(.failure(error))
  }
}
