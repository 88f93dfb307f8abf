import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

/// Registers a group of five women through the wire and returns its name.
private func registerGroup(_ daemon: Daemon, _ desks: Desks) async throws -> String {
  let persons = Bergulir_V1_PersonService.Client(wrapping: daemon.client)
  let members = Bergulir_V1_MemberService.Client(wrapping: daemon.client)
  let ksm = try await Bergulir_V1_KSMService.Client(wrapping: daemon.client).registerKSM(
    .with {
      $0.write = writing(on: "2015-03-01")
      $0.parent = malabutor
      $0.displayName = "KSM Melati"
      $0.formedOn = "2015-03-01"
    }, metadata: desks.loanOfficer)
  for number in 1...5 {
    let person = try await persons.registerPerson(
      .with {
        $0.write = writing(on: "2015-03-01")
        $0.fullName = "Ibu \(number)"
        $0.gender = "female"
        $0.nik = "990000000000900\(number)"
      }, metadata: desks.loanOfficer)
    let member = try await members.addMember(
      .with {
        $0.write = writing(on: "2015-03-01")
        $0.parent = ksm.receipt.name
        $0.person = person.receipt.name
      }, metadata: desks.manager)
    #expect(member.receipt.name == "\(ksm.receipt.name)/members/\(number)")
  }
  return ksm.receipt.name
}

/// Takes a group's application to its approval and agreement, and returns its name.
private func approve(_ ksm: String, _ daemon: Daemon, _ desks: Desks) async throws -> String {
  let application = try await Bergulir_V1_ApplicationService.Client(wrapping: daemon.client)
    .submitApplication(.ofFive(ksm), metadata: desks.loanOfficer)
  let name = application.receipt.name
  #expect(application.state == "submitted")
  let inspection = try await Bergulir_V1_InspectionService.Client(wrapping: daemon.client)
    .recordInspection(
      .with {
        $0.write = writing(on: "2016-01-12")
        $0.name = name
        $0.witness = "persons/\(daemon.world.boardMember.value)"
        $0.recommended = Bergulir_V1_Share.five(1_000_000)
        $0.appraisals = Bergulir_V1_Appraisal.five
      }, metadata: desks.loanOfficer)
  #expect(inspection.recommended == 5_000_000)
  let approvals = Bergulir_V1_ApprovalService.Client(wrapping: daemon.client)
  for (desk, state) in [(desks.manager, "inDecision"), (desks.coordinator, "approved")] {
    let signed = try await approvals.signApproval(
      .with {
        $0.write = writing(on: "2016-01-15")
        $0.name = name
        $0.verdict = "approve"
      }, metadata: desk)
    #expect(signed.state == state)
  }
  let contract = try await Bergulir_V1_ApplicationService.Client(wrapping: daemon.client)
    .signContract(
      .with {
        $0.write = writing(on: "2016-01-15")
        $0.name = name
        $0.reference = "SPP-01/2016"
        $0.setOffConsent = true
        $0.signers = [1, 2, 3, 4, 5]
      }, metadata: desks.loanOfficer)
  #expect(contract.state == "contracted")
  return name
}

@Test func `a loan goes from a group's first day to its repayment and its reports`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let ksm = try await registerGroup(daemon, desks)
    try await daemon.world.makeEligible(KSMID(daemon.world.upk.id, 1))
    let application = try await approve(ksm, daemon, desks)
    let disbursed = try await Bergulir_V1_DisbursementService.Client(wrapping: daemon.client)
      .disburse(
        .with {
          $0.write = writing(on: "2016-01-20")
          $0.name = application
          $0.signatories = daemon.signatories
          $0.witness = "persons/\(daemon.world.boardMember.value)"
        }, metadata: desks.cashier)
    #expect(disbursed.principal == 5_000_000)
    #expect(disbursed.receipt.vouchers == ["KK-2016-0001"])
    #expect(disbursed.receipt.name == malabutor + "/loans/1")

    let repayments = Bergulir_V1_RepaymentService.Client(wrapping: daemon.client)
    let repaid = try await repayments.recordRepayment(
      .ofFirstLoan(575_000), metadata: desks.cashier)
    #expect(repaid.serviceCharge == 75_000)
    #expect(repaid.principal == 500_000)
    #expect(repaid.outstanding == 4_500_000)
    #expect(repaid.state == "active")
    let listed = try await repayments.listRepayments(
      .with { $0.name = malabutor + "/loans/1" }, metadata: desks.manager)
    #expect(listed.repayments.map(\.amount) == [575_000])
    #expect(listed.repayments.map(\.voucher) == repaid.receipt.vouchers)

    let shown = try await Bergulir_V1_ApplicationService.Client(wrapping: daemon.client)
      .getApplication(.with { $0.name = application }, metadata: desks.coordinator)
    #expect(shown.state == "disbursed")
    #expect(shown.loan == malabutor + "/loans/1")
    #expect(shown.approvals.map(\.step) == [1, 2])
  }
}

@Test func `a group and its members read as of any day`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let ksm = try await registerGroup(daemon, desks)
    let groups = Bergulir_V1_KSMService.Client(wrapping: daemon.client)
    let members = Bergulir_V1_MemberService.Client(wrapping: daemon.client)
    _ = try await members.endMembership(
      .with {
        $0.write = writing(on: "2016-05-01")
        $0.name = ksm + "/members/5"
      }, metadata: desks.manager)
    for (day, count) in [("2015-02-28", 0), ("2015-03-01", 5), ("2016-05-01", 4), ("", 4)] {
      let shown = try await groups.getKSM(
        .with {
          $0.name = ksm
          $0.asOf = day
        }, metadata: desks.coordinator)
      #expect(Int(shown.members) == count)
      let listed = try await members.listMembers(
        .with {
          $0.parent = ksm
          $0.asOf = day
        }, metadata: desks.coordinator)
      #expect(listed.members.map(\.fullName) == (0..<count).map { "Ibu \($0 + 1)" })
    }
  }
}

@Test func `a loan and its class read as of any day`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    _ = try await daemon.world.disbursedLoan(try await daemon.world.registerKSM(members: 5))
    let loans = Bergulir_V1_LoanService.Client(wrapping: daemon.client)
    for (day, collectability) in [
      ("2016-02-20", 1), ("2016-02-21", 2), ("2016-05-20", 3), ("", 5),
    ] {
      let loan = try await loans.getLoan(
        .with {
          $0.name = malabutor + "/loans/1"
          $0.asOf = day
        }, metadata: desks.manager)
      #expect(Int(loan.collectability) == collectability, "\(day)")
      #expect(loan.schedule.count == 10)
    }
    let before = await problem {
      _ = try await loans.getLoan(
        .with {
          $0.name = malabutor + "/loans/1"
          $0.asOf = "2016-01-19"
        }, metadata: desks.manager)
    }
    #expect(before?.status == .notFound)
    let report = try await loans.getCollectability(
      .with {
        $0.parent = malabutor
        $0.asOf = "2016-05-20"
      }, metadata: desks.manager)
    #expect(report.classes.map(\.outstanding) == [0, 0, 5_000_000, 0, 0])
    #expect(report.defaultReserve.missing == 750_000)
    let authority = try await Bergulir_V1_AuthorityService.Client(wrapping: daemon.client)
      .getAuthority(
        .with {
          $0.parent = malabutor
          $0.asOf = "2016-05-20"
        }, metadata: desks.coordinator)
    #expect(authority.category == "SUSPENDED")
    #expect(authority.admitted == ["returningCurrent"])
  }
}

@Test func `one person with two tokens signs once`() async throws {
  try await Daemon.servingLenders { daemon in
    let world = daemon.world
    let desks = try await Desks(daemon)
    // The manager becomes coordinator too, as another account of the same person.
    try await world.fixture.run(
      AssignRole(
        person: world.manager, role: .bkmCoordinator, scope: .upk(world.upk.id),
        from: day("2016-01-01"), until: nil, day: day("2016-01-01")), by: PersonID(0))
    let other = try await daemon.token(of: world.manager, label: "board-desk")
    let application = try await world.submit(try await world.registerKSM(members: 5))
    try await world.inspect(application)
    let approvals = Bergulir_V1_ApprovalService.Client(wrapping: daemon.client)
    let request = Bergulir_V1_SignApprovalRequest.with {
      $0.name = malabutor + "/applications/\(application.number)"
      $0.verdict = "approve"
    }
    _ = try await approvals.signApproval(
      request.with(writing(on: "2016-01-15")), metadata: desks.manager)
    let found = await problem {
      _ = try await approvals.signApproval(
        request.with(writing(on: "2016-01-15")), metadata: other)
    }
    #expect(found?.status == .failedPrecondition)
    #expect(found?.first.reason == "SAME_PERSON_AS_EARLIER_STEP")
    #expect(found?.facts["step"] == "1")
  }
}

extension Bergulir_V1_SignApprovalRequest {
  fileprivate func with(_ write: Bergulir_V1_Write) -> Self {
    var request = self
    request.write = write
    return request
  }
}
