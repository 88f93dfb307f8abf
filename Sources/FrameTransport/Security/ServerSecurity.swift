import NIOCore
import NIOSSL

/// Whether the connections of a server are encrypted, and whose they may be.
public struct ServerSecurity: Sendable {
  let context: NIOSSLContext?

  /// Frames go over TCP as they are: for the loopback address, or where the network encrypts.
  public static let plaintext = ServerSecurity(context: nil)

  /// What is asked of clients; files hold authorities in PEM.
  public enum Clients: Hashable, Sendable {
    /// No certificate is asked for.
    case anybody
    /// A certificate may be shown; one that none of the authorities signed is refused.
    case certificateAccepted(authorityFile: String)
    /// A certificate that one of the authorities signed must be shown.
    case certificateDemanded(authorityFile: String)
  }

  /// Frames go within TLS 1.3, under the ALPN name `bergulir/1`.
  ///
  /// - Throws: `SecurityFileError` over the authorities' file.
  public static func tls(
    _ credentials: Credentials, clients: Clients = .anybody
  ) throws(SecurityFileError) -> ServerSecurity {
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: credentials.chain.map { .certificate($0) },
      privateKey: .privateKey(credentials.key))
    switch clients {
    case .anybody:
      configuration.certificateVerification = .none
    case .certificateAccepted(let file):
      configuration.trustRoots = .certificates(try Credentials.certificates(in: file))
      configuration.certificateVerification = .optionalVerification
    case .certificateDemanded(let file):
      configuration.trustRoots = .certificates(try Credentials.certificates(in: file))
      configuration.certificateVerification = .noHostnameVerification
    }
    return ServerSecurity(context: try configuration.frameWire())
  }
}

extension ServerSecurity {
  /// Puts what reads and writes frames into the pipeline of a connection, and TLS before it.
  func addHandlers(
    for connection: ServerConnection, _ limits: FrameLimits,
    to pipeline: ChannelPipeline.SynchronousOperations
  ) throws {
    if let context {
      let failure = SecurityFailure.peerSpeaksPlaintext
      let farewell = GoAway(.notSecured(failure), lastCall: 0)
      try pipeline.addHandler(
        TLSDoor(farewell: farewell, lingerTime: limits.lingerTime) { connection.failed(failure) })
      try pipeline.addHandler(NIOSSLServerHandler(context: context, configuration: .frameWire))
    }
    try pipeline.addHandler(
      FrameHandler(connection: connection, limits: limits, isWithinTLS: context != nil))
  }
}

extension TLSConfiguration {
  /// The name of the wire in the negotiation of TLS.
  static let applicationProtocol = "bergulir/1"

  /// A context with what holds for both sides.
  ///
  /// - Throws: `.unusable`.
  func frameWire() throws(SecurityFileError) -> NIOSSLContext {
    var configuration = self
    configuration.minimumTLSVersion = .tlsv13
    configuration.maximumTLSVersion = .tlsv13
    configuration.applicationProtocols = [Self.applicationProtocol]
    // The wire has lingered by itself when it closes; nothing is left to wait for.
    configuration.shutdownTimeout = .seconds(1)
    do {
      return try NIOSSLContext(configuration: configuration)
    } catch {
      throw .unusable(reason: "\(error)")
    }
  }
}

extension NIOSSLHandler.Configuration {
  /// A connection keeps no more memory for what it writes than a frame takes.
  static var frameWire: Self {
    var configuration = Self()
    configuration.maximumPreservedOutboundBufferCapacity = Frame.maxBytes
    return configuration
  }
}
