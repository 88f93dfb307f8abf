import Logging
import NIOCore
import NIOEmbedded
import Testing

@testable import FrameTransport

/// A client and a server within TLS, without sockets: bytes go over as the test says.
struct EmbeddedTLS {
  let client: EmbeddedChannel
  let server: EmbeddedChannel
  let connection: ClientConnection

  init(_ wire: Wire) throws {
    (client, connection) = try Self.client(wire.client)
    server = EmbeddedChannel()
    let serving = ServerConnection(
      channel: server, limits: FrameLimits(), methods: ServedMethods([]) { _, _ in },
      logger: .silent
    ) { _ in }
    try wire.server.addHandlers(for: serving, FrameLimits(), to: server.pipeline.syncOperations)
    server.connect(to: try Self.address, promise: nil)
    server.embeddedEventLoop.run()
  }

  /// A client that has begun its handshake.
  static func client(
    _ security: ClientSecurity
  ) throws -> (EmbeddedChannel, ClientConnection) {
    let channel = EmbeddedChannel()
    let connection = ClientConnection(channel: channel, limits: FrameLimits())
    try security.addHandlers(
      for: connection, of: ListenAddress(host: "localhost", port: 1), FrameLimits(),
      to: channel.pipeline.syncOperations)
    channel.connect(to: try Self.address, promise: nil)
    channel.embeddedEventLoop.run()
    return (channel, connection)
  }

  /// Carries over what either side has written, in pieces, until neither writes any more.
  func exchange(piecesOf size: Int) throws {
    while try carry(client, server, size) || carry(server, client, size) {}
  }

  private func carry(
    _ from: EmbeddedChannel, _ to: EmbeddedChannel, _ size: Int
  ) throws -> Bool {
    from.embeddedEventLoop.run()
    var hasWritten = false
    while var bytes = try from.readOutbound(as: ByteBuffer.self) {
      hasWritten = true
      while let piece = bytes.readSlice(length: min(size, bytes.readableBytes)),
        piece.readableBytes > 0
      {
        try to.writeInbound(piece)
        to.embeddedEventLoop.run()
      }
    }
    return hasWritten
  }

  private static var address: SocketAddress {
    get throws { try SocketAddress(ipAddress: "127.0.0.1", port: 1) }
  }
}

struct EmbeddedTLSTests {
  @Test(arguments: [1, 2, 7, 4096])
  func `bytes come in pieces of any size, and the connection opens`(size: Int) throws {
    let peers = try EmbeddedTLS(try .tls())
    try peers.exchange(piecesOf: size)
    #expect(peers.connection.isOpen)
    peers.client.close(promise: nil)
    try peers.exchange(piecesOf: size)
    #expect(!peers.server.isActive, "the end of TLS came over too")
  }
}
