/// What stands between a client and a connection that is secured as it should be.
///
/// Nothing was sent in any of these cases.
public enum SecurityMistake: Hashable, Sendable {
  /// Another machine without TLS, and that was said once only.
  case insecureOnce(address: String)
  /// A certificate without its key, or the reverse.
  case certificateIncomplete(given: String, missing: String)
  case fileUnusable(FileTrouble)
  case notSecured(address: String, PeerTrouble)

  /// What is wrong with the file of a certificate or a key.
  public enum FileTrouble: Hashable, Sendable {
    case unreadable(path: String, reason: String)
    /// A private key that others than owner and group may read; the mode is octal.
    case keyOpen(path: String, mode: String)
    case noCertificate(path: String)
    case noKey(path: String)
    case keyOfAnother(certificate: String, key: String)
    case unusable(reason: String)
  }

  /// How server and client do not come together.
  public enum PeerTrouble: Hashable, Sendable {
    case speaksPlaintext, wantsTLS, noTLS13, anotherProtocol
    case untrusted(issuer: String)
    /// Days in UTC.
    case expired(String)
    case notYetValid(String)
    case otherName(names: [String])
    case certificateDemanded
    case certificateRefused(reason: String)
    case endedEarly
    case broken(reason: String)
  }

  var code: MistakeCode {
    switch self {
    case .insecureOnce: .insecureOnce
    case .certificateIncomplete: .certificateIncomplete
    case .fileUnusable: .certificateUnusable
    case .notSecured: .notSecured
    }
  }

  /// The address that it is about; nothing where it is about none.
  var facts: [Problem.Fact] {
    switch self {
    case .insecureOnce(let address), .notSecured(let address, _):
      [Problem.Fact("address", address)]
    case .certificateIncomplete, .fileUnusable: []
    }
  }
}
