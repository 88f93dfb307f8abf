/// What is wrong with a certificate's file, its key's or an authority's, and what to do about it.
public enum SecurityFileError: Error, Hashable, Sendable {
  /// The file is not there, or may not be read.
  case unreadable(path: String, reason: String)
  /// Others than owner and group may read the key.
  case keyOpen(path: String, mode: String)
  /// No certificate in PEM stands in the file.
  case noCertificate(path: String)
  /// No private key in PEM, unencrypted, stands in the file.
  case noKey(path: String)
  /// The key is not that of the first certificate in the other file.
  case keyOfAnother(certificate: String, key: String)
  /// TLS does not take what was read, or not the authorities of the machine.
  case unusable(reason: String)
}

extension SecurityFileError: CustomStringConvertible {
  /// What happened and what to do.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "\(path) cannot be read: \(reason). Check the path and who may read the file."
    case .keyOpen(let path, let mode):
      "\(path) is a private key and has mode \(mode), so others may read it. "
        + "Run: chmod o-rwx \(path)"
    case .noCertificate(let path):
      "\(path) holds no certificate in PEM; it should begin with -----BEGIN CERTIFICATE-----."
    case .noKey(let path):
      "\(path) holds no private key in PEM; it should begin with -----BEGIN PRIVATE KEY-----, "
        + "without a pass phrase."
    case .keyOfAnother(let certificate, let key):
      "The key in \(key) is not the key of the certificate in \(certificate). "
        + "Name the two files that were made together."
    case .unusable(let reason):
      "TLS cannot be prepared: \(reason). "
        + "Check the certificates, and those of the machine's authorities."
    }
  }
}
