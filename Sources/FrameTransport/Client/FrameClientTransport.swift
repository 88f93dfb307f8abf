public import GRPCCore
import NIOCore
import NIOPosix
import Synchronization

/// A client of the frame wire over TCP.
///
/// The first call connects, and so does the first call after the connection was lost. All calls
/// share the connection. `docs/wire.md` says what it speaks; it carries unary calls.
public final class FrameClientTransport: ClientTransport {
  /// The bytes of messages, as they came from the socket.
  public typealias Bytes = FrameBytes

  private let target: ListenAddress
  private let limits: FrameLimits
  private let link = Mutex(ClientLink<ClientConnection>())
  private let closed = Pending<Void>()

  /// Creates a client of the server at an address; nothing is connected yet.
  public init(target: ListenAddress, limits: FrameLimits = FrameLimits()) {
    self.target = target
    self.limits = limits
  }

  /// None: the caller decides what may be tried again.
  public var retryThrottle: RetryThrottle? { nil }

  /// None: options come with the call.
  public func config(forMethod descriptor: MethodDescriptor) -> MethodConfig? { nil }

  /// Runs until the client is shut down and its last call has ended.
  ///
  /// Cancelling the task ends every call with `.cancelled`.
  public func connect() async throws {
    await withTaskCancellationHandler {
      _ = await closed.settled
    } onCancel: {
      abort()
    }
  }

  /// Begins no more calls; those that were begun run to their end.
  public func beginGracefulShutdown() {
    finish(link.withLock { $0.close() })
  }

  /// Makes a call.
  ///
  /// - Throws: `RPCError`: `.unimplemented` for a method that streams, `.failedPrecondition` when
  ///   the client is shut down, `.cancelled` when the task is, `.unavailable` when the server
  ///   cannot be reached; and what the closure throws.
  public func withStream<T: Sendable>(
    descriptor: MethodDescriptor,
    options: CallOptions,
    _ closure: (RPCStream<Inbound, Outbound>, ClientContext) async throws -> T
  ) async throws -> T {
    switch descriptor.type {
    case .unary, nil:
      break
    case .clientStreaming, .serverStreaming, .bidirectionalStreaming:
      throw RPCError(
        code: .unimplemented,
        message: "'\(descriptor)' streams; this wire carries one message each way for now.")
    }
    let opened = link.withLock { $0.open(isUsable: \.isOpen) }
    if case .refuse = opened { throw RPCError.closedByClient }
    defer { finish(link.withLock { $0.end() }) }
    do {
      let connection = try await connection(opened)
      let peers = connection.peers
      let call = ClientCall(descriptor, on: connection)
      defer { call.abandon() }
      return try await closure(
        RPCStream(
          descriptor: descriptor, inbound: RPCAsyncSequence(wrapping: ResponseParts(call: call)),
          outbound: RPCWriter.Closable(wrapping: call)),
        ClientContext(
          descriptor: descriptor, remotePeer: peers.remote, localPeer: peers.local))
    } catch is CancellationError {
      throw RPCError.cancelledByCaller
    }
  }
}

extension FrameClientTransport {
  private func connection(
    _ opened: ClientLink<ClientConnection>.Opened
  ) async throws -> ClientConnection {
    switch opened {
    case .use(let connection):
      return connection
    case .wait(let pending):
      return try await pending.value
    case .connect(let pending):
      // Its own task, because others may wait for the connection that this call gives up.
      Task { await connect(pending) }
      return try await pending.value
    case .refuse:
      throw RPCError.closedByClient
    }
  }

  private func connect(_ pending: Pending<ClientConnection>) async {
    do throws(RPCError) {
      let connection = try await dial()
      finish(link.withLock { $0.connected(connection) })
      pending.fulfil(.success(connection))
    } catch {
      link.withLock { $0.failed() }
      pending.fulfil(.failure(error))
    }
  }

  /// Makes a TCP connection and shakes hands.
  private func dial() async throws(RPCError) -> ClientConnection {
    let connection: ClientConnection
    do {
      connection = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .channelOption(.tcpOption(.tcp_nodelay), value: 1)
        .connectTimeout(TimeAmount(limits.connectTime))
        .connect(host: target.host, port: target.port) { channel in
          channel.eventLoop.makeCompletedFuture {
            let connection = ClientConnection(channel: channel, limits: self.limits)
            try channel.pipeline.syncOperations.addHandler(
              FrameHandler(connection: connection, limits: self.limits))
            return connection
          }
        }
    } catch {
      throw RPCError(
        code: .unavailable,
        message: "Cannot connect to \(target): \(SocketFailure(error)). "
          + "Is the server running there?")
    }
    do {
      try await connection.ready
    } catch {
      throw RPCError(anyError: error)
    }
    return connection
  }

  private func finish(_ ended: ClientLink<ClientConnection>.Ended) {
    guard case .closed(let connection) = ended else { return }
    connection?.leave()
    closed.fulfil(.success(()))
  }

  private func abort() {
    let (connection, pending) = link.withLock { $0.abort() }
    connection?.close(.cancelledByCaller)
    pending?.fulfil(.failure(RPCError.cancelledByCaller))
    closed.fulfil(.success(()))
  }
}
