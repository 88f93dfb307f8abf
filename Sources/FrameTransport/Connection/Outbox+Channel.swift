import NIOCore

extension Outbox.Flush {
  /// Writes what was flushed, and closes the channel afterwards if that was asked for.
  ///
  /// A peer that does not read cannot keep a closing channel for longer than the given time.
  func write(to channel: any Channel, closingWithin closingTime: Duration) {
    guard closes else {
      if bytes.readableBytes > 0 { channel.writeAndFlush(bytes, promise: nil) }
      return
    }
    let forced = channel.eventLoop.scheduleTask(in: TimeAmount(closingTime)) {
      channel.close(promise: nil)
    }
    channel.closeFuture.whenComplete { _ in forced.cancel() }
    channel.writeAndFlush(bytes).whenComplete { _ in channel.close(promise: nil) }
  }
}
