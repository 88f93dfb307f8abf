internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Loans that were given up, and what is still claimed on them.
struct WriteOffService: Bergulir_V1_WriteOffService.SimpleServiceProtocol {
  let desk: Desk

  func writeOffLoan(
    request: Bergulir_V1_WriteOffLoanRequest, context: ServerContext
  ) async throws -> Bergulir_V1_WriteOffLoanResponse {
    let loan = LoanID(Call.current.upk.id, try Field("name", request.name).loan().number)
    let proposedBy = try Field("proposed_by", request.proposedBy).person()
    let minutes = try Field("minutes", request.minutes).line()
    let report = try Field("report", request.report).line()
    let savingsKept = try Field("savings_kept", request.savingsKept).optionalLines() ?? ""
    let ksm = try await ksm(of: loan)
    let done = try await desk.perform(request.write) {
      WriteOffLoan(
        loan: loan, ksm: ksm, proposedBy: proposedBy, minutes: minutes, report: report,
        savingsKept: savingsKept, day: $0)
    }
    var response = Bergulir_V1_WriteOffLoanResponse()
    response.receipt = done.receipt
    response.principal = try done.number("principal")
    response.serviceCharge = try done.number("service_charge")
    response.fromReserve = try done.number("from_reserve")
    response.cost = try done.number("cost")
    return response
  }

  func recoverClaim(
    request: Bergulir_V1_RecoverClaimRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RecoverClaimResponse {
    let loan = LoanID(Call.current.upk.id, try Field("name", request.name).loan().number)
    let account = AccountCode(chosen: request.account, or: .cash)
    let reference = try Field("reference", request.reference).optionalLine()
    let done = try await desk.perform(request.write) {
      RecoverClaim(
        loan: loan, amount: Rupiah(request.amount), account: account, reference: reference,
        day: $0)
    }
    var response = Bergulir_V1_RecoverClaimResponse()
    response.receipt = done.receipt
    response.principal = try done.number("principal")
    response.serviceCharge = try done.number("service_charge")
    response.claim = try done.number("claim")
    response.state = try done.text("state")
    // A dry run draws no number: the one it saw may be another receipt's tomorrow.
    if !done.recorded.isDryRun {
      response.receiptNumber = done.recorded.outcome["receipt"] ?? ""
    }
    return response
  }

  func reverseRecovery(
    request: Bergulir_V1_ReverseRecoveryRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ReverseRecoveryResponse {
    let receipt = try Field("receipt", request.receipt).receiptNumber()
    let reason = try Field("reason", request.reason).line()
    guard let loan = try await desk.store.claim(of: receipt, in: Call.current.upk.id) else {
      throw Refusal(.notFound(.repayment, name: "\(receipt)"))
    }
    let ksm = try await ksm(of: loan)
    let done = try await desk.perform(request.write) {
      ReverseRecovery(loan: loan, ksm: ksm, receipt: receipt, reason: reason, day: $0)
    }
    var response = Bergulir_V1_ReverseRecoveryResponse()
    response.receipt = done.receipt
    response.claim = try done.number("claim")
    response.state = try done.text("state")
    return response
  }

  /// The group of a loan.
  ///
  /// - Throws: `notFound`.
  private func ksm(of loan: LoanID) async throws -> KSMID {
    guard let found = try await desk.store.loan(loan)?.loan else {
      throw Refusal(.notFound(.loan, name: "\(loan.number)"))
    }
    return found.ksm
  }

  func waiveClaim(
    request: Bergulir_V1_WaiveClaimRequest, context: ServerContext
  ) async throws -> Bergulir_V1_WaiveClaimResponse {
    let loan = LoanID(Call.current.upk.id, try Field("name", request.name).loan().number)
    let minutes = try Field("minutes", request.minutes).line()
    let reason = try Field("reason", request.reason).lines()
    let done = try await desk.perform(request.write) {
      WaiveClaim(loan: loan, minutes: minutes, reason: reason, day: $0)
    }
    var response = Bergulir_V1_WaiveClaimResponse()
    response.receipt = done.receipt
    response.principal = try done.number("principal")
    response.serviceCharge = try done.number("service_charge")
    return response
  }

  /// By the number of the loan, as of a day.
  func listWriteOffs(
    request: Bergulir_V1_ListWriteOffsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListWriteOffsResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let page = try request.page.request(
      filter: [
        context.descriptor.fullyQualifiedMethod, request.parent, request.asOf,
        "\(request.openOnly)",
      ])
    let gone = try await desk.store.loanBook(upk.id).loans.filter { history in
      guard let writeOff = history.writeOff, writeOff.on <= day else { return false }
      return !request.openOnly || writeOff.state(asOf: day) == .writtenOff
    }
    let (found, next) = page.page(ofAll: gone) { $0.loan.id.number }
    return .with {
      $0.writeOffs = found.compactMap { history in
        history.writeOff.map {
          Bergulir_V1_WriteOff($0, ksm: history.loan.ksm.number, in: upk.code, asOf: day)
        }
      }
      $0.nextPageToken = next
    }
  }
}
