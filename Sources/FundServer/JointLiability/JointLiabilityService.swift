internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// How the members of a group answer for each other.
struct JointLiabilityService: Bergulir_V1_JointLiabilityService.SimpleServiceProtocol {
  let desk: Desk

  func callJointLiability(
    request: Bergulir_V1_CallJointLiabilityRequest, context: ServerContext
  ) async throws -> Bergulir_V1_CallJointLiabilityResponse {
    let loan = LoanID(Call.current.upk.id, try Field("name", request.name).loan().number)
    let decision = try Field("decision", request.decision).optionalLines() ?? ""
    let done = try await desk.perform(request.write) {
      CallJointLiability(loan: loan, present: request.present, decision: decision, day: $0)
    }
    var response = Bergulir_V1_CallJointLiabilityResponse()
    response.receipt = done.receipt
    response.short = try done.number("short")
    response.members = Int32(clamping: try done.number("members"))
    return response
  }

  func getJointLiability(
    request: Bergulir_V1_GetJointLiabilityRequest, context: ServerContext
  ) async throws -> Bergulir_V1_JointLiability {
    let name = try Field("name", request.name).loan()
    let day = try Call.current.day(request.asOf)
    let record = try await desk.store.loanRecord(
      LoanID(Call.current.upk.id, name.number), asOf: day)
    guard let record, record.loan.disbursedOn <= day else {
      throw Refusal(.notFound(.loan, name: "\(name.number)"))
    }
    return Bergulir_V1_JointLiability(
      record.standing(asOf: day), record.loan, calls: record.calls, in: name.upk)
  }

  func settleMemberDebt(
    request: Bergulir_V1_SettleMemberDebtRequest, context: ServerContext
  ) async throws -> Bergulir_V1_SettleMemberDebtResponse {
    let loan = LoanID(Call.current.upk.id, try Field("name", request.name).loan().number)
    let pair = MemberPair(debtor: request.debtor, creditor: request.creditor)
    let done = try await desk.perform(request.write) {
      SettleMemberDebt(loan: loan, pair: pair, amount: Rupiah(request.amount), day: $0)
    }
    var response = Bergulir_V1_SettleMemberDebtResponse()
    response.receipt = done.receipt
    response.open = try done.number("open")
    return response
  }

  func setOffSavings(
    request: Bergulir_V1_SetOffSavingsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_SetOffSavingsResponse {
    let loan = try await desk.loan(try Field("name", request.name).loan())
    let done = try await desk.perform(request.write) {
      SetOffSavings(loan: loan.id, ksm: loan.ksm, amount: Rupiah(request.amount), day: $0)
    }
    var response = Bergulir_V1_SetOffSavingsResponse()
    response.repayment = try Bergulir_V1_RecordRepaymentResponse(done)
    return response
  }

  func getMemberStatement(
    request: Bergulir_V1_GetMemberStatementRequest, context: ServerContext
  ) async throws -> Bergulir_V1_MemberStatement {
    let name = try Field("name", request.name).member()
    let day = try Call.current.day(request.asOf)
    let ksm = try await desk.ksm(name.ksm)
    guard ksm.members.contains(where: { $0.number == name.number && $0.joinedOn <= day }) else {
      throw Refusal(.notFound(.member, name: "\(ksm.id.number)/\(name.number)"))
    }
    var loans: [Bergulir_V1_MemberLoan] = []
    for id in try await desk.store.loans(of: ksm.id, asOf: day) {
      guard let record = try await desk.store.loanRecord(id, asOf: day),
        let loan = Bergulir_V1_MemberLoan(
          name.number, record.history, record.repayments, record.standing(asOf: day),
          in: name.ksm.upk)
      else { continue }
      loans.append(loan)
    }
    let person = ksm.members.first { $0.number == name.number }?.person
    let names = try await desk.fullNames(of: [person].compactMap { $0 })
    return .with {
      $0.name = request.name
      $0.asOf = day.description
      $0.loans = loans
      $0.fullName = person.flatMap { names[$0] } ?? ""
    }
  }
}

extension LoanRecord {
  /// How the members stand at the end of a day.
  fileprivate func standing(asOf day: Day) -> JointLiability {
    JointLiability(
      loan, repayments: repayments, settlements: settlements, writeOff: writeOff, asOf: day)
  }
}
