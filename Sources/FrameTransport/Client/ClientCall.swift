import GRPCCore
import NIOCore
import Synchronization

/// One call at its client: sends what GRPCCore writes, as one request where it can be.
///
/// A call that the server has not begun is made again on another connection: always when this
/// side finds the connection going away, and a whole request also when the server says so.
final class ClientCall: Sendable {
  private enum State {
    /// Nothing was sent.
    case collecting(Metadata, FrameBytes?)
    case begun(Place)
    case ended
  }

  /// Where a call is.
  private struct Place {
    let connection: ClientConnection
    let call: UInt32
    let request: OutgoingCall
  }

  private let method: String
  private let streams: Bool
  private let first: ClientConnection
  private let reconnect: @Sendable () async throws -> ClientConnection
  private let state = Mutex(State.collecting([:], nil))
  private let begun = Pending<Void>()

  /// How many connections a call that is not begun is tried on.
  static let maxAttempts = 3

  init(
    _ descriptor: MethodDescriptor, on connection: ClientConnection,
    reconnect: @escaping @Sendable () async throws -> ClientConnection
  ) {
    method = descriptor.fullyQualifiedMethod
    // A method of unknown type may take more than one message.
    streams = descriptor.type?.isRequestStreaming ?? true
    first = connection
    self.reconnect = reconnect
  }

  /// What comes next from the server.
  ///
  /// - Throws: `RPCError`.
  func next() async throws -> ResponsePart {
    do {
      try await begun.value
      for attempt in 1... {
        guard let place else { break }
        let part = try await place.connection.next(place.call)
        guard case .notBegun(let error) = part else { return part }
        guard case .whole = place.request.content, attempt < Self.maxAttempts else { throw error }
        try await begin(place.request, on: try await reconnect())
      }
      throw RPCError.cancelledByCaller
    } catch {
      throw RPCError(anyError: error)
    }
  }

  /// Gives the call up: the server is told, unless it has answered.
  func abandon() {
    let state = state.withLock { state in
      defer { state = .ended }
      return state
    }
    if case .begun(let place) = state { place.connection.abandon(place.call) }
    begun.fulfil(.failure(RPCError.cancelledByCaller))
  }
}

extension ClientCall: ClosableRPCWriterProtocol {
  typealias Element = RPCRequestPart<FrameBytes>

  /// Takes one part; waits until the server gives credit for a message of a stream.
  ///
  /// - Throws: `.internalError` at a second message of one, and what
  ///   ``ClientConnection/send(_:of:endsStream:)`` throws.
  func write(_ part: Element) async throws {
    switch part {
    case .metadata(let metadata) where streams:
      try await begin(metadata, .stream)
    case .metadata(let metadata):
      try collect { $0 = .collecting(metadata, nil) }
    case .message(let bytes) where streams:
      guard let place else { throw RPCError.writtenInVain }
      try await place.connection.send(bytes.buffer, of: place.call, endsStream: false)
    case .message(let bytes):
      try collect { state throws(RPCError) in
        guard case .collecting(let metadata, nil) = state else { throw Self.oneMessage }
        state = .collecting(metadata, bytes)
      }
    }
  }

  func write(contentsOf parts: some Sequence<Element>) async throws {
    for part in parts {
      try await write(part)
    }
  }

  /// Ends the stream, or sends the request.
  func finish() async {
    do {
      switch state.withLock(\.self) {
      case .begun(let place):
        place.connection.halfClose(place.call)
      case .collecting(let metadata, let message?):
        try await send(metadata, message)
      case .collecting(_, nil):
        throw RPCError(code: .internalError, message: "The request ended without a message.")
      case .ended:
        break
      }
    } catch {
      await finish(throwing: error)
    }
  }

  /// Ends the call, unless the server has; the reader gets the error.
  func finish(throwing error: any Error) async {
    let error = RPCError(anyError: error)
    if let place { place.connection.giveUp(place.call, error) }
    begun.fulfil(.failure(error))
  }
}

extension ClientCall {
  private var place: Place? {
    guard case .begun(let place) = state.withLock(\.self) else { return nil }
    return place
  }

  private func collect(_ change: (inout State) throws(RPCError) -> Void) throws(RPCError) {
    try state.withLock { state throws(RPCError) in
      guard case .collecting = state else { throw .writtenInVain }
      try change(&state)
    }
  }

  /// Sends a request of one message, in one frame where it fits.
  private func send(_ metadata: Metadata, _ message: FrameBytes) async throws {
    guard message.count > MessagePart.maxBytes else {
      return try await begin(metadata, .whole(message.buffer))
    }
    try await begin(metadata, .stream)
    guard let place else { throw RPCError.writtenInVain }
    do {
      try await place.connection.send(message.buffer, of: place.call, endsStream: true)
    } catch let error as RPCError where error == .writtenInVain {
      // The server has answered before it read everything.
    }
  }

  private func begin(_ metadata: Metadata, _ content: CallRequest.Content) async throws {
    let call = OutgoingCall(
      method: method, metadata: try MetadataBlock(metadata), content: content)
    try await begin(call, on: first)
    begun.fulfil(.success(()))
  }

  /// Begins the call, on the connection or another one when that one is going away.
  private func begin(_ call: OutgoingCall, on connection: ClientConnection) async throws {
    var connection = connection
    for attempt in 1... {
      switch connection.begin(call) {
      case .begun(let number):
        return try enter(Place(connection: connection, call: number, request: call))
      case .refuse(let error):
        throw error
      case .elsewhere(let error):
        guard attempt < Self.maxAttempts else { throw error }
        connection = try await reconnect()
      }
    }
  }

  private func enter(_ place: Place) throws(RPCError) {
    let isWanted = state.withLock { state in
      if case .ended = state { return false }
      state = .begun(place)
      return true
    }
    guard isWanted else {
      place.connection.abandon(place.call)
      throw .cancelledByCaller
    }
  }

  private static let oneMessage = RPCError(
    code: .internalError, message: "The method takes one message.")
}
