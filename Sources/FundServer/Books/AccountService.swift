internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// What the books hold.
struct AccountService: Bergulir_V1_AccountService.SimpleServiceProtocol {
  let desk: Desk

  func openAccount(
    request: Bergulir_V1_OpenAccountRequest, context: ServerContext
  ) async throws -> Bergulir_V1_OpenAccountResponse {
    let upk = Call.current.upk.id
    let account = Account(
      AccountCode(request.code), try Field("display_name", request.displayName).line())
    let done = try await desk.perform(request.write) {
      OpenAccount(upk: upk, account: account, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

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
