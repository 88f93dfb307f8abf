internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// What is paid on loans.
struct RepaymentService: Bergulir_V1_RepaymentService.SimpleServiceProtocol {
  let desk: Desk

  func recordRepayment(
    request: Bergulir_V1_RecordRepaymentRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RecordRepaymentResponse {
    let loan = LoanID(Call.current.upk.id, try Field("name", request.name).loan().number)
    let account = AccountCode(chosen: request.account, or: .cash)
    let reference = try Field("reference", request.reference).optionalLine()
    let done = try await desk.perform(request.write) {
      RecordRepayment(
        loan: loan, amount: Rupiah(request.amount), account: account, reference: reference,
        day: $0)
    }
    var response = Bergulir_V1_RecordRepaymentResponse()
    response.receipt = done.receipt
    response.principal = try done.number("principal")
    response.serviceCharge = try done.number("service_charge")
    response.outstanding = try done.number("outstanding")
    response.waived = try done.number("waived")
    response.state = try done.text("state")
    return response
  }

  func listRepayments(
    request: Bergulir_V1_ListRepaymentsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListRepaymentsResponse {
    let number = try Field("name", request.name).loan().number
    let loan = LoanID(Call.current.upk.id, number)
    guard try await desk.store.loan(loan) != nil else {
      throw Refusal(.notFound(.loan, name: "\(number)"))
    }
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.name])
    let found = try await desk.store.repayments(
      loan, after: page.afterNumber, limit: page.limit)
    let (repayments, next) = page.page(found) { "\($0.sequence)" }
    return .with {
      $0.repayments = repayments.map {
        Bergulir_V1_Repayment(
          on: $0.on, $0.paid, voucher: $0.voucher, reference: $0.reference,
          sequence: $0.sequence)
      }
      $0.nextPageToken = next
    }
  }
}
