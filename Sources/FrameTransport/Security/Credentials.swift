import NIOSSL

/// A certificate with its chain and its private key: whom a side shows itself as.
public struct Credentials: Sendable {
  let chain: [NIOSSLCertificate]
  let key: NIOSSLPrivateKey

  /// When the certificate is valid, in seconds since 1970, UTC.
  ///
  /// Whoever uses it holds this against a clock; a peer does so in any case.
  public let validity: ClosedRange<Int>

  /// Reads a certificate, followed by those that signed it but the root, and its key, in PEM.
  ///
  /// - Throws: `SecurityFileError`.
  public init(certificateFile: String, keyFile: String) throws(SecurityFileError) {
    chain = try Self.certificates(in: certificateFile)
    let bytes = try PEMFile(path: keyFile).read(for: .few)
    do {
      key = try NIOSSLPrivateKey(bytes: bytes, format: .pem)
    } catch {
      throw .noKey(path: keyFile)
    }
    let leaf = chain[0]
    validity = leaf.notValidBefore...max(leaf.notValidBefore, leaf.notValidAfter)
    do {
      // What makes a context of the two is what notices that they do not belong together.
      _ = try NIOSSLContext(
        configuration: .makeServerConfiguration(
          certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key)))
    } catch {
      throw .keyOfAnother(certificate: certificateFile, key: keyFile)
    }
  }

  /// The first certificate in a file in PEM, in DER.
  ///
  /// - Throws: `SecurityFileError`.
  public static func firstCertificate(in path: String) throws(SecurityFileError) -> [UInt8] {
    let certificates = try certificates(in: path)
    do {
      return try certificates[0].toDERBytes()
    } catch {
      throw .noCertificate(path: path)
    }
  }

  /// The certificates in a file; at least one.
  ///
  /// - Throws: `SecurityFileError`.
  static func certificates(in path: String) throws(SecurityFileError) -> [NIOSSLCertificate] {
    let bytes = try PEMFile(path: path).read(for: .anybody)
    do {
      let certificates = try NIOSSLCertificate.fromPEMBytes(bytes)
      guard !certificates.isEmpty else { throw SecurityFileError.noCertificate(path: path) }
      return certificates
    } catch {
      throw .noCertificate(path: path)
    }
  }
}
