import FrameTransport

/// Why the daemon does not listen as it was told, encrypted or not, and what to do about it.
enum SecurityError: Error, Hashable, Sendable {
  case noCertificate(ListenAddress, folder: String)
  case insecureOnce(ListenAddress)
  case half(given: String, missing: String)
  case expired(String, since: String)
  case notYetValid(String, from: String)
  case optionalOfNone
}

extension SecurityError: CustomStringConvertible {
  var description: String {
    switch self {
    case .noCertificate(let address, let folder):
      """
      refusing to listen on \(address): beyond this machine tokens and names would go over the \
      network unencrypted, and there is no certificate in \(folder); make one with
        bergulird certificate create\(SecurityError.option(address)) --directory \(folder)
      or name one with --tls-certificate and --tls-key
      """
    case .insecureOnce(let address):
      """
      refusing to listen on \(address) without encryption: whoever is on the network could read \
      tokens and names, and use the tokens; make a certificate with bergulird certificate create, \
      or, where the network itself encrypts, say it twice: --insecure --insecure
      """
    case .half(let given, let missing):
      "\(given) is given without \(missing); a certificate and its key are named together"
    case .expired(let path, let since):
      """
      the certificate \(path) was valid until \(since); make a new one with \
      bergulird certificate create --force and start again
      """
    case .notYetValid(let path, let from):
      "the certificate \(path) is valid from \(from); check the clock of this machine"
    case .optionalOfNone:
      "--tls-client-optional is given without --tls-client-ca; name who signs clients' certificates"
    }
  }

  /// The host of an address where it is one that clients can ask for.
  private static func option(_ address: ListenAddress) -> String {
    ["0.0.0.0", "::"].contains(address.host) ? " --host NAME" : " --host \(address.host)"
  }
}
