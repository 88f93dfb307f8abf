/// Why a connection is not secured as one of its sides wants it.
///
/// A call that fails with `.unavailable` because of it has it as its `cause`; nothing was sent.
public enum SecurityFailure: Error, Hashable, Sendable {
  /// This side wants TLS, and the peer spoke without.
  case peerSpeaksPlaintext
  /// This side speaks without TLS, and the peer wants it.
  case peerSpeaksTLS
  /// The peer has no TLS 1.3.
  case noCommonVersion
  /// The peer speaks something else within TLS than the frame wire.
  case anotherProtocol
  /// No authority that this side believes has signed the certificate of the peer.
  case untrusted(issuer: String)
  /// The certificate of the peer was valid until that day, in UTC.
  case expired(String)
  /// The certificate of the peer is valid from that day, in UTC.
  case notYetValid(String)
  /// The certificate of the server was made for other names and addresses.
  case otherName(names: [String])
  /// The server demands a certificate, and its client has shown none.
  case certificateMissing
  /// The server demands a certificate of this client.
  case certificateDemanded
  /// The peer does not accept the certificate of this side; what it said of it.
  case certificateRefused(String)
  /// The peer ended the connection before TLS stood.
  case endedEarly
  /// Anything else that TLS complains of.
  case broken(String)
}

extension SecurityFailure: CustomStringConvertible {
  /// What happened and what to do.
  public var description: String {
    switch self {
    case .peerSpeaksPlaintext:
      "The peer speaks without TLS, and this side only with it. "
        + "Let both sides use TLS, or both do without."
    case .peerSpeaksTLS:
      "The peer wants TLS, and this side speaks without. "
        + "Let both sides use TLS, or both do without."
    case .noCommonVersion:
      "The peer has no TLS 1.3, and nothing older is spoken here. Use a newer program there."
    case .anotherProtocol:
      "The peer does not speak \(wireName) within TLS; check the address and the port."
    case .untrusted(let issuer):
      "The certificate of the peer is signed by \(issuer), which is not trusted here. "
        + "Name the file with the certificate of that authority."
    case .expired(let day):
      "The certificate of the peer was valid until \(day). It needs a new one."
    case .notYetValid(let day):
      "The certificate of the peer is valid from \(day). Check the clocks of both machines."
    case .otherName(let names):
      "The certificate of the server is for "
        + (names.isEmpty ? "no name at all" : names.joined(separator: ", "))
        + ", not for the address that was asked for. "
        + "Use one of its names, or give the server a certificate for that address."
    case .certificateMissing:
      "The client shows no certificate, and this server demands one."
    case .certificateDemanded:
      "The server demands a certificate of its clients. Name a certificate and its key."
    case .certificateRefused(let said):
      "The peer does not accept the certificate of this side (\(said)). "
        + "Use one that an authority of the peer has signed, and that is valid now."
    case .endedEarly:
      "The peer ended the connection before TLS stood. "
        + "It may be stopping, too busy, or not speak TLS."
    case .broken(let said):
      "TLS failed: \(said)."
    }
  }

  private var wireName: String { "bergulir/1" }
}
