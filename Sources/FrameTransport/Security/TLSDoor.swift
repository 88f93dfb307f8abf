import NIOCore

/// Looks at the first byte of a peer that is to speak TLS, and turns away whoever does not.
///
/// It stands before the handler of TLS, which would answer with an alert that such a peer cannot
/// read: the door can still say it in a frame.
final class TLSDoor: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// What a peer without TLS is told; nothing when it has spoken to us first.
  private let farewell: GoAway?
  private let lingerTime: Duration
  private let onStranger: () -> Void
  private var isClosed = false
  private var linger: Scheduled<Void>?

  init(farewell: GoAway?, lingerTime: Duration, onStranger: @escaping () -> Void) {
    self.farewell = farewell
    self.lingerTime = lingerTime
    self.onStranger = onStranger
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isClosed, let first = unwrapInboundIn(data).readableBytesView.first else { return }
    guard ByteBuffer.tlsRecords.contains(first) else { return turnAway(context: context) }
    context.fireChannelRead(data)
    context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
  }

  private func turnAway(context: ChannelHandlerContext) {
    isClosed = true
    onStranger()
    guard let farewell else { return context.close(promise: nil) }
    var bytes = ByteBuffer()
    bytes.writeFrame(farewell)
    context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
    context.close(mode: .output, promise: nil)
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    linger = context.eventLoop.scheduleTask(in: TimeAmount(lingerTime)) {
      bound.value.close(promise: nil)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    linger?.cancel()
    context.fireChannelInactive()
  }
}

extension ByteBuffer {
  /// The first byte of any record of TLS; a frame that began so would be far too long.
  static let tlsRecords: ClosedRange<UInt8> = 0x14...0x17

  /// Whether these are the first bytes of a peer that speaks TLS.
  var beginsTLS: Bool {
    guard let (record, major) = peekMultipleIntegers(as: (UInt8, UInt8).self) else { return false }
    return Self.tlsRecords.contains(record) && major == 3
  }
}
