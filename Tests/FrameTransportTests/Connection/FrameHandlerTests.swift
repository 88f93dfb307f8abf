import Logging
import NIOCore
import NIOEmbedded
import Testing

@testable import FrameTransport

struct FrameHandlerTests {
  @Test func `a server reads no more from a peer that does not read its answers`() throws {
    let channel = EmbeddedChannel()
    let reads = ReadCounter()
    let connection = ServerConnection(
      channel: channel, limits: FrameLimits(), methods: ServedMethods([]) { _, _ in },
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) { _ in }
    try channel.pipeline.syncOperations.addHandlers(
      reads, FrameHandler(connection: connection, limits: FrameLimits()))

    channel.read()
    #expect(reads.count == 1)
    channel.isWritable = false
    channel.read()
    #expect(reads.count == 1, "held back while answers wait")
    channel.pipeline.fireChannelWritabilityChanged()
    #expect(reads.count == 1, "they still wait")
    channel.isWritable = true
    channel.pipeline.fireChannelWritabilityChanged()
    #expect(reads.count == 2, "made up for")
    _ = try channel.finish(acceptAlreadyClosed: true)
  }

  @Test func `a client always reads, so that the two sides never wait for each other`() throws {
    let channel = EmbeddedChannel()
    let reads = ReadCounter()
    let connection = ClientConnection(channel: channel, limits: FrameLimits())
    try channel.pipeline.syncOperations.addHandlers(
      reads, FrameHandler(connection: connection, limits: FrameLimits()))
    channel.isWritable = false
    channel.read()
    #expect(reads.count == 1)
    _ = try channel.finish(acceptAlreadyClosed: true)
  }
}

/// Counts how often a pipeline asks its socket for bytes.
private final class ReadCounter: ChannelOutboundHandler {
  typealias OutboundIn = ByteBuffer

  private(set) var count = 0

  func read(context: ChannelHandlerContext) {
    count += 1
    context.read()
  }
}
