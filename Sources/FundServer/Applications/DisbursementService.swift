internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// The pay-out, and what members sign for it.
struct DisbursementService: Bergulir_V1_DisbursementService.SimpleServiceProtocol {
  let desk: Desk

  func disburse(
    request: Bergulir_V1_DisburseRequest, context: ServerContext
  ) async throws -> Bergulir_V1_DisburseResponse {
    let number = try Field("name", request.name).application().number
    let application = ApplicationID(Call.current.upk.id, number)
    let account = AccountCode(chosen: request.account, or: .bank)
    let signatories = try request.signatories.map { name throws(Fault) in
      try Field("signatories", name).person()
    }
    let witness = try Field("witness", request.witness).person()
    let done = try await desk.perform(request.write) {
      Disburse(
        application: application, account: account, signatories: signatories, witness: witness,
        day: $0)
    }
    let principal = try done.number("principal")
    return .with {
      $0.receipt = done.receipt
      $0.principal = principal
    }
  }

  func confirmReceipts(
    request: Bergulir_V1_ConfirmReceiptsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ConfirmReceiptsResponse {
    let loan = LoanID(Call.current.upk.id, try Field("name", request.name).loan().number)
    let mark = try Field("mark", request.mark).choice(ReceiptMark.self)
    let reference = try Field("reference", request.reference).line()
    let witness = try Field("witness", request.witness).person()
    let done = try await desk.perform(request.write) {
      ConfirmReceipts(
        loan: loan, received: request.received.map(\.share), mark: mark, reference: reference,
        witness: witness, day: $0)
    }
    var response = Bergulir_V1_ConfirmReceiptsResponse()
    response.receipt = done.receipt
    response.confirmed = Int32(clamping: try done.number("confirmed"))
    response.unconfirmed = Int32(clamping: try done.number("unconfirmed"))
    return response
  }

  func voidDisbursement(
    request: Bergulir_V1_VoidDisbursementRequest, context: ServerContext
  ) async throws -> Bergulir_V1_VoidDisbursementResponse {
    let loan = LoanID(Call.current.upk.id, try Field("name", request.name).loan().number)
    let reason = try Field("reason", request.reason).lines()
    let done = try await desk.perform(request.write) {
      VoidDisbursement(loan: loan, reason: reason, day: $0)
    }
    let principal = try done.number("principal")
    return .with {
      $0.receipt = done.receipt
      $0.principal = principal
    }
  }

  func getDisbursement(
    request: Bergulir_V1_GetDisbursementRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Disbursement {
    let name = try Field("name", request.name).loan()
    let day = try Call.current.day(request.asOf)
    let found = try await desk.store.disbursement(LoanID(Call.current.upk.id, name.number))
    guard let found, found.loan.disbursedOn <= day else {
      throw Refusal(.notFound(.loan, name: "\(name.number)"))
    }
    return Bergulir_V1_Disbursement(found, in: name.upk, asOf: day)
  }

  func listDisbursements(
    request: Bergulir_V1_ListDisbursementsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListDisbursementsResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let page = try request.page.request(
      filter: [
        context.descriptor.fullyQualifiedMethod, request.parent, request.asOf,
        "\(request.unconfirmedOnly)",
      ])
    let found = try await desk.store.disbursements(
      upk.id, asOf: day, unconfirmedOnly: request.unconfirmedOnly, after: page.afterNumber,
      limit: page.limit)
    let (loans, next) = page.page(found) { "\($0.loan.id.number)" }
    return .with {
      $0.disbursements = loans.map { Bergulir_V1_Disbursement($0, in: upk.code, asOf: day) }
      $0.nextPageToken = next
    }
  }
}
