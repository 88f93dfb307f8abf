internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Bank accounts held against the bank's statements.
struct ReconciliationService: Bergulir_V1_ReconciliationService.SimpleServiceProtocol {
  let desk: Desk

  func reconcileBank(
    request: Bergulir_V1_ReconcileBankRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ReconcileBankResponse {
    let upk = Call.current.upk.id
    let month = try Field("month", request.month).month()
    guard request.lines.count <= ReconcileBank.limit else {
      throw Refusal(.statementTooLong(lines: request.lines.count, limit: ReconcileBank.limit))
    }
    let lines = try request.lines.enumerated().map { try $1.line(at: $0) }
    let done = try await desk.perform(request.write) {
      ReconcileBank(
        upk: upk, account: AccountCode(request.account), month: month, lines: lines, day: $0)
    }
    var response = Bergulir_V1_ReconcileBankResponse()
    response.receipt = done.receipt
    response.reconciliation = try done.reconciliation
    response.reconciliation.name = done.receipt.name
    response.reconciliation.account = request.account
    response.reconciliation.month = month.description
    return response
  }

  func getReconciliation(
    request: Bergulir_V1_GetReconciliationRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Reconciliation {
    let upk = Call.current.upk
    let month = try Field("month", request.month).month()
    let key = BankMonth(upk: upk.id, account: AccountCode(request.account), month: month)
    let found = try await desk.store.reconciliation(
      key, version: request.version == 0 ? nil : request.version)
    guard let found else { throw Refusal(.notFound(.reconciliation, name: "\(month)")) }
    return Bergulir_V1_Reconciliation(whole: found, in: upk.code)
  }

  func listReconciliations(
    request: Bergulir_V1_ListReconciliationsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListReconciliationsResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent, request.asOf])
    let found = try await desk.store.reconciliations(
      upk.id, asOf: day, after: page.afterNumber, limit: page.limit)
    let (shown, next) = page.page(found) { "\($0.number)" }
    return .with {
      $0.reconciliations = shown.map { Bergulir_V1_Reconciliation($0, in: upk.code) }
      $0.nextPageToken = next
    }
  }
}

extension Desk.Performed {
  /// What the outcome of a reconciliation says of it.
  fileprivate var reconciliation: Bergulir_V1_Reconciliation {
    get throws {
      var found = Bergulir_V1_Reconciliation()
      found.version = try number("version")
      found.statementBalance = try number("statement")
      found.ledgerBalance = try number("ledger")
      found.matched = Int32(clamping: try number("matched"))
      found.onlyInBank = Int32(clamping: try number("only_in_bank"))
      found.onlyInBankAmount = try number("only_in_bank_amount")
      found.onlyInBooks = Int32(clamping: try number("only_in_books"))
      found.onlyInBooksAmount = try number("only_in_books_amount")
      found.adjustedStatement = found.statementBalance + found.onlyInBooksAmount
      found.adjustedLedger = found.ledgerBalance + found.onlyInBankAmount
      found.unexplained = try number("unexplained")
      found.isReconciled = try text("is_reconciled") == "true"
      return found
    }
  }
}
