internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Loans, as of any day.
struct LoanService: Bergulir_V1_LoanService.SimpleServiceProtocol {
  let desk: Desk

  func getLoan(
    request: Bergulir_V1_GetLoanRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Loan {
    let name = try Field("name", request.name).loan()
    let day = try Call.current.day(request.asOf)
    let standing = try await desk.store.loanStanding(
      LoanID(Call.current.upk.id, name.number), asOf: day)
    guard let standing, var loan = Bergulir_V1_Loan(standing.history, in: name.upk, asOf: day)
    else { throw Refusal(.notFound(.loan, name: "\(name.number)")) }
    loan.schedule = standing.history.schedule.installments.map(Bergulir_V1_Installment.init)
    loan.lateFeeOwed = standing.lateFeeOwed.amount
    loan.lateFeePaid = standing.lateFeePaid.amount
    loan.savingsPaid = standing.savingsPaid.amount
    return loan
  }

  func listLoans(
    request: Bergulir_V1_ListLoansRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListLoansResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let page = try request.page.request(
      filter: [
        context.descriptor.fullyQualifiedMethod, request.parent, request.asOf,
        "\(request.openOnly)",
      ])
    let found = try await desk.store.loans(
      upk.id, asOf: day, openOnly: request.openOnly, after: page.afterNumber, limit: page.limit)
    let (loans, next) = page.page(found) { "\($0.loan.id.number)" }
    return .with {
      $0.loans = loans.compactMap { Bergulir_V1_Loan($0, in: upk.code, asOf: day) }
      $0.nextPageToken = next
    }
  }

  func getCollectability(
    request: Bergulir_V1_GetCollectabilityRequest, context: ServerContext
  ) async throws -> Bergulir_V1_CollectabilityReport {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let book = try await desk.store.loanBook(upk.id)
    let movements = try await desk.store.movements(upk.id, upTo: day)
    let scheme = try await desk.store.policies(upk.id).reserveScheme(on: day)
    return Bergulir_V1_CollectabilityReport(
      Portfolio(book.loans.positions(asOf: day)), scheme: scheme,
      trial: TrialBalance(asOf: day, movements: movements))
  }
}
