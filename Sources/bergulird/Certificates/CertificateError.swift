/// Why certificates are not made, and what to do about it.
enum CertificateError: Error, Hashable, Sendable {
  case hostUnfit(String)
  case clientUnfit(String)
  case daysOutOfRange(option: String, most: Int)
  case alreadyThere([String])
  case authorityIncomplete(missing: String, there: String)
  case authorityUnreadable(String, reason: String)
  case authorityExpired(String)
  case madeMeanwhile(String)
  case fileFailed(String, reason: String)
}

extension CertificateError: CustomStringConvertible {
  var description: String {
    switch self {
    case .hostUnfit(let host):
      """
      \(host) is neither a host name nor an address; write --host fund.example.org or \
      --host 192.0.2.7, without a port
      """
    case .clientUnfit(let name):
      """
      '\(name)' is no name for a client's certificate; use letters, digits, hyphens, dots and \
      underscores, 64 at most
      """
    case .daysOutOfRange(let option, let most):
      "\(option) is 1 to \(most)"
    case .alreadyThere(let paths):
      """
      already there, and left as before: \(paths.joined(separator: ", ")); add --force to replace \
      what is named on the command line, or --client NAME for one more client
      """
    case .authorityIncomplete(let missing, let there):
      """
      \(there) is there, but \(missing) is not, and nothing can be signed without both; restore \
      it, or choose another --directory and begin anew
      """
    case .authorityUnreadable(let path, let reason):
      "\(path) is not the certificate or key that this program writes: \(reason)"
    case .authorityExpired(let path):
      """
      \(path) is no longer valid, so it cannot sign; begin anew in another --directory and give \
      the new ca.pem to all clients
      """
    case .madeMeanwhile(let path):
      "\(path) was made by somebody else meanwhile, and is left as it is; run the command again"
    case .fileFailed(let path, let reason):
      "\(path): \(reason)"
    }
  }
}
