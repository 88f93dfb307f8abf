import Crypto
import FoundationEssentials
import SwiftASN1
import X509

/// An authority of one's own, which signs the certificates of a daemon and its clients.
struct CertificateAuthority: Sendable {
  let certificate: Certificate
  private let key: Certificate.PrivateKey

  /// From when a certificate is valid and until when, in seconds since 1970.
  struct Validity: Hashable, Sendable {
    let from: Int
    let until: Int

    /// So many days from a moment, the last second of them included.
    init(days: Int, from: Int) {
      self.init(from: from, until: from + days * 86_400 - 1)
    }

    init(from: Int, until: Int) {
      self.from = from
      self.until = until
    }
  }

  /// What a certificate is for.
  enum Purpose: Hashable, Sendable {
    case server(hosts: [HostName])
    case client(name: String)
  }

  /// A certificate with its key, in PEM.
  struct Issued: Sendable {
    let certificate: String
    let key: String
    let validity: Validity
  }

  /// Makes an authority; the result has its certificate and key for the disk too.
  static func make(valid: Validity) throws -> (authority: CertificateAuthority, issued: Issued) {
    let key = P256.Signing.PrivateKey()
    let name = try DistinguishedName {
      CommonName("Bergulir \(HostName.ofThisMachine?.prefix(50) ?? "CA")")
    }
    let certificate = try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(),
      publicKey: Certificate.PublicKey(key.publicKey), notValidBefore: date(valid.from),
      notValidAfter: date(valid.until), issuer: name, subject: name,
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
        Critical(KeyUsage(keyCertSign: true, cRLSign: true))
        SubjectKeyIdentifier(hash: Certificate.PublicKey(key.publicKey))
      }, issuerPrivateKey: Certificate.PrivateKey(key))
    let authority = CertificateAuthority(certificate: certificate, key: Certificate.PrivateKey(key))
    return (authority, try issued(certificate, key, valid))
  }

  private init(certificate: Certificate, key: Certificate.PrivateKey) {
    self.certificate = certificate
    self.key = key
  }

  /// Reads an authority that was made before.
  ///
  /// - Throws: what PEM, its contents or their not belonging together throw.
  init(certificate: String, key: String) throws {
    self.certificate = try Certificate(pemEncoded: certificate)
    self.key = try Certificate.PrivateKey(pemEncoded: key)
    guard self.certificate.publicKey == self.key.publicKey else {
      throw CertificateError.authorityUnreadable("ca.key", reason: "it is the key of another one")
    }
  }

  /// The last second for which the authority can sign.
  var validUntil: Int { Int(certificate.notValidAfter.timeIntervalSince1970) }

  /// Signs a new certificate with a new key; it is not valid for longer than the authority.
  func issue(_ purpose: Purpose, valid: Validity) throws -> Issued {
    let valid = Validity(from: valid.from, until: min(valid.until, validUntil))
    let key = P256.Signing.PrivateKey()
    let publicKey = Certificate.PublicKey(key.publicKey)
    let certificate = try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: publicKey,
      notValidBefore: Self.date(valid.from), notValidAfter: Self.date(valid.until),
      issuer: self.certificate.subject,
      subject: try DistinguishedName { CommonName(purpose.commonName) },
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.notCertificateAuthority)
        Critical(KeyUsage(digitalSignature: true))
        try ExtendedKeyUsage([purpose.usage])
        SubjectKeyIdentifier(hash: publicKey)
        AuthorityKeyIdentifier(
          keyIdentifier: try self.certificate.extensions.subjectKeyIdentifier?.keyIdentifier)
        if case .server(let hosts) = purpose {
          SubjectAlternativeNames(hosts.map(\.generalName))
        }
      }, issuerPrivateKey: self.key)
    return try Self.issued(certificate, key, valid)
  }

  private static func issued(
    _ certificate: Certificate, _ key: P256.Signing.PrivateKey, _ valid: Validity
  ) throws -> Issued {
    Issued(
      certificate: try certificate.serializeAsPEM().pemString + "\n",
      key: key.pemRepresentation + "\n", validity: valid)
  }

  private static func date(_ second: Int) -> Date {
    Date(timeIntervalSince1970: TimeInterval(second))
  }
}

extension CertificateAuthority.Purpose {
  /// The name of the subject; at most 64 characters fit.
  fileprivate var commonName: String {
    switch self {
    case .server(let hosts): String(hosts.first?.text.prefix(64) ?? "bergulird")
    case .client(let name): name
    }
  }

  fileprivate var usage: ExtendedKeyUsage.Usage {
    switch self {
    case .server: .serverAuth
    case .client: .clientAuth
    }
  }
}
