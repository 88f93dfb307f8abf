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
    let reference = try Field("reference", request.reference).optionalLine()
    let done = try await desk.perform(request.write) {
      RecordRepayment(
        loan: loan, amount: Rupiah(request.amount),
        account: AccountCode(chosen: request.account, or: .cash), reference: reference,
        members: request.members.map(\.payment), excess: request.holdExcess ? .hold : .refuse,
        day: $0)
    }
    return try Bergulir_V1_RecordRepaymentResponse(done)
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
        Bergulir_V1_Repayment($0.repayment, $0.paid, sequence: $0.sequence)
      }
      $0.nextPageToken = next
    }
  }

  func reverseRepayment(
    request: Bergulir_V1_ReverseRepaymentRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ReverseRepaymentResponse {
    let upk = Call.current.upk.id
    let receipt = try Field("receipt", request.receipt).receiptNumber()
    let reason = try Field("reason", request.reason).line()
    guard let id = try await desk.store.loan(of: receipt, in: upk),
      let loan = try await desk.store.loan(id)?.loan
    else {
      throw Refusal(.notFound(.repayment, name: "\(receipt)"))
    }
    let done = try await desk.perform(request.write) {
      ReverseRepayment(loan: id, ksm: loan.ksm, receipt: receipt, reason: reason, day: $0)
    }
    var response = Bergulir_V1_ReverseRepaymentResponse()
    response.receipt = done.receipt
    response.outstanding = try done.number("outstanding")
    response.state = try done.text("state")
    return response
  }

  func recordSheet(
    request: Bergulir_V1_RecordSheetRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RecordSheetResponse {
    try await CollectionSheet(desk: desk, request: request).record()
  }
}

extension Bergulir_V1_RecordRepaymentResponse {
  /// What came of any command that pays a loan.
  init(_ done: Desk.Performed) throws {
    self.init()
    receipt = done.receipt
    principal = try done.number("principal")
    serviceCharge = try done.number("service_charge")
    outstanding = try done.number("outstanding")
    waived = try done.number("waived")
    state = try done.text("state")
    // What was recorded before receipts were kept has none of the rest.
    func amount(_ name: String) throws -> Int64 {
      done.recorded.outcome[name] == nil ? 0 : try done.number(name)
    }
    lateFee = try amount("late_fee")
    savings = try amount("savings")
    held = try amount("held")
    // A dry run draws no number: the one it saw may be another receipt's tomorrow.
    if !done.recorded.isDryRun { receiptNumber = done.recorded.outcome["receipt"] ?? "" }
    members = done.recorded.outcome.fields.compactMap(Bergulir_V1_MemberPayment.init)
      .sorted { ($0.member, $0.payer) < ($1.member, $1.payer) }
  }
}

extension Bergulir_V1_MemberPayment {
  /// A field of an outcome such as `member.3.1`; `nil` for any other.
  fileprivate init?(_ field: Content.Field) {
    // Most fields are others.
    guard field.name.hasPrefix("member.") else { return nil }
    let parts = field.name.split(separator: ".")
    guard parts.count == 3, parts[0] == "member", let member = Int64(parts[1]),
      let payer = Int64(parts[2]), let amount = Int64(field.value)
    else { return nil }
    self.init()
    self.member = member
    self.payer = payer
    self.amount = amount
  }
}
