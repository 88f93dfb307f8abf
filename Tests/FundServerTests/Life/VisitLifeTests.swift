import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

private let loanName = malabutor + "/loans/1"

private func disbursements(
  _ daemon: Daemon
) -> Bergulir_V1_DisbursementService.Client<some ClientTransport> {
  Bergulir_V1_DisbursementService.Client(wrapping: daemon.client)
}

private func visits(_ daemon: Daemon) -> Bergulir_V1_VisitService.Client<some ClientTransport> {
  Bergulir_V1_VisitService.Client(wrapping: daemon.client)
}

private func receipts(
  _ members: [Int64], _ daemon: Daemon, id: String? = nil
) -> Bergulir_V1_ConfirmReceiptsRequest {
  .with {
    $0.write = writing(on: "2016-01-20", id: id)
    $0.name = loanName
    $0.received = Bergulir_V1_Share.five(1_000_000).filter { members.contains($0.member) }
    $0.mark = "signature"
    $0.witness = "persons/\(daemon.world.boardMember.value)"
  }
}

@Test func `members sign over the wire until a pay-out is final`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    _ = try await daemon.world.disbursedLoan(try await daemon.world.registerKSM(members: 5))
    let id = RequestID().description
    let first = try await disbursements(daemon).confirmReceipts(
      receipts([1, 2], daemon, id: id), metadata: desks.cashier)
    #expect(first.confirmed == 2 && first.unconfirmed == 3 && first.receipt.name == loanName)
    let again = try await disbursements(daemon).confirmReceipts(
      receipts([1, 2], daemon, id: id), metadata: desks.cashier)
    #expect(again.receipt.replayed && again.confirmed == 2)
    let twice = await problem {
      _ = try await disbursements(daemon).confirmReceipts(
        receipts([2, 3], daemon), metadata: desks.cashier)
    }
    #expect(twice?.first.reason == "RECEIPT_RECORDED" && twice?.facts["member"] == "2")
    let void = await problem {
      _ = try await disbursements(daemon).voidDisbursement(
        .with {
          $0.write = writing(on: "2016-01-21")
          $0.name = loanName
          $0.reason = "Nobody came"
        }, metadata: desks.manager)
    }
    #expect(void?.first.reason == "RECEIPTS_ON_FILE")
    let open = try await disbursements(daemon).listDisbursements(
      .with {
        $0.parent = malabutor
        $0.unconfirmedOnly = true
      }, metadata: desks.manager)
    #expect(open.disbursements.map(\.unconfirmed) == [[3, 4, 5]])
    _ = try await disbursements(daemon).confirmReceipts(
      receipts([3, 4, 5], daemon), metadata: desks.cashier)
    let shown = try await disbursements(daemon).getDisbursement(
      .with { $0.name = loanName }, metadata: desks.manager)
    #expect(shown.final && shown.receipts.count == 5 && shown.signatories.count == 3)
    #expect(shown.account == 11021 && shown.voidedOn.isEmpty)
  }
}

@Test func `a pay-out taken back over the wire cancels loan and application`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    _ = try await daemon.world.disbursedLoan(try await daemon.world.registerKSM(members: 5))
    let done = try await disbursements(daemon).voidDisbursement(
      .with {
        $0.write = writing(on: "2016-01-21")
        $0.name = loanName
        $0.reason = "Nobody came"
      }, metadata: desks.manager)
    #expect(done.principal == 5_000_000 && done.receipt.vouchers == ["KM-2016-0001"])
    let loan = try await Bergulir_V1_LoanService.Client(wrapping: daemon.client).getLoan(
      .with { $0.name = loanName }, metadata: desks.manager)
    #expect(loan.state == "cancelled" && loan.outstanding == 0 && loan.collectability == 1)
    let statement = try await Bergulir_V1_JointLiabilityService.Client(wrapping: daemon.client)
      .getMemberStatement(
        .with {
          $0.name = malabutor + "/ksms/1/members/1"
          $0.asOf = "2016-06-01"
        }, metadata: desks.manager)
    #expect(statement.loans.map(\.state) == ["cancelled"] && !statement.fullName.isEmpty)
    #expect(statement.loans.map(\.standing.due) == [0] && statement.loans[0].schedule.isEmpty)
    let application = try await Bergulir_V1_ApplicationService.Client(wrapping: daemon.client)
      .getApplication(
        .with { $0.name = malabutor + "/applications/1" }, metadata: desks.manager)
    #expect(application.state == "cancelled" && application.loan.isEmpty)
    let before = try await disbursements(daemon).getDisbursement(
      .with {
        $0.name = loanName
        $0.asOf = "2016-01-20"
      }, metadata: desks.manager)
    #expect(before.voidedOn.isEmpty && before.unconfirmed.count == 5 && !before.final)
  }
}

@Test func `visits that are due come in pages`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    _ = try await daemon.world.disbursedLoan(try await daemon.world.registerKSM(members: 5))
    let due = try await visits(daemon).listDueVisits(
      .with {
        $0.parent = malabutor
        $0.asOf = "2016-02-21"
        $0.page.size = 2
      }, metadata: desks.manager)
    #expect(due.visits.map(\.member) == [1, 2] && due.visits.allSatisfy(\.overdue))
    let rest = try await visits(daemon).listDueVisits(
      .with {
        $0.parent = malabutor
        $0.asOf = "2016-02-21"
        $0.page.size = 9
        $0.page.token = due.nextPageToken
      }, metadata: desks.manager)
    #expect(rest.visits.map(\.member) == [3, 4, 5] && rest.nextPageToken.isEmpty)
  }
}

@Test func `a lent name is found, reported and blocked until the board lifts it`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    _ = try await daemon.world.disbursedLoan(try await daemon.world.registerKSM(members: 5))
    _ = try await disbursements(daemon).confirmReceipts(
      receipts([1], daemon), metadata: desks.cashier)
    let recorded = try await visits(daemon).recordVisit(
      .with {
        $0.write = writing(on: "2016-02-21")
        $0.parent = loanName
        $0.member = 1
        $0.received = 400_000
        $0.use = "byAnother"
        $0.beneficiary = "persons/\(daemon.world.bookkeeper.value)"
      }, metadata: desks.loanOfficer)
    #expect(recorded.finding == "nameLending" && recorded.blocked == 2)
    #expect(recorded.receipt.name == malabutor + "/visits/1")
    let findings = try await visits(daemon).getVisitFindings(
      .with {
        $0.parent = malabutor
        $0.asOf = "2016-02-21"
      }, metadata: desks.manager)
    #expect(findings.due == 5 && findings.visited == 1 && findings.findingsPerThousand == 1000)
    let blocks = try await visits(daemon).listBlocks(
      .with {
        $0.parent = malabutor
        $0.standingOnly = true
      }, metadata: desks.manager)
    #expect(blocks.blocks.map(\.cause) == ["beneficiary", "witness"])
    _ = try await visits(daemon).liftBlock(
      .with {
        $0.write = writing(on: "2016-03-01")
        $0.name = malabutor + "/blocks/2"
        $0.minutes = "BA-07/2016"
      }, metadata: desks.coordinator)
    let left = try await visits(daemon).listBlocks(
      .with {
        $0.parent = malabutor
        $0.standingOnly = true
      }, metadata: desks.manager)
    #expect(left.blocks.map(\.name) == [malabutor + "/blocks/1"])
    let listed = try await visits(daemon).listVisits(
      .with {
        $0.parent = malabutor
        $0.loan = loanName
        $0.findingsOnly = true
      }, metadata: desks.manager)
    #expect(listed.visits.map(\.member) == [1])
  }
}

@Test func `a NIK that cannot be is refused by its parts, and its digits stay here`()
  async throws
{
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let digits = "20" + "0000" + "320180" + "0000"
    let refused = await problem {
      _ = try await Bergulir_V1_PersonService.Client(wrapping: daemon.client).registerPerson(
        .with {
          $0.write = writing(on: "2016-01-10")
          $0.fullName = "Contoh"
          $0.gender = "male"
          $0.nik = digits
        }, metadata: desks.loanOfficer)
    }
    #expect(refused?.status == .invalidArgument && refused?.first.reason == "NIK_NOT_PLAUSIBLE")
    #expect(refused?.facts["parts"] == "province,district,birth,serial")
    #expect(!"\(String(describing: refused))".contains(digits))
  }
}

@Test func `who owes elsewhere is refused without a word of where`() async throws {
  try await Daemon.servingLenders { daemon in
    let world = daemon.world
    let second = try await world.secondUPK()
    let persons = try await world.registerPersons(5)
    _ = try await world.disbursedLoan(try await world.registerKSM(of: persons))
    let group = try await second.registerKSM(of: persons)
    let application = try await second.submit(group)
    let desks = try await Desks(daemon)
    let error = await #expect(throws: RPCError.self) {
      _ = try await Bergulir_V1_InspectionService.Client(wrapping: daemon.client)
        .recordInspection(
          .with {
            $0.write = writing(on: "2016-01-21")
            $0.name = "upks/malabutor-dua/applications/\(application.number)"
            $0.witness = "persons/\(world.boardMember.value)"
            $0.recommended = Bergulir_V1_Share.five(1_000_000)
            $0.appraisals = Bergulir_V1_Appraisal.five
          }, metadata: desks.loanOfficer)
    }
    let told = try #require(error.flatMap { Problem($0) })
    #expect(Set(told.violations.map(\.reason)) == ["BORROWER_HAS_OPEN_SHARE"])
    #expect(told.violations.allSatisfy { $0.facts.map(\.name) == ["member"] })
    // Neither the other UPK nor its loan, its group or anybody's name stands in any of it.
    let whole = "\(String(describing: error))"
    for word in ["upks/malabutor/", "UPK malabutor ", "loans/", "KSM Melati", "Warga"] {
      #expect(!whole.contains(word), "\(word)")
    }
  }
}
