import NIOCore

/// What a sender may still send.
///
/// A message may be sent while the balance is above zero, whatever it costs; so the balance may
/// go below zero by one part, and nobody has to cut messages to fit.
struct SendCredit: Hashable, Sendable {
  private(set) var balance: Int

  init(_ initial: UInt32) {
    balance = Int(initial)
  }

  var isOpen: Bool { balance > 0 }

  mutating func take(_ cost: Int) {
    balance -= cost
  }

  /// Adds what the peer gives.
  ///
  /// - Throws: `.creditOverflow`.
  mutating func add(_ credit: Credit) throws(WireError) {
    guard balance + Int(credit.bytes) <= Int(Int32.max) else { throw .creditOverflow(credit.call) }
    balance += Int(credit.bytes)
  }
}

/// What a receiver has allowed its peer to send.
///
/// At any time the window is what the peer may still send, and what has come and is kept, and
/// what has been used up and is owed to the peer.
struct ReceiveCredit: Hashable, Sendable {
  /// What the peer may still send; below zero by what it was allowed to overdraw.
  private(set) var available: Int
  /// What has been used up and was not given back yet.
  private(set) var owed = 0

  init(_ window: Int) {
    available = window
  }

  /// Notes a message that may only come while there is credit.
  ///
  /// - Throws: `.creditExceeded`.
  mutating func receive(_ cost: Int, of call: UInt32) throws(WireError) {
    guard available > 0 else { throw .creditExceeded(call) }
    available -= cost
  }

  /// Notes a whole request or response, which may always come.
  mutating func overdraw(_ cost: Int) {
    available -= cost
  }

  /// Notes that something was used up; the result is what to give back now.
  ///
  /// It waits until as much is owed as the peer may still send: seldom while the peer has plenty,
  /// and at once when it has nothing, so that nobody waits for a rest that is never given.
  mutating func release(_ cost: Int) -> UInt32? {
    owed += cost
    guard owed > 0, owed >= available else { return nil }
    defer {
      available += owed
      owed = 0
    }
    return UInt32(owed)
  }
}

/// The credit of a connection, which all its calls share.
struct ConnectionFlow: Hashable, Sendable {
  var sending: SendCredit
  var receiving: ReceiveCredit

  init(peer: Hello, limits: FrameLimits) {
    sending = SendCredit(peer.connectionCredit)
    receiving = ReceiveCredit(limits.connectionCredit)
  }

  /// Gives back what was used up, when it is time.
  mutating func release(_ cost: Int, to outbox: inout Outbox) {
    guard cost > 0, let bytes = receiving.release(cost) else { return }
    outbox.append(Credit(call: 0, bytes: bytes))
  }

  /// Notes a whole request or response, which is used up as it comes.
  mutating func receiveWhole(_ message: ByteBuffer, outbox: inout Outbox) {
    let cost = MessagePart.cost(message)
    receiving.overdraw(cost)
    release(cost, to: &outbox)
  }

  /// Notes a message that its call keeps until it is read.
  ///
  /// What other calls have used up may be due by it: they are not to wait for this one's reader.
  ///
  /// - Throws: `.creditExceeded`.
  mutating func receive(_ part: MessagePart, outbox: inout Outbox) throws(WireError) {
    try receiving.receive(part.cost, of: 0)
    guard let bytes = receiving.release(0) else { return }
    outbox.append(Credit(call: 0, bytes: bytes))
  }

  /// Notes a message of a call that has ended here.
  ///
  /// - Throws: `.creditExceeded`.
  mutating func passOver(_ part: MessagePart, outbox: inout Outbox) throws(WireError) {
    try receiving.receive(part.cost, of: 0)
    release(part.cost, to: &outbox)
  }
}
