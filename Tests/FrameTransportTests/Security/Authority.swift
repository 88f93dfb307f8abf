import Crypto
import Foundation
import SwiftASN1
import X509

@testable import FrameTransport

/// How a server and its client speak in a test.
struct Wire: Sendable {
  let server: ServerSecurity
  let client: ClientSecurity

  static let plaintext = Wire(server: .plaintext, client: .plaintext)

  /// A server with a certificate, and a client that believes who signed it.
  static func tls() throws -> Wire {
    let authority = try Authority()
    return Wire(server: try .tls(try authority.server()), client: try authority.believed())
  }
}

/// An authority that lives as long as a test, with a folder for files.
final class Authority: Sendable {
  private let folder: URL
  private let name: DistinguishedName
  private let key: P256.Signing.PrivateKey

  init(_ name: String = "Test") throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("tls-\(UUID())")
    self.name = try DistinguishedName { CommonName(name) }
    key = P256.Signing.PrivateKey()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let certificate = try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(),
      publicKey: Certificate.PublicKey(key.publicKey), notValidBefore: .now - 86_400,
      notValidAfter: .now + 86_400, issuer: self.name, subject: self.name,
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
        Critical(KeyUsage(keyCertSign: true))
      }, issuerPrivateKey: Certificate.PrivateKey(key))
    try write(certificate.serializeAsPEM().pemString, to: "ca.pem")
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: folder)
    } catch {
      print("could not remove \(folder.lastPathComponent): \(error)")
    }
  }

  /// The file with the authority's certificate.
  var file: String { path("ca.pem") }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// A client that believes this authority and shows what it is given.
  func believed(showing credentials: Credentials? = nil) throws -> ClientSecurity {
    try .tls(authorities: .file(file), credentials: credentials)
  }

  /// A server's certificate, good for a day around now unless said otherwise.
  func server(
    names: [GeneralName] = Authority.loopback, commonName: String = "leaf",
    from: TimeInterval = -3600, until: TimeInterval = 3600
  ) throws -> Credentials {
    try issue(.serverAuth, names, commonName, from: from, until: until)
  }

  func client() throws -> Credentials {
    try issue(.clientAuth, [.uniformResourceIdentifier("test:client")], from: -3600, until: 3600)
  }

  static let loopback: [GeneralName] = [
    .dnsName("localhost"), .ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1])),
  ]

  private func issue(
    _ usage: ExtendedKeyUsage.Usage, _ names: [GeneralName], _ commonName: String = "leaf",
    from: TimeInterval, until: TimeInterval
  ) throws -> Credentials {
    let leaf = P256.Signing.PrivateKey()
    let certificate = try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(),
      publicKey: Certificate.PublicKey(leaf.publicKey), notValidBefore: .now + from,
      notValidAfter: .now + until, issuer: name,
      subject: try DistinguishedName { CommonName(commonName) },
      extensions: try Certificate.Extensions {
        try ExtendedKeyUsage([usage])
        if !names.isEmpty { SubjectAlternativeNames(names) }
      }, issuerPrivateKey: Certificate.PrivateKey(key))
    let file = UUID().uuidString
    try write(certificate.serializeAsPEM().pemString, to: "\(file).pem")
    try write(leaf.pemRepresentation, to: "\(file).key")
    return try Credentials(certificateFile: path("\(file).pem"), keyFile: path("\(file).key"))
  }

  /// Writes a file that its owner alone may read.
  func write(_ text: String, to name: String) throws {
    let url = folder.appendingPathComponent(name)
    try text.write(to: url, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
  }
}
