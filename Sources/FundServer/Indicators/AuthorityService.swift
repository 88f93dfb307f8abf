internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund

/// Whom a UPK may lend to.
struct AuthorityService: Bergulir_V1_AuthorityService.SimpleServiceProtocol {
  let desk: Desk

  func getAuthority(
    request: Bergulir_V1_GetAuthorityRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Authority {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let book = try await desk.store.loanBook(upk.id)
    return Bergulir_V1_Authority(book.authority(on: day), of: upk.code)
  }
}
