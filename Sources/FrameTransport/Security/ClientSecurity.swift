import NIOCore
import NIOSSL

/// Whether the connections of a client are encrypted, and whom it believes.
public struct ClientSecurity: Sendable {
  let context: NIOSSLContext?

  /// Frames go over TCP as they are: for the loopback address, or where the network encrypts.
  public static let plaintext = ClientSecurity(context: nil)

  /// Whose signature on the certificate of a server is believed.
  public enum Authorities: Hashable, Sendable {
    /// Those that the machine believes.
    case system
    /// Those in a file in PEM, and no others.
    case file(String)
  }

  /// Frames go within TLS 1.3, under the ALPN name `bergulir/1`.
  ///
  /// The certificate of the server must be valid, signed by one of the authorities and made for the
  /// host name or address that the client connects to.
  ///
  /// - Throws: `SecurityFileError` over the authorities' file.
  public static func tls(
    authorities: Authorities = .system, credentials: Credentials? = nil
  ) throws(SecurityFileError) -> ClientSecurity {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.certificateVerification = .fullVerification
    if case .file(let path) = authorities {
      configuration.trustRoots = .certificates(try Credentials.certificates(in: path))
    }
    if let credentials {
      configuration.certificateChain = credentials.chain.map { .certificate($0) }
      configuration.privateKey = .privateKey(credentials.key)
    }
    return ClientSecurity(context: try configuration.frameWire())
  }
}

extension ClientSecurity {
  /// Whether what is sent is encrypted.
  public var isEncrypted: Bool { context != nil }

  /// Puts what reads and writes frames into the pipeline of a connection, and TLS before it.
  func addHandlers(
    for connection: ClientConnection, of target: ListenAddress, _ limits: FrameLimits,
    to pipeline: ChannelPipeline.SynchronousOperations
  ) throws {
    if let context {
      try pipeline.addHandler(
        TLSDoor(farewell: nil, lingerTime: limits.lingerTime) {
          connection.failed(.peerSpeaksPlaintext)
        })
      try pipeline.addHandler(
        NIOSSLClientHandler(
          context: context, serverHostname: target.nameInCertificate, configuration: .frameWire))
    }
    try pipeline.addHandler(
      FrameHandler(
        connection: connection, limits: limits, isWithinTLS: context != nil,
        serverName: target.nameInCertificate))
  }
}

extension ListenAddress {
  /// The name that the certificate of a server must have; nothing when it is the address.
  var nameInCertificate: String? {
    do {
      _ = try SocketAddress(ipAddress: host, port: port)
      return nil
    } catch {
      return host
    }
  }
}
