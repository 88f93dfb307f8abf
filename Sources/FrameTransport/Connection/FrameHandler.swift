import NIOCore
import NIOSSL
import NIOTLS

/// One side of a connection, as the channel sees it; called on the event loop.
protocol FrameConnection: Sendable {
  /// Whether more is read while what was written has not left yet.
  static var readsWhileWriting: ReadsWhileWriting { get }

  /// The connection stands, within TLS if it is to be.
  func opened(_ peer: FramePeer?)
  /// TLS did not come about; the connection is over.
  func failed(_ failure: SecurityFailure)
  func received(_ frame: Frame) -> Reading
  func undecodable(_ error: WireError)
  func handshakeExpired()
  func disconnected()

  /// The socket takes what is written, or no longer does.
  func writabilityChanged(_ isWritable: Bool)

  /// Whether the connection is kept for calls.
  var hasCalls: Bool { get }
  /// Asks whether the peer is there.
  func ask(_ number: UInt64)
  /// Ends the connection, because nothing has come for too long.
  func peerIsSilent()
  /// Ends the connection, because nobody has needed it for long.
  func isIdle()
}

/// How to go on after a frame.
enum Reading {
  case goOn
  /// HELLO was accepted: from now on frames may be as long as the limits say.
  case handshakeDone
  /// The connection ends; what else comes is passed over.
  case stop
}

/// What to do about a peer that does not read its answers.
enum ReadsWhileWriting {
  /// Read on: for the client, so that the two sides never wait for each other.
  case always
  /// Wait until the peer reads: for the server, so that a peer cannot fill its memory.
  case never
}

/// Cuts what a channel reads into frames and passes them to a connection.
final class FrameHandler<Connection: FrameConnection>: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let connection: Connection
  private let limits: FrameLimits
  private let isWithinTLS: Bool
  private let serverName: String?
  private var stage: Stage
  private var decoder = FrameDecoder(maxFrameBytes: Hello.maxHandshakeBytes)
  private var handshakeTimer: Scheduled<Void>?
  private var liveness: Liveness
  private var livenessTimer: Scheduled<Void>?
  private var questions: UInt64 = 0
  private var isStopped = false
  private var holdsRead = false

  /// How far the connection has come.
  private enum Stage {
    case awaitingTLS, awaitingHello, open
  }

  /// Creates a handler; the one of TLS comes before it, if there is to be one.
  ///
  /// With a server's name the certificate within TLS has to be for that name.
  init(
    connection: Connection, limits: FrameLimits, isWithinTLS: Bool = false,
    serverName: String? = nil
  ) {
    self.connection = connection
    self.limits = limits
    self.isWithinTLS = isWithinTLS
    self.serverName = serverName
    stage = isWithinTLS ? .awaitingTLS : .awaitingHello
    liveness = Liveness(
      keepalive: limits.keepaliveTime, answer: limits.answerTime,
      idle: Connection.readsWhileWriting == .never ? limits.idleTime : nil, now: .now())
  }

  func channelActive(context: ChannelHandlerContext) {
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    handshakeTimer = context.eventLoop.scheduleTask(in: TimeAmount(limits.handshakeTime)) {
      bound.value.0.handshakeExpired(context: bound.value.1)
    }
    if stage == .awaitingHello { connection.opened(nil) }
    context.fireChannelActive()
  }

  private func handshakeExpired(context: ChannelHandlerContext) {
    connection.handshakeExpired()
    // No GOAWAY can leave, so nothing is to be waited for.
    if stage == .awaitingTLS { context.close(promise: nil) }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .handshakeCompleted(let protocolName) = event as? TLSUserEvent {
      secured(context: context, protocolName)
    }
    context.fireUserInboundEventTriggered(event)
  }

  private func secured(context: ChannelHandlerContext, _ protocolName: String?) {
    stage = .awaitingHello
    do {
      guard protocolName == TLSConfiguration.applicationProtocol else {
        throw SecurityFailure.anotherProtocol
      }
      if let serverName, let failure = SecurityFailure(name: serverName, context: context) {
        throw failure
      }
      let certificate = try context.pipeline.syncOperations.nioSSL_peerCertificate()
      connection.opened(FramePeer(certificate: try certificate?.toDERBytes()))
    } catch {
      isStopped = true
      connection.undecodable(.notSecured(error as? SecurityFailure ?? .broken("\(error)")))
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isStopped else { return }
    let now = NIODeadline.now()
    liveness.heard(at: now)
    let bytes = unwrapInboundIn(data)
    do throws(WireError) {
      if stage == .awaitingHello, decoder.heldBytes == 0, bytes.beginsTLS {
        throw .notSecured(.peerSpeaksTLS)
      }
      decoder.append(bytes)
      while !isStopped, let frame = try decoder.next() {
        if frame.call != 0 { liveness.used(at: now) }
        if frame.kind == .ping, !liveness.pinged(at: now) { throw .tooManyPings }
        switch connection.received(frame) {
        case .goOn:
          break
        case .handshakeDone:
          handshakeTimer?.cancel()
          stage = .open
          decoder.maxFrameBytes = Frame.maxBytes
          liveness.used(at: now)
          judge(context: context)
        case .stop:
          isStopped = true
        }
      }
    } catch {
      isStopped = true
      connection.undecodable(error)
    }
  }

  /// Looks after the peer, and again when there is reason to.
  private func judge(context: ChannelHandlerContext) {
    let (verdict, again) = liveness.judge(at: .now(), hasCalls: connection.hasCalls)
    switch verdict {
    case .goOn: break
    case .ask:
      questions += 1
      connection.ask(questions)
    case .givenUp: connection.peerIsSilent()
    case .idle: connection.isIdle()
    }
    guard verdict != .givenUp else { return }
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    livenessTimer = context.eventLoop.scheduleTask(deadline: again) {
      bound.value.0.judge(context: bound.value.1)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    handshakeTimer?.cancel()
    livenessTimer?.cancel()
    connection.disconnected()
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // TLS or the socket failed, most often by a reset; what waits is told when the channel closes.
    if isWithinTLS, stage != .open, !isStopped,
      let failure = SecurityFailure(error, context: context)
    {
      isStopped = true
      connection.failed(failure)
    }
    context.close(promise: nil)
  }

  func read(context: ChannelHandlerContext) {
    switch Connection.readsWhileWriting {
    case .never where !context.channel.isWritable:
      holdsRead = true
    case .always, .never:
      context.read()
    }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    connection.writabilityChanged(context.channel.isWritable)
    if holdsRead, context.channel.isWritable {
      holdsRead = false
      context.read()
    }
    context.fireChannelWritabilityChanged()
  }
}
