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
    let record = try await desk.store.loanRecord(
      LoanID(Call.current.upk.id, name.number), asOf: day)
    guard let record, var loan = Bergulir_V1_Loan(record.history, in: name.upk, asOf: day) else {
      throw Refusal(.notFound(.loan, name: "\(name.number)"))
    }
    loan.schedule = record.history.schedule.installments.map(Bergulir_V1_Installment.init)
    let counted = record.repayments.filter { $0.counts(on: day) }
    loan.lateFeeOwed = record.loan.lateFeeOwed(record.repayments, asOf: day).amount
    loan.lateFeePaid = counted.total(\.lateFee).amount
    loan.savingsPaid = counted.total(\.savings).amount
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
