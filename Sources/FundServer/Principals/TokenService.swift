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

  /// Makes the secret here and keeps only its hash: it is in this answer and nowhere else.
  func issueToken(
    request: Bergulir_V1_IssueTokenRequest, context: ServerContext
  ) async throws -> Bergulir_V1_IssueTokenResponse {
    let secret = Secret()
    let principal = try Field("principal", request.principal).code()
    let lifeDays = request.lifeDays == 0 ? TokenService.standardLifeDays : request.lifeDays
    let done = try await desk.perform(request.write) {
      IssueToken(principal: principal, hash: secret.hash, lifeDays: Int(lifeDays), day: $0)
    }
    let expiresOn = try done.text("expires_on")
    let isNew = !done.recorded.isReplay && !done.recorded.isDryRun
    return .with {
      $0.receipt = done.receipt
      $0.secret = isNew ? secret.text : ""
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
