/// What one side of a connection puts up with from the other, and how long it waits.
///
/// Byte limits, credits and the limit of calls are told to the peer in HELLO, so that a peer that
/// keeps the rules is held back or refused by itself, before it sends anything.
public struct FrameLimits: Hashable, Sendable {
  /// The longest message accepted, in bytes: 65,536 to 2,147,483,647.
  ///
  /// A longer one fails its call.
  public var maxMessageBytes: Int

  /// The longest metadata block accepted, in bytes: 4,096 to 24,576.
  public var maxMetadataBytes: Int

  /// The most calls that may run at once on one connection; more are refused one by one.
  public var maxCallsInFlight: Int

  /// The most connections that a server keeps open; more are told to go away.
  ///
  /// Until they have gone they count like the others. While 64 are being told, the next are closed
  /// without a word.
  public var maxConnections: Int

  /// How many bytes of one stream the peer may send ahead of its reader: 65,536 to 2,147,483,647.
  public var callCredit: Int

  /// How many bytes of all streams of a connection the peer may send ahead of their readers:
  /// 65,536 to 2,147,483,647.
  public var connectionCredit: Int

  /// How long a client waits for a TCP connection.
  public var connectTime: Duration

  /// How long either side waits for the HELLO of the other.
  public var handshakeTime: Duration

  /// How long a silent peer is believed to be there before it is asked.
  public var keepaliveTime: Duration

  /// How long a peer that was asked may stay silent before the connection is given up.
  public var answerTime: Duration

  /// How long a server keeps a connection without calls.
  public var idleTime: Duration

  /// How long a server that shuts down waits for the calls in flight before it cancels them.
  public var drainTime: Duration

  /// How long a side that ends a connection waits for the other to agree, and to close it too.
  public var lingerTime: Duration

  /// How long a client waits after the first connection that could not be made; twice as long
  /// after the next one, up to `maxBackoff`, and each time up to a half less, at random.
  public var firstBackoff: Duration

  /// The longest that a client waits before it tries to connect again.
  public var maxBackoff: Duration

  /// Creates limits; what is not given has its default.
  ///
  /// - Precondition: every limit is positive and those with a range are in it.
  public init(
    maxMessageBytes: Int = 4 * 1024 * 1024,
    maxMetadataBytes: Int = 16 * 1024,
    maxCallsInFlight: Int = 256,
    maxConnections: Int = 1024,
    callCredit: Int = 256 * 1024,
    connectionCredit: Int = 1024 * 1024,
    connectTime: Duration = .seconds(5),
    handshakeTime: Duration = .seconds(5),
    keepaliveTime: Duration = .seconds(60),
    answerTime: Duration = .seconds(20),
    idleTime: Duration = .seconds(600),
    drainTime: Duration = .seconds(30),
    lingerTime: Duration = .seconds(1),
    firstBackoff: Duration = .milliseconds(100),
    maxBackoff: Duration = .seconds(5)
  ) {
    precondition((Hello.minMessageBytes...Int(Int32.max)).contains(maxMessageBytes))
    precondition((Hello.minMetadataBytes...Hello.maxMetadataBytes).contains(maxMetadataBytes))
    precondition((1...Int(Int32.max)).contains(maxCallsInFlight) && maxConnections > 0)
    precondition((Hello.minCredit...Int(Int32.max)).contains(callCredit))
    precondition((Hello.minCredit...Int(Int32.max)).contains(connectionCredit))
    precondition(
      [connectTime, handshakeTime, keepaliveTime, answerTime, idleTime, drainTime, lingerTime]
        .allSatisfy { $0 > .zero })
    precondition(.zero < firstBackoff && firstBackoff <= maxBackoff)
    self.maxMessageBytes = maxMessageBytes
    self.maxMetadataBytes = maxMetadataBytes
    self.maxCallsInFlight = maxCallsInFlight
    self.maxConnections = maxConnections
    self.callCredit = callCredit
    self.connectionCredit = connectionCredit
    self.connectTime = connectTime
    self.handshakeTime = handshakeTime
    self.keepaliveTime = keepaliveTime
    self.answerTime = answerTime
    self.idleTime = idleTime
    self.drainTime = drainTime
    self.lingerTime = lingerTime
    self.firstBackoff = firstBackoff
    self.maxBackoff = maxBackoff
  }
}
