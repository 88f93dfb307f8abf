import ArgumentParser
import FrameTransport
import FundServer
import Logging

/// Whether the daemon encrypts its connections, and with which certificate.
struct TLSOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The certificate with its chain, in PEM (BERGULIR_TLS_CERTIFICATE).", valueName: "file"))
  var tlsCertificate: String?

  @Option(
    help: ArgumentHelp("Its private key, in PEM (BERGULIR_TLS_KEY).", valueName: "file"))
  var tlsKey: String?

  @Option(
    help: ArgumentHelp(
      "Demand certificates that these authorities signed of all clients (BERGULIR_TLS_CLIENT_CA).",
      valueName: "file"))
  var tlsClientCa: String?

  @Flag(
    help: """
      With --tls-client-ca: take clients that show no certificate too \
      (BERGULIR_TLS_CLIENT_OPTIONAL=true).
      """)
  var tlsClientOptional = false

  @Flag(help: "Do not encrypt; beyond this machine it must be given twice.")
  var insecure: Int

  func validate() throws {
    guard insecure == 0 || (tlsCertificate == nil && tlsKey == nil && tlsClientCa == nil) else {
      throw ValidationError("Give --insecure, or what TLS needs, not both.")
    }
  }
}

extension TLSOptions {
  /// How to listen on an address: on loopback as it is, unless a file is named; beyond it with TLS.
  ///
  /// - Throws: `SecurityError`, `SecurityFileError`.
  func security(
    of address: ListenAddress, _ settings: DaemonSettings, _ clock: Clock,
    _ environment: Environment
  ) throws -> ListenSecurity {
    guard insecure == 0 else {
      guard address.isLoopback || insecure > 1 else { throw SecurityError.insecureOnce(address) }
      return .plaintext
    }
    let certificate = tlsCertificate ?? environment["BERGULIR_TLS_CERTIFICATE"]
    let key = tlsKey ?? environment["BERGULIR_TLS_KEY"]
    let authority = tlsClientCa ?? environment["BERGULIR_TLS_CLIENT_CA"]
    if address.isLoopback, certificate == nil, key == nil, authority == nil { return .plaintext }

    let pair = try files(certificate, key, settings, address)
    let credentials = try Credentials(certificateFile: pair.certificate, keyFile: pair.key)
    try check(credentials, of: pair.certificate, settings, clock)
    var tls = ListenSecurity.TLS(pair: pair, credentials: credentials)
    let isOptional =
      tlsClientOptional || environment["BERGULIR_TLS_CLIENT_OPTIONAL"] == "true"
    guard let authority else {
      guard !isOptional else { throw SecurityError.optionalOfNone }
      return .tls(tls)
    }
    tls.clients =
      isOptional
      ? .certificateAccepted(authorityFile: authority)
      : .certificateDemanded(authorityFile: authority)
    return .tls(tls)
  }

  /// The two files that were named, else those of the data directory.
  private func files(
    _ certificate: String?, _ key: String?, _ settings: DaemonSettings, _ address: ListenAddress
  ) throws(SecurityError) -> CertificateFolder.Pair {
    switch (certificate, key) {
    case (let certificate?, let key?):
      return CertificateFolder.Pair(certificate: certificate, key: key)
    case (_?, nil):
      throw .half(given: "--tls-certificate", missing: "--tls-key")
    case (nil, _?):
      throw .half(given: "--tls-key", missing: "--tls-certificate")
    case (nil, nil):
      let folder = settings.certificates
      guard CertificateFolder.has(folder.server.certificate) else {
        throw .noCertificate(address, folder: folder.path)
      }
      return folder.server
    }
  }

  /// Refuses a certificate that no client would take, and warns of one that ends soon.
  private func check(
    _ credentials: Credentials, of path: String, _ settings: DaemonSettings, _ clock: Clock
  ) throws(SecurityError) {
    let now = Clock.secondsSince1970
    let (from, until) = (credentials.validity.lowerBound, credentials.validity.upperBound)
    guard now >= from else {
      throw .notYetValid(path, from: "\(clock.day(ofSecond: from))")
    }
    guard now <= until else {
      throw .expired(path, since: "\(clock.day(ofSecond: until))")
    }
    guard until - now < 30 * 86_400 else { return }
    settings.logger.warning(
      "the certificate \(path) is valid until \(clock.day(ofSecond: until)) only")
  }
}
