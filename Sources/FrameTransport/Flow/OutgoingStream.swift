import NIOCore

/// A message on its way into MESSAGE frames.
struct OutgoingMessage: Sendable {
  /// What has not been sent yet.
  fileprivate(set) var rest: ByteBuffer
  /// Whether a part of it was sent.
  fileprivate(set) var isBegun = false
  let endsStream: Bool

  init(_ bytes: ByteBuffer, endsStream: Bool = false) {
    rest = bytes
    self.endsStream = endsStream
  }
}

/// The messages of one call at their sender.
struct OutgoingStream: Hashable, Sendable {
  private(set) var phase = Phase.betweenMessages
  var credit: SendCredit

  enum Phase: Hashable {
    case betweenMessages
    /// Parts of a message were sent and others were not.
    case withinMessage
    case ended
  }

  init(credit: UInt32) {
    self.credit = SendCredit(credit)
  }

  /// How far a message got.
  enum Sent: Hashable {
    case all
    /// The rest waits for credit, for room, or for another message to end.
    case wait
    case ended
  }

  /// Sends as much of a message as there is credit and room for.
  mutating func send(
    _ message: inout OutgoingMessage, of call: UInt32, flow: inout ConnectionFlow,
    outbox: inout Outbox
  ) -> Sent {
    switch phase {
    case .ended: return .ended
    case .withinMessage where !message.isBegun: return .wait
    case .withinMessage, .betweenMessages: break
    }
    while credit.isOpen, flow.sending.isOpen, outbox.hasRoom {
      let count = min(message.rest.readableBytes, MessagePart.maxBytes)
      let bytes = message.rest.readSlice(length: count) ?? ByteBuffer()
      let isLast = message.rest.readableBytes == 0
      let part = MessagePart(
        call: call, bytes: bytes,
        ending: !isLast ? .nothing : message.endsStream ? .stream : .message)
      outbox.append(part)
      credit.take(part.cost)
      flow.sending.take(part.cost)
      message.isBegun = true
      switch part.ending {
      case .nothing:
        phase = .withinMessage
      case .message:
        phase = .betweenMessages
        return .all
      case .stream:
        phase = .ended
        return .all
      }
    }
    return .wait
  }

  /// Sends no more.
  mutating func end() {
    phase = .ended
  }
}
