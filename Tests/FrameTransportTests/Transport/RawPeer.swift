import NIOCore
import NIOPosix
import NIOSSL
import NIOTLS
import Testing

@testable import FrameTransport

/// A peer that speaks bytes, whatever they are.
enum RawPeer {
  /// Connects, sends the bytes, within TLS or not, and reads until the server closes.
  static func exchange(
    _ address: ListenAddress, sending bytes: ByteBuffer, _ security: ClientSecurity = .plaintext
  ) async throws -> ByteBuffer {
    let received = Pending<ByteBuffer>()
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if let context = security.context {
            try channel.pipeline.syncOperations.addHandler(
              NIOSSLClientHandler(context: context, serverHostname: nil))
          }
          try channel.pipeline.syncOperations.addHandler(Collecting(into: received))
        }
      }
      .connect(host: address.host, port: address.port).get()
    channel.writeAndFlush(bytes, promise: nil)
    return try await received.value
  }

  /// Connects, sends the frames, within TLS or not, and never reads, or no more once TLS stands.
  static func connectDeaf(
    _ address: ListenAddress, sending frames: [AnyFrame], _ security: ClientSecurity = .plaintext
  ) async throws -> any Channel {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelOption(.autoRead, value: security.context != nil)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          guard let context = security.context else { return }
          try channel.pipeline.syncOperations.addHandlers(
            NIOSSLClientHandler(context: context, serverHostname: nil), Deafening())
        }
      }
      .connect(host: address.host, port: address.port).get()
    try await channel.writeAndFlush(frames.map(\.encoded).joined)
    return channel
  }

  /// Listens; whatever a client sends first is answered with the bytes, and `then` decides.
  static func withServer<Result: Sendable>(
    answering bytes: ByteBuffer, then ending: Ending,
    _ body: (ListenAddress) async throws -> Result
  ) async throws -> Result {
    let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Answering(bytes: bytes, ending: ending))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let port = try #require(server.localAddress?.port)
    let result = try await body(ListenAddress(host: "127.0.0.1", port: port))
    try await server.close()
    return result
  }

  /// Listens; a client's first bytes have one answer, and its next ones another.
  static func withServer<Result: Sendable>(
    answering bytes: ByteBuffer, thenAnswering more: ByteBuffer,
    _ body: (ListenAddress) async throws -> Result
  ) async throws -> Result {
    try await withServer(answering: bytes, then: .answer(more), body)
  }

  /// What the server does after its answer.
  enum Ending: Sendable {
    case staySilent
    case closeAtNextBytes
    case answer(ByteBuffer)
  }

  /// Stops reading when TLS stands.
  private final class Deafening: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
      guard case .handshakeCompleted = event as? TLSUserEvent else { return }
      context.channel.setOption(.autoRead, value: false).whenFailure { error in
        Issue.record("the peer reads on: \(error)")
      }
    }
  }

  private final class Collecting: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let all: Pending<ByteBuffer>
    private var received = ByteBuffer()

    init(into all: Pending<ByteBuffer>) {
      self.all = all
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      received.writeImmutableBuffer(unwrapInboundIn(data))
    }

    func channelInactive(context: ChannelHandlerContext) {
      all.fulfil(.success(received))
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      all.fulfil(.failure(error))
    }
  }

  private final class Answering: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let bytes: ByteBuffer
    private let ending: Ending
    private var hasAnswered = false

    init(bytes: ByteBuffer, ending: Ending) {
      self.bytes = bytes
      self.ending = ending
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      switch (hasAnswered, ending) {
      case (false, _):
        hasAnswered = true
        context.channel.writeAndFlush(bytes, promise: nil)
      case (true, .closeAtNextBytes):
        context.close(promise: nil)
      case (true, .answer(let more)):
        context.channel.writeAndFlush(more, promise: nil)
      case (true, .staySilent):
        break
      }
    }
  }
}
