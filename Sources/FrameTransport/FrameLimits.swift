/// What one side of a connection puts up with from the other.
///
/// Byte limits and the limit of calls are told to the peer in HELLO, so that a peer that keeps
/// the rules is refused by itself, with a clear error, before it sends anything.
public struct FrameLimits: Hashable, Sendable {
  /// The longest frame accepted, in bytes after the length field: 65,536 to 2,147,483,647.
  public var maxFrameBytes: Int

  /// The longest metadata block accepted, in bytes: 4,096 to `maxFrameBytes`.
  public var maxMetadataBytes: Int

  /// The most calls that may run at once on one connection; more are refused one by one.
  public var maxCallsInFlight: Int

  /// The most connections that a server keeps open; more are told to go away.
  public var maxConnections: Int

  /// How long a client waits for a TCP connection.
  public var connectTime: Duration

  /// How long either side waits for the HELLO of the other.
  public var handshakeTime: Duration

  /// How long a server that shuts down waits for the calls in flight before it cancels them.
  public var drainTime: Duration

  /// How long a side that has ended a connection waits for the other to close it too.
  public var lingerTime: Duration

  /// Creates limits; what is not given has its default.
  ///
  /// - Precondition: every limit is positive and the byte limits are in their ranges.
  public init(
    maxFrameBytes: Int = 4 * 1024 * 1024,
    maxMetadataBytes: Int = 16 * 1024,
    maxCallsInFlight: Int = 256,
    maxConnections: Int = 1024,
    connectTime: Duration = .seconds(5),
    handshakeTime: Duration = .seconds(5),
    drainTime: Duration = .seconds(30),
    lingerTime: Duration = .seconds(1)
  ) {
    precondition((Hello.minFrameBytes...Int(Int32.max)).contains(maxFrameBytes))
    precondition((Hello.minMetadataBytes...maxFrameBytes).contains(maxMetadataBytes))
    precondition((1...Int(Int32.max)).contains(maxCallsInFlight) && maxConnections > 0)
    precondition([connectTime, handshakeTime, drainTime, lingerTime].allSatisfy { $0 > .zero })
    self.maxFrameBytes = maxFrameBytes
    self.maxMetadataBytes = maxMetadataBytes
    self.maxCallsInFlight = maxCallsInFlight
    self.maxConnections = maxConnections
    self.connectTime = connectTime
    self.handshakeTime = handshakeTime
    self.drainTime = drainTime
    self.lingerTime = lingerTime
  }
}
