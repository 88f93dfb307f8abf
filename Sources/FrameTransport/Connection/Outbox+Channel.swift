import NIOCore

extension Outbox.Flush {
  /// Writes what was flushed, and ends the channel afterwards if that was asked for.
  ///
  /// A peer that does not read keeps an ending channel for at most `drainTime`. One that has been
  /// told everything keeps it until it closes too, for at most `lingerTime`: to close with bytes
  /// of the peer unread would be a reset, and a reset can overtake the GOAWAY.
  func write(to channel: any Channel, limits: FrameLimits) {
    guard closes else {
      if bytes.readableBytes > 0 { channel.writeAndFlush(bytes, promise: nil) }
      return
    }
    Self.close(channel, within: limits.drainTime)
    channel.writeAndFlush(bytes).whenComplete { _ in
      channel.close(mode: .output, promise: nil)
      Self.close(channel, within: limits.lingerTime)
    }
  }

  private static func close(_ channel: any Channel, within time: Duration) {
    let forced = channel.eventLoop.scheduleTask(in: TimeAmount(time)) {
      channel.close(promise: nil)
    }
    channel.closeFuture.whenComplete { _ in forced.cancel() }
  }
}
