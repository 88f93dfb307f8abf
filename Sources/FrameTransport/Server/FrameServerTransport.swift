public import GRPCCore
public import Logging
import NIOCore
import NIOPosix
import Synchronization

/// A server of the frame wire over TCP.
///
/// `docs/wire.md` says what it speaks.
public final class FrameServerTransport: ServerTransport {
  /// The bytes of messages, as they came from the socket.
  public typealias Bytes = FrameBytes

  private let address: ListenAddress
  private let limits: FrameLimits
  private let security: ServerSecurity
  private let logger: Logger
  private let methods = Mutex<[MethodDescriptor]>([])
  private let state: Mutex<ListenerState<any Channel, ServerConnection>>
  private let boundAddress = Pending<ListenAddress>()
  private let stopped = Pending<Void>()

  /// Creates a server that will listen on an address; port 0 takes a free one.
  public init(
    address: ListenAddress, security: ServerSecurity = .plaintext,
    limits: FrameLimits = FrameLimits(), logger: Logger
  ) {
    self.address = address
    self.security = security
    self.limits = limits
    self.logger = logger
    state = Mutex(ListenerState(maxConnections: limits.maxConnections))
  }

  /// The address that the server really listens on, once it does.
  ///
  /// - Throws: ``FrameTransportError`` when it cannot listen or was shut down before it did.
  public var listeningAddress: ListenAddress {
    get async throws { try await boundAddress.value }
  }

  /// Takes note of the methods that the server has.
  public func configure(context: GRPCServerContext) {
    methods.withLock { $0 = context.methods }
  }

  /// Listens and serves until the server is shut down and the last call has ended.
  ///
  /// Cancelling the task ends the connections at once and cancels their calls. It waits for their
  /// handlers even so: one that ignores its cancellation holds it up.
  ///
  /// - Throws: ``FrameTransportError``.
  public func listen(
    streamHandler: @escaping @Sendable (RPCStream<Inbound, Outbound>, ServerContext) async -> Void
  ) async throws {
    guard state.withLock({ $0.bind() }) else {
      boundAddress.fulfil(.failure(FrameTransportError.notListening))
      throw FrameTransportError.notListening
    }
    let methods = ServedMethods(methods.withLock { $0 }, handler: streamHandler)
    let socket: any Channel
    do {
      let resolved = try SocketAddress.makeAddressResolvingHost(address.host, port: address.port)
      if let complaint = address.complaint(about: resolved) {
        throw FrameTransportError.cannotListen(address, reason: complaint)
      }
      socket = try await bootstrap(methods).bind(to: resolved).get()
    } catch {
      let failure =
        error as? FrameTransportError
        ?? .cannotListen(address, reason: "\(SocketFailure(error))")
      boundAddress.fulfil(.failure(failure))
      throw failure
    }
    await serve(socket)
  }

  /// Takes on no more connections and calls; calls in flight run to their end.
  ///
  /// Those that have not ended within the limit `drainTime` are cancelled, and their connections
  /// ended. ``listen(streamHandler:)`` still waits for handlers that ignore it; whoever cannot wait
  /// for them needs a limit of his own.
  public func beginGracefulShutdown() {
    let stop = stop()
    for connection in stop.connections {
      connection.drain(.shutdown, "The server shuts down.")
    }
    guard stop.progress == .goOn, let socket = stop.socket else { return }
    socket.eventLoop.scheduleTask(in: TimeAmount(limits.drainTime)) {
      self.stopAtOnce("Calls did not end within the drain time.")
    }
  }
}

extension FrameServerTransport {
  private func serve(_ socket: any Channel) async {
    switch state.withLock({ $0.bound(socket) }) {
    case .serve:
      let bound = ListenAddress(
        host: socket.localAddress?.ipAddress ?? address.host,
        port: socket.localAddress?.port ?? address.port)
      boundAddress.fulfil(.success(bound))
    case .close:
      boundAddress.fulfil(.failure(FrameTransportError.notListening))
      socket.close(promise: nil)
    }
    await withTaskCancellationHandler {
      _ = await stopped.settled
    } onCancel: {
      stopAtOnce("The server stops.")
    }
  }

  private func bootstrap(_ methods: ServedMethods) -> ServerBootstrap {
    ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      // Room for all clients of a daemon that restarts: who finds none tries again a second later.
      .serverChannelOption(.backlog, value: 1024)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try self.accept(channel, methods: methods)
        }
      }
  }

  private func accept(_ channel: any Channel, methods: ServedMethods) throws {
    let connection = ServerConnection(
      channel: channel, limits: limits, methods: methods, logger: logger
    ) { connection in
      self.note(self.state.withLock { $0.spent(connection) })
    }
    try security.addHandlers(for: connection, limits, to: channel.pipeline.syncOperations)
    switch state.withLock({ $0.accepted(connection) }) {
    case .serve:
      break
    case .refuse(.tooManyConnections):
      connection.close(
        .tooManyConnections, "This server has as many connections as it allows; try again later.")
    case .refuse(let reason):
      connection.close(reason, "The server shuts down.")
    case .drop:
      channel.eventLoop.execute { channel.close(promise: nil) }
    }
  }

  private func stopAtOnce(_ text: String) {
    for connection in stop().connections {
      connection.close(.shutdown, text)
    }
  }

  private func stop() -> ListenerState<any Channel, ServerConnection>.Stop {
    let stop = state.withLock { $0.stop() }
    stop.socket?.close(promise: nil)
    boundAddress.fulfil(.failure(FrameTransportError.notListening))
    note(stop.progress)
    return stop
  }

  private func note(_ progress: ListenerState<any Channel, ServerConnection>.Progress) {
    if progress == .done { stopped.fulfil(.success(())) }
  }
}
