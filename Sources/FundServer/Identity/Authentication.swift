internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund

/// Finds out who calls, from the token in `authorization: Bearer …`.
///
/// The store is asked at every call, so that a revoked token is worthless at once.
struct Authentication: Sendable {
  let store: FundStore
  let tokens = TokenGuard()

  /// - Throws: `Fault.unauthenticated`: a token that is missing, unknown, revoked, or expired;
  ///   `Fault.tooManyBadTokens`.
  func identity(_ metadata: Metadata, peer: String, today: Day) async throws -> Identity {
    guard let secret = Authentication.secret(in: metadata) else {
      throw Fault.unauthenticated(.tokenMissing)
    }
    // A token is looked up by its hash and never compared: how long that takes tells nothing of it.
    let hash = secret.hash
    try tokens.check(hash, of: peer)
    guard let identity = try await store.identity(tokenHash: hash) else {
      tokens.refused(of: peer)
      throw Fault.unauthenticated(.tokenUnknown)
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

  /// The secret of exactly one `authorization` entry with the scheme `Bearer`.
  private static func secret(in metadata: Metadata) -> Secret? {
    let values = Array(metadata[stringValues: "authorization"])
    let parts = values.first?.split(separator: " ", omittingEmptySubsequences: false) ?? []
    guard values.count == 1, parts.count == 2, parts[0].lowercased() == "bearer",
      !parts[1].isEmpty
    else { return nil }
    return Secret(String(parts[1]))
  }
}
