internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund

/// Finds out who calls: by the token in `authorization: Bearer …`, or where there is none, by the
/// certificate that the connection was made with.
///
/// The store is asked at every call, so that a revoked token is worthless at once.
struct Authentication: Sendable {
  let store: FundStore
  let certificates: PeerCertificates
  let tokens = TokenGuard()

  /// - Throws: `Fault.unauthenticated`: a token that is missing, unknown, revoked, or expired;
  ///   `Fault.tooManyBadTokens`.
  func identity(
    _ metadata: Metadata, _ context: ServerContext, today: Day
  ) async throws -> Identity {
    // A token is looked up by its hash and never compared: how long that takes tells nothing of it.
    let (hash, isCertificate) = try proof(metadata, context)
    let peer = context.remotePeer
    try tokens.check(hash, of: peer)
    guard let identity = try await store.identity(tokenHash: hash),
      identity.isCertificate == isCertificate
    else {
      tokens.refused(of: peer)
      throw Fault.unauthenticated(isCertificate ? .certificateUnknown : .tokenUnknown)
    }
    tokens.accepted(hash)
    guard identity.revokedOn == nil else {
      throw Fault.unauthenticated(.tokenRevoked)
    }
    guard today <= identity.expiresOn else {
      throw Fault.unauthenticated(.tokenExpired)
    }
    return identity
  }

  /// What the caller shows: a secret goes before the certificate of the connection, on which many
  /// people may call.
  private func proof(
    _ metadata: Metadata, _ context: ServerContext
  ) throws(Fault) -> (hash: [UInt8], isCertificate: Bool) {
    let values = Array(metadata[stringValues: "authorization"])
    if values.isEmpty, let certificate = certificates.of(context) {
      return (Secret.hash(ofCertificate: certificate), true)
    }
    guard let secret = Authentication.secret(in: values) else {
      throw .unauthenticated(.tokenMissing)
    }
    return (secret.hash, false)
  }

  /// The secret of exactly one `authorization` entry with the scheme `Bearer`.
  private static func secret(in values: [String]) -> Secret? {
    let parts = values.first?.split(separator: " ", omittingEmptySubsequences: false) ?? []
    guard values.count == 1, parts.count == 2, parts[0].lowercased() == "bearer",
      !parts[1].isEmpty
    else { return nil }
    return Secret(String(parts[1]))
  }
}
