internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Loans that were put off, and what followed them.
struct RestructuringService: Bergulir_V1_RestructuringService.SimpleServiceProtocol {
  let desk: Desk

  func restructureLoan(
    request: Bergulir_V1_RestructureLoanRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RestructureLoanResponse {
    let loan = LoanID(Call.current.upk.id, try Field("name", request.name).loan().number)
    let grounds = Restructuring.Grounds(
      reason: try Field("reason", request.reason).lines(),
      evidence: try Field("evidence", request.evidence).lines(),
      agreement: try Field("agreement", request.agreement).line(),
      minutes: try Field("minutes", request.minutes).line(),
      notice: try Field("notice", request.notice).line())
    let done = try await desk.perform(request.write) {
      RestructureLoan(loan: loan, months: Int(request.months), grounds: grounds, day: $0)
    }
    var response = Bergulir_V1_RestructureLoanResponse()
    response.receipt = done.receipt
    response.principal = try done.number("principal")
    response.serviceCharge = try done.number("service_charge")
    response.collectability = Int32(clamping: try done.number("collectability"))
    return response
  }

  func getRestructuring(
    request: Bergulir_V1_GetRestructuringRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Restructuring {
    let upk = Call.current.upk
    let number = try Field("name", request.name).loan().number
    let found = try await desk.store.restructurings(upk.id).first {
      $0.loan.number == number || $0.successor.number == number
    }
    guard let found else { throw Refusal(.notFound(.restructuring, name: "\(number)")) }
    return Bergulir_V1_Restructuring(found, in: upk.code)
  }

  func listRestructurings(
    request: Bergulir_V1_ListRestructuringsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListRestructuringsResponse {
    let upk = Call.current.upk
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent])
    let all = try await desk.store.restructurings(upk.id)
    let (found, next) = page.page(ofAll: all) { $0.loan.number }
    return .with {
      $0.restructurings = found.map { Bergulir_V1_Restructuring($0, in: upk.code) }
      $0.nextPageToken = next
    }
  }
}
