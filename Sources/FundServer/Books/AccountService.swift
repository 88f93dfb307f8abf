internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund

/// What the books hold.
struct AccountService: Bergulir_V1_AccountService.SimpleServiceProtocol {
  let desk: Desk

  func listAccounts(
    request: Bergulir_V1_ListAccountsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListAccountsResponse {
    let (trial, chart) = try await books(asOf: request.asOf)
    return Bergulir_V1_ListAccountsResponse(trial, chart: chart)
  }

  func getBalanceSheet(
    request: Bergulir_V1_GetBalanceSheetRequest, context: ServerContext
  ) async throws -> Bergulir_V1_BalanceSheet {
    let (trial, chart) = try await books(asOf: request.asOf)
    return Bergulir_V1_BalanceSheet(BalanceSheet(trial, chart: chart))
  }

  private func books(asOf: String) async throws -> (TrialBalance, [Account]) {
    let upk = Call.current.upk.id
    let day = try Call.current.day(asOf)
    let movements = try await desk.store.movements(upk, upTo: day)
    return (TrialBalance(asOf: day, movements: movements), try await desk.store.accounts(upk))
  }
}
