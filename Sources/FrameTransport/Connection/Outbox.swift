import NIOCore

/// The bytes that a connection has still to write.
///
/// Any thread appends, under the lock of the connection. The first one that finds no flush
/// under way has to schedule one, so that frames of many calls leave in one write.
struct Outbox: Sendable {
  private var bytes = ByteBuffer()
  private var isFlushScheduled = false
  private var isEnding = false

  /// Whether the caller has to schedule a flush.
  enum Append: Hashable {
    case scheduleFlush
    case nothing

    /// What two of them ask for together.
    func or(_ other: Append) -> Append {
      self == .scheduleFlush ? self : other
    }
  }

  /// What a flush has to write.
  struct Flush {
    let bytes: ByteBuffer
    /// Whether the connection is to be closed once the bytes are written.
    let closes: Bool
  }

  /// Appends a frame; after ``end()`` it is dropped.
  mutating func append(_ body: some FrameBody) -> Append {
    guard !isEnding else { return .nothing }
    bytes.writeFrame(body)
    return scheduled()
  }

  /// Asks for the connection to be closed after what was appended so far.
  mutating func end() -> Append {
    guard !isEnding else { return .nothing }
    isEnding = true
    return scheduled()
  }

  /// Takes everything out for the flush that was scheduled.
  mutating func flush() -> Flush {
    isFlushScheduled = false
    let flushed = Flush(bytes: bytes, closes: isEnding)
    bytes = ByteBuffer()
    return flushed
  }

  private mutating func scheduled() -> Append {
    guard !isFlushScheduled else { return .nothing }
    isFlushScheduled = true
    return .scheduleFlush
  }
}
