internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// What groups save.
struct SavingsService: Bergulir_V1_SavingsService.SimpleServiceProtocol {
  let desk: Desk

  func depositSavings(
    request: Bergulir_V1_DepositSavingsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_DepositSavingsResponse {
    let ksm = KSMID(Call.current.upk.id, try Field("name", request.name).ksm().number)
    let account = AccountCode(chosen: request.account, or: .savingsCash)
    let reference = try Field("reference", request.reference).optionalLine()
    let done = try await desk.perform(request.write) {
      DepositSavings(
        ksm: ksm, amount: Rupiah(request.amount), account: account, reference: reference, day: $0)
    }
    var response = Bergulir_V1_DepositSavingsResponse()
    response.receipt = done.receipt
    response.balance = try done.number("balance")
    return response
  }

  func withdrawSavings(
    request: Bergulir_V1_WithdrawSavingsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_WithdrawSavingsResponse {
    let ksm = KSMID(Call.current.upk.id, try Field("name", request.name).ksm().number)
    let account = AccountCode(chosen: request.account, or: .savingsCash)
    let reference = try Field("reference", request.reference).optionalLine()
    let done = try await desk.perform(request.write) {
      WithdrawSavings(
        ksm: ksm, amount: Rupiah(request.amount), account: account, reference: reference, day: $0)
    }
    var response = Bergulir_V1_WithdrawSavingsResponse()
    response.receipt = done.receipt
    response.balance = try done.number("balance")
    return response
  }

  func bankSavings(
    request: Bergulir_V1_BankSavingsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_BankSavingsResponse {
    let upk = Call.current.upk.id
    let reference = try Field("reference", request.reference).optionalLine()
    let done = try await desk.perform(request.write) {
      BankSavings(upk: upk, amount: Rupiah(request.amount), reference: reference, day: $0)
    }
    var response = Bergulir_V1_BankSavingsResponse()
    response.receipt = done.receipt
    response.cash = try done.number("cash")
    return response
  }

  func getSavings(
    request: Bergulir_V1_GetSavingsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Savings {
    let name = try Field("name", request.name).ksm()
    let day = try Call.current.day(request.asOf)
    let ksm = try await desk.ksm(name)
    let account = try await desk.store.savings(of: [ksm.id])[ksm.id] ?? .empty
    return Bergulir_V1_Savings(account, of: ksm.id.number, in: name.upk, asOf: day)
  }

  func listSavings(
    request: Bergulir_V1_ListSavingsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListSavingsResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent, request.asOf])
    let found = try await desk.store.ksms(
      upk.id, asOf: day, after: page.afterNumber, limit: page.limit)
    let (groups, next) = page.page(found) { "\($0.id.number)" }
    let accounts = try await desk.store.savings(of: groups.map(\.id))
    return .with {
      $0.savings = groups.map {
        Bergulir_V1_Savings(
          accounts[$0.id] ?? .empty, of: $0.id.number, in: upk.code, asOf: day)
      }
      $0.nextPageToken = next
    }
  }
}
