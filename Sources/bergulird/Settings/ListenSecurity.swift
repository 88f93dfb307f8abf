import FrameTransport
import GRPCNIOTransportHTTP2Posix

/// Whether an address speaks TLS, with which certificate, and what it asks of clients; the same for
/// both wires.
enum ListenSecurity: Sendable {
  case plaintext
  case tls(TLS)

  struct TLS: Sendable {
    let pair: CertificateFolder.Pair
    let credentials: Credentials
    var clients = ServerSecurity.Clients.anybody
  }
}

extension ListenSecurity {
  /// As the frame wire takes it.
  ///
  /// - Throws: `SecurityFileError` over the authorities' file.
  func ofFrames() throws -> ServerSecurity {
    switch self {
    case .plaintext: .plaintext
    case .tls(let tls): try .tls(tls.credentials, clients: tls.clients)
    }
  }

  /// As gRPC's wire takes it, from the same files.
  ///
  /// It knows no clients that may show a certificate: where they may, here they must, since the
  /// programs that have one are those that speak it.
  func ofHTTP2() -> HTTP2ServerTransport.Posix.TransportSecurity {
    guard case .tls(let tls) = self else { return .plaintext }
    return .tls(
      certificateChain: [.file(path: tls.pair.certificate, format: .pem)],
      privateKey: .file(path: tls.pair.key, format: .pem)
    ) { configuration in
      switch tls.clients {
      case .anybody: break
      case .certificateAccepted(let file), .certificateDemanded(let file):
        configuration.trustRoots = .certificates([.file(path: file, format: .pem)])
        configuration.clientCertificateVerification = .noHostnameVerification
      }
    }
  }
}
