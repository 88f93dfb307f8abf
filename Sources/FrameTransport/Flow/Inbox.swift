import NIOCore

/// What a call receives, part by part.
protocol ReceivedPart: Sendable {
  static func message(_ bytes: ByteBuffer) -> Self
}

/// What has come for a call and was not read yet, and the message that is still coming.
///
/// A message costs its sender credit until it is read. A message that is still coming can only be
/// waited for: once its reader does, its parts are given back as they come, so that a message may
/// be longer than the credit.
struct Inbox<Part: ReceivedPart>: Sendable {
  private(set) var credit: ReceiveCredit
  private let maxMessageBytes: Int
  private var ready = CircularBuffer<Entry>()
  private var partial = ByteBuffer()
  private var partialCost = 0
  private var phase = Phase.betweenMessages
  private var isAwaited = false

  private struct Entry {
    let part: Part
    let cost: Int
  }

  private enum Phase {
    case betweenMessages
    case withinMessage
    case ended
  }

  init(limits: FrameLimits) {
    credit = ReceiveCredit(limits.callCredit)
    maxMessageBytes = limits.maxMessageBytes
  }

  var isWithinMessage: Bool { phase == .withinMessage }
  var hasEnded: Bool { phase == .ended }
  var isEmpty: Bool { ready.isEmpty }

  /// What everything kept here cost.
  var heldCost: Int { ready.reduce(partialCost) { $0 + $1.cost } }

  /// What a part of a message leads to.
  enum Receipt: Hashable {
    case held
    /// A message is whole and its reader waits.
    case wake
    /// A part was taken on for the reader who waits; it cost so much.
    case takenOn(cost: Int)
    /// The message is longer than the limit: the call is to be failed.
    case tooLarge
  }

  /// Takes a part of a message; it is copied, so that nothing else of what was read is kept.
  ///
  /// - Throws: `.creditExceeded`.
  mutating func receive(_ part: MessagePart) throws(WireError) -> Receipt {
    try credit.receive(part.cost, of: part.call)
    partialCost += part.cost
    guard partial.readableBytes + part.bytes.readableBytes <= maxMessageBytes else {
      return .tooLarge
    }
    partial.writeImmutableBuffer(part.bytes)
    switch part.ending {
    case .nothing:
      phase = .withinMessage
      return isAwaited && ready.isEmpty ? .takenOn(cost: takePartialCost()) : .held
    case .message, .stream:
      phase = .betweenMessages
      ready.append(Entry(part: .message(partial), cost: takePartialCost()))
      partial = ByteBuffer()
      return wake() ? .wake : .held
    }
  }

  /// Appends what is no message; true when the reader waits for it.
  mutating func append(_ part: Part) -> Bool {
    ready.append(Entry(part: part, cost: 0))
    return wake()
  }

  /// Appends the last of all parts; true when the reader waits for it.
  mutating func end(_ part: Part) -> Bool {
    phase = .ended
    return append(part)
  }

  /// Expects nothing at all.
  mutating func close() {
    phase = .ended
  }

  /// Throws away what was not read; the result is what it cost.
  mutating func discard() -> Int {
    let cost = heldCost
    ready.removeAll()
    partial = ByteBuffer()
    partialCost = 0
    return cost
  }

  /// What a reader gets.
  enum Next {
    case part(Part, cost: Int)
    /// Nothing yet; the message that is coming has cost so much so far.
    case wait(cost: Int)
  }

  mutating func next() -> Next {
    if let entry = ready.popFirst() { return .part(entry.part, cost: entry.cost) }
    isAwaited = true
    return .wait(cost: takePartialCost())
  }

  /// Gives back what was used up, to the call while it lasts and to the connection.
  mutating func release(
    _ cost: Int, of call: UInt32, flow: inout ConnectionFlow, outbox: inout Outbox
  ) {
    guard cost > 0 else { return }
    if phase != .ended, let bytes = credit.release(cost) {
      outbox.append(Credit(call: call, bytes: bytes))
    }
    flow.release(cost, to: &outbox)
  }

  private mutating func wake() -> Bool {
    defer { isAwaited = false }
    return isAwaited
  }

  private mutating func takePartialCost() -> Int {
    defer { partialCost = 0 }
    return partialCost
  }
}
