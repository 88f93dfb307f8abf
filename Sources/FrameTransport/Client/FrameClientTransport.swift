public import GRPCCore
import NIOCore
import NIOPosix
import Synchronization

/// A client of the frame wire over TCP.
///
/// The first call connects, and so does the first call after the connection was lost. All calls
/// share the connection. After an attempt that failed the next one waits a little, longer each
/// time. A call fails with the attempt that it waited for; with `waitForReady` it waits for as
/// many as it takes. `docs/wire.md` says what is spoken.
public final class FrameClientTransport: ClientTransport {
  /// The bytes of messages, as they came from the socket.
  public typealias Bytes = FrameBytes

  private let target: ListenAddress
  private let security: ClientSecurity
  private let limits: FrameLimits
  private let link = Mutex(ClientLink<ClientConnection>())
  private let dialling = Mutex<Task<Void, Never>?>(nil)
  private let closed = Pending<Void>()
  private let methodConfigs: [MethodConfig.Name: MethodConfig]

  /// What limits retries, as the service configuration says.
  public let retryThrottle: RetryThrottle?

  /// Creates a client of the server at an address; nothing is connected yet.
  public init(
    target: ListenAddress, security: ClientSecurity = .plaintext,
    limits: FrameLimits = FrameLimits(), serviceConfig: ServiceConfig = ServiceConfig()
  ) {
    self.target = target
    self.security = security
    self.limits = limits
    retryThrottle = serviceConfig.retryThrottling.map(RetryThrottle.init(policy:))
    methodConfigs = Dictionary(
      serviceConfig.methodConfig.flatMap { config in config.names.map { ($0, config) } },
      uniquingKeysWith: { _, last in last })
  }

  /// The configuration of the method, else of its service, else of all.
  public func config(forMethod descriptor: MethodDescriptor) -> MethodConfig? {
    let service = descriptor.service.fullyQualifiedService
    return methodConfigs[MethodConfig.Name(service: service, method: descriptor.method)]
      ?? methodConfigs[MethodConfig.Name(service: service)]
      ?? methodConfigs[MethodConfig.Name(service: "")]
  }

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
  /// - Throws: `RPCError`: `.failedPrecondition` when the client is shut down, `.cancelled` when
  ///   the task is, `.unavailable` when the server cannot be reached; and what the closure throws.
  public func withStream<T: Sendable>(
    descriptor: MethodDescriptor,
    options: CallOptions,
    _ closure: (RPCStream<Inbound, Outbound>, ClientContext) async throws -> T
  ) async throws -> T {
    let opened = link.withLock { $0.open(isUsable: \.isOpen) }
    if case .refuse = opened { throw RPCError.closedByClient }
    defer { finish(link.withLock { $0.end() }) }
    do {
      let connection = try await connection(opened, options)
      let peers = connection.peers
      let call = ClientCall(descriptor, on: connection) {
        try await self.connection(self.link.withLock { $0.again(isUsable: \.isOpen) }, options)
      }
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
  /// The connection for a call, waited for as its options say.
  private func connection(
    _ opened: ClientLink<ClientConnection>.Opened, _ options: CallOptions
  ) async throws -> ClientConnection {
    var opened = opened
    while true {
      do {
        return try await connection(opened)
      } catch let error as RPCError where error.code == .unavailable {
        guard options.waitForReady == true else { throw error }
        opened = link.withLock { $0.again(isUsable: \.isOpen) }
      }
    }
  }

  private func connection(
    _ opened: ClientLink<ClientConnection>.Opened
  ) async throws -> ClientConnection {
    switch opened {
    case .use(let connection):
      return connection
    case .wait(let pending):
      return try await pending.value
    case .connect(let pending, let notBefore):
      // Its own task, because others may wait for the connection that this call gives up.
      let task = Task { await connect(pending, notBefore: notBefore) }
      dialling.withLock { $0 = task }
      return try await pending.value
    case .refuse:
      throw RPCError.closedByClient
    }
  }

  private func connect(
    _ pending: Pending<ClientConnection>, notBefore: ContinuousClock.Instant?
  ) async {
    do {
      if let notBefore { try await Task.sleep(until: notBefore, clock: .continuous) }
      let connection = try await dial()
      finish(link.withLock { $0.connected(connection) })
      pending.fulfil(.success(connection))
    } catch {
      link.withLock { link in
        var generator = SystemRandomNumberGenerator()
        link.failed(at: .now, Backoff(limits), using: &generator)
      }
      pending.fulfil(.failure(RPCError(anyError: error)))
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
            try self.security.addHandlers(
              for: connection, of: self.target, self.limits, to: channel.pipeline.syncOperations)
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
      if let complaint = target.complaint(about: connection.remoteAddress) {
        throw RPCError(code: .unavailable, message: "Cannot connect to \(target): \(complaint).")
      }
      try await connection.ready
    } catch {
      let error = RPCError(anyError: error)
      // Nobody is going to use it, whoever gave up the wait.
      connection.close(GoAway(.shutdown, lastCall: 0, text: "The client stops."), error)
      guard let failure = error.cause as? SecurityFailure else { throw error }
      throw RPCError(
        code: .unavailable, message: "Cannot connect to \(target): \(failure)", cause: failure)
    }
    return connection
  }

  private func finish(_ ended: ClientLink<ClientConnection>.Ended) {
    guard case .closed(let connection) = ended else { return }
    connection?.leave()
    dialling.withLock { $0 }?.cancel()
    closed.fulfil(.success(()))
  }

  private func abort() {
    let (connection, pending) = link.withLock { $0.abort() }
    connection?.close(
      GoAway(.shutdown, lastCall: 0, text: "The client stops."), .cancelledByCaller)
    dialling.withLock { $0 }?.cancel()
    pending?.fulfil(.failure(RPCError.cancelledByCaller))
    closed.fulfil(.success(()))
  }
}
