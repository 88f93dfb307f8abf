import GRPCCore
import NIOCore
import Synchronization

/// Passes on what GRPCCore writes: as one response where it can be, else as a stream.
final class ResponseWriter: ClosableRPCWriterProtocol {
  typealias Element = RPCResponsePart<FrameBytes>

  private enum State {
    /// Nothing was sent; the message, if there is one, is the only one.
    case collecting(Metadata, FrameBytes?)
    case opened
    case ended
  }

  private let call: UInt32
  private let connection: ServerConnection
  private let streams: Bool
  private let state = Mutex(State.collecting([:], nil))

  init(call: UInt32, of descriptor: MethodDescriptor, on connection: ServerConnection) {
    self.call = call
    self.connection = connection
    // A method of unknown type may write more than one message.
    streams = descriptor.type?.isResponseStreaming ?? true
  }

  /// Takes one part; waits until the client gives credit for a message of a stream.
  ///
  /// - Throws: `.internalError` after the status and at a second message of one, and what
  ///   ``ServerConnection/send(_:of:)`` throws.
  func write(_ part: Element) async throws {
    switch part {
    case .metadata(let metadata) where streams:
      try open(metadata)
    case .metadata(let metadata):
      try collect { initial, _ in initial = metadata }
    case .message(let bytes) where streams:
      if case .collecting(let metadata, _) = state.withLock(\.self) { try open(metadata) }
      try await connection.send(bytes.buffer, of: call)
    case .message(let bytes):
      try collect { _, message throws(RPCError) in
        guard message == nil else {
          throw RPCError(code: .internalError, message: "The method answers with one message.")
        }
        message = bytes
      }
    case .status(let status, let trailing):
      await end(status, trailing)
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
    await end(Status(code: Status.Code(error.code), message: error.message), error.metadata)
  }

  /// Makes sure that a call whose handler has returned is answered.
  func endWithoutStatus() {
    guard take() != nil else { return }
    fail(RPCError(code: .internalError, message: "The handler ended without a status."))
  }
}

extension ResponseWriter {
  private func collect(
    _ change: (inout Metadata, inout FrameBytes?) throws(RPCError) -> Void
  ) throws(RPCError) {
    try state.withLock { state throws(RPCError) in
      guard case .collecting(var metadata, var message) = state else { throw Self.hasStatus }
      try change(&metadata, &message)
      state = .collecting(metadata, message)
    }
  }

  private func open(_ metadata: Metadata) throws(RPCError) {
    try state.withLock { state throws(RPCError) in
      guard case .collecting = state else { throw Self.hasStatus }
      try connection.open(ResponseOpening(call: call, metadata: Self.block(metadata)))
      state = .opened
    }
  }

  /// Ends the writer; the result is what it was before, nothing when it had ended already.
  private func take() -> State? {
    state.withLock { state -> State? in
      if case .ended = state { return nil }
      defer { state = .ended }
      return state
    }
  }

  /// Ends the call, unless that was done before.
  private func end(_ status: Status, _ trailing: Metadata) async {
    guard let state = take() else { return }
    do {
      let trailing = try Self.block(trailing)
      let failure = RPCError.Code(status.code).map { CallStatus.Failure($0, status.message) }
      let ending = CallStatus(call: call, failure: failure, metadata: trailing)
      switch state {
      case .collecting(let initial, let message):
        try await answer(ending, initial: Self.block(initial), message: message)
      case .opened:
        connection.finish(.status(ending))
      case .ended:
        break
      }
    } catch {
      fail(RPCError(anyError: error))
    }
  }

  /// Answers in one frame, or in as many as it takes.
  private func answer(
    _ status: CallStatus, initial: MetadataBlock, message: FrameBytes?
  ) async throws {
    if let failure = status.failure {
      let response = CallResponse(
        call: call, outcome: .failure(failure.code, failure.text), initialMetadata: initial,
        trailingMetadata: status.metadata)
      return connection.finish(.response(response))
    }
    guard message != nil || streams else {
      throw RPCError(code: .internalError, message: "The handler ended without a message.")
    }
    if let message, message.count <= MessagePart.maxBytes {
      let response = CallResponse(
        call: call, outcome: .message(message.buffer), initialMetadata: initial,
        trailingMetadata: status.metadata)
      if response.frameBytes <= Frame.maxBytes { return connection.finish(.response(response)) }
    }
    try connection.open(ResponseOpening(call: call, metadata: initial))
    if let message { try await connection.send(message.buffer, of: call) }
    connection.finish(.status(status))
  }

  private func fail(_ error: RPCError) {
    connection.finish(.failure(call, CallStatus.Failure(error.code, error.message)))
  }

  /// The metadata of a handler; what cannot be sent is its fault, not that of the client.
  private static func block(_ metadata: Metadata) throws(RPCError) -> MetadataBlock {
    do throws(RPCError) {
      return try MetadataBlock(metadata)
    } catch {
      throw RPCError(code: .internalError, message: error.message)
    }
  }

  private static let hasStatus = RPCError(
    code: .internalError, message: "The call has its metadata or its status already.")
}
