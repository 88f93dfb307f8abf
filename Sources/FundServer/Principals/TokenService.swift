internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// The secrets of principals.
struct TokenService: Bergulir_V1_TokenService.SimpleServiceProtocol {
  let desk: Desk

  /// Days that a token lives where the caller names no number.
  private static let standardLifeDays: Int32 = 90

  /// No certificate is longer.
  private static let mostCertificateBytes = 16 * 1024

  /// Makes the secret here and keeps only its hash: it is in this answer and nowhere else.
  func issueToken(
    request: Bergulir_V1_IssueTokenRequest, context: ServerContext
  ) async throws -> Bergulir_V1_IssueTokenResponse {
    guard request.certificate.count <= TokenService.mostCertificateBytes else {
      throw Fault.fieldInvalid(
        "certificate", expected: .bytes(TokenService.mostCertificateBytes))
    }
    let certificate = request.certificate.isEmpty ? nil : Array(request.certificate)
    let secret = Secret()
    let hash = certificate.map { Secret.hash(ofCertificate: $0) } ?? secret.hash
    let principal = try Field("principal", request.principal).code()
    let lifeDays = request.lifeDays == 0 ? TokenService.standardLifeDays : request.lifeDays
    return try await issue(certificate == nil ? secret : nil, request.write) {
      IssueToken(
        principal: principal, hash: hash, lifeDays: Int(lifeDays),
        isCertificate: certificate != nil, day: $0)
    }
  }

  /// Whoever found a token cannot make it last: the new one ends with the old one.
  ///
  /// - Throws: `Fault.unauthenticated` for whoever calls by a certificate, which needs its key.
  func rotateToken(
    request: Bergulir_V1_RotateTokenRequest, context: ServerContext
  ) async throws -> Bergulir_V1_IssueTokenResponse {
    guard let identity = Call.current.identity, !identity.isCertificate else {
      throw Fault.unauthenticated(.tokenMissing)
    }
    let secret = Secret()
    return try await issue(secret, request.write) {
      IssueToken(
        principal: identity.label, hash: secret.hash,
        lifeDays: Int(identity.expiresOn.epochDays - $0.epochDays), day: $0)
    }
  }

  /// - Throws: a refusal `notFound` for a token of another account, as for one that is not there.
  func revokeOwnToken(
    request: Bergulir_V1_RevokeOwnTokenRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RevokeTokenResponse {
    guard let identity = Call.current.identity else { throw Fault.unauthenticated(.tokenMissing) }
    let token = request.name.isEmpty ? identity.token : try Field("name", request.name).token()
    let own = try await desk.store.tokens(of: identity.label, after: token.value - 1, limit: 1)
    guard own.first?.id == token else {
      throw Refusal(.notFound(.token, name: ResourceName.token(token).description))
    }
    let done = try await desk.perform(request.write) { RevokeToken(token: token, day: $0) }
    return .with { $0.receipt = done.receipt }
  }

  private func issue(
    _ secret: Secret?, _ write: Bergulir_V1_Write, _ command: (Day) -> IssueToken
  ) async throws -> Bergulir_V1_IssueTokenResponse {
    let done = try await desk.perform(write) { command($0) }
    let expiresOn = try done.text("expires_on")
    let isNew = !done.recorded.isReplay && !done.recorded.isDryRun
    return .with {
      $0.receipt = done.receipt
      $0.secret = isNew ? secret?.text ?? "" : ""
      $0.expiresOn = expiresOn
    }
  }

  func revokeToken(
    request: Bergulir_V1_RevokeTokenRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RevokeTokenResponse {
    let token = try Field("name", request.name).token()
    let done = try await desk.perform(request.write) { RevokeToken(token: token, day: $0) }
    return .with { $0.receipt = done.receipt }
  }

  func listTokens(
    request: Bergulir_V1_ListTokensRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListTokensResponse {
    let label = try Field("principal", request.principal).code()
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.principal])
    let found = try await desk.store.tokens(
      of: label, after: page.afterNumber, limit: page.limit)
    let (tokens, next) = page.page(found) { "\($0.id.value)" }
    return .with {
      $0.tokens = tokens.map { Bergulir_V1_Token($0, of: label) }
      $0.nextPageToken = next
    }
  }
}
