internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// What is held for groups beyond their debts.
struct SuspenseService: Bergulir_V1_SuspenseService.SimpleServiceProtocol {
  let desk: Desk

  func listSuspense(
    request: Bergulir_V1_ListSuspenseRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListSuspenseResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent, request.asOf])
    let found = try await desk.store.suspense(
      upk.id, asOf: day, after: page.afterNumber, limit: page.limit)
    let unnamed = try await desk.store.unnamedSuspense(upk.id, asOf: day)
    let (held, next) = page.page(found) { "\($0.ksm.number)" }
    return .with {
      $0.unnamed = unnamed.amount
      $0.suspense = held.map { ksm, balance in
        .with {
          $0.ksm = ResourceName.ksm(upk.code, ksm.number).description
          $0.asOf = day.description
          $0.balance = balance.amount
        }
      }
      $0.nextPageToken = next
    }
  }

  func refundSuspense(
    request: Bergulir_V1_RefundSuspenseRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RefundSuspenseResponse {
    let ksm = KSMID(Call.current.upk.id, try Field("name", request.name).ksm().number)
    let account = AccountCode(chosen: request.account, or: .cash)
    let reference = try Field("reference", request.reference).optionalLine()
    let done = try await desk.perform(request.write) {
      RefundSuspense(
        ksm: ksm, amount: Rupiah(request.amount), account: account, reference: reference, day: $0)
    }
    var response = Bergulir_V1_RefundSuspenseResponse()
    response.receipt = done.receipt
    response.balance = try done.number("balance")
    return response
  }

  func applySuspense(
    request: Bergulir_V1_ApplySuspenseRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ApplySuspenseResponse {
    let loan = try await desk.loan(try Field("name", request.name).loan())
    let done = try await desk.perform(request.write) {
      ApplySuspense(loan: loan.id, ksm: loan.ksm, amount: Rupiah(request.amount), day: $0)
    }
    var response = Bergulir_V1_ApplySuspenseResponse()
    response.repayment = try Bergulir_V1_RecordRepaymentResponse(done)
    return response
  }
}

extension Desk {
  /// The loan of a name in the UPK of the call.
  ///
  /// - Throws: `Refusal` of a loan that is not there, `StoreError`.
  func loan(_ name: NumberedName) async throws -> Loan {
    guard let loan = try await store.loan(LoanID(Call.current.upk.id, name.number))?.loan else {
      throw Refusal(.notFound(.loan, name: "\(name.number)"))
    }
    return loan
  }
}
