import NIOCore

/// The bytes that a connection has still to write.
///
/// Any thread appends, under the lock of the connection. The first one that finds no flush
/// under way has to schedule one, so that frames of many calls leave in one write.
struct Outbox: Sendable {
  private var bytes = ByteBuffer()
  private var hasNews = false
  private var isFlushScheduled = false
  private var isEnding = false

  /// Whether the caller has to schedule a flush.
  enum Due: Hashable {
    case scheduleFlush
    case nothing
  }

  /// What a flush has to write.
  struct Flush {
    let bytes: ByteBuffer
    /// Whether the connection is to be closed once the bytes are written.
    let closes: Bool
  }

  /// Whether the socket takes what is written; where it does not, the peer does not read.
  var isWritable = true

  /// How many bytes may wait for a flush before streams wait too.
  static let maxHeldBytes = 262_144

  /// How many bytes wait for the next flush.
  var heldBytes: Int { bytes.readableBytes }

  /// Whether streams may go on.
  ///
  /// Credit alone would not do: a peer can give it and not read.
  var hasRoom: Bool { isWritable && heldBytes < Self.maxHeldBytes }

  /// Appends a frame; after ``end()`` it is dropped.
  mutating func append(_ body: some FrameBody) {
    guard !isEnding else { return }
    bytes.writeFrame(body)
    hasNews = true
  }

  /// Asks for the connection to be closed after what was appended so far.
  mutating func end() {
    guard !isEnding else { return }
    isEnding = true
    hasNews = true
  }

  /// Whether a flush is to be scheduled for what was appended; each one is asked for once.
  mutating func due() -> Due {
    guard hasNews, !isFlushScheduled else { return .nothing }
    isFlushScheduled = true
    return .scheduleFlush
  }

  /// Takes everything out for the flush that was scheduled.
  mutating func flush() -> Flush {
    isFlushScheduled = false
    hasNews = false
    let flushed = Flush(bytes: bytes, closes: isEnding)
    bytes = ByteBuffer()
    return flushed
  }
}
