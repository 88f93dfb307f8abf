import FundAPI
import FundTesting
import GRPCCore
import GRPCInProcessTransport
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

private typealias Inside = InProcessTransport.Client

@Suite struct AccountabilityLifeTests {
  @Test func `a complaint is taken, answered and read by everybody in an office`() async throws {
    try await Daemon.servingLenders { daemon in
      let desks = try await Desks(daemon)
      let complaints = Bergulir_V1_ComplaintService.Client<Inside>(wrapping: daemon.client)
      let request = Bergulir_V1_RecordComplaintRequest.with {
        $0.write = writing(on: "2016-05-02")
        $0.parent = malabutor
        $0.channel = "box"
        $0.text = "Call 0812-3456-7890"
      }
      let taken = try await complaints.recordComplaint(request, metadata: desks.loanOfficer)
      #expect(taken.receipt.name == malabutor + "/complaints/1" && taken.mayNameSomebody)
      let again = try await complaints.recordComplaint(request, metadata: desks.loanOfficer)
      #expect(again.receipt.replayed && again.mayNameSomebody)
      let answered = try await complaints.answerComplaint(
        .with {
          $0.write = writing(on: "2016-05-09")
          $0.name = malabutor + "/complaints/1"
          $0.answer = "The sheet was posted"
        }, metadata: desks.manager)
      #expect(answered.days == 7 && answered.receipt.verb == "answered")
      let ward = try await daemon.token(.wardOffice, in: .region(daemon.world.upk.region))
      let list = try await complaints.listComplaints(
        .with {
          $0.parent = malabutor
          $0.asOf = "2016-05-08"
          $0.openOnly = true
        }, metadata: ward
      ).complaints
      #expect(list.map(\.name) == [malabutor + "/complaints/1"] && list[0].answer.isEmpty)
      let nik = await problem {
        _ = try await complaints.recordComplaint(
          .with {
            $0.write = writing(on: "2016-05-02")
            $0.parent = malabutor
            $0.channel = "letter"
            $0.text = "NIK 9900 0000 0000 0001"
          }, metadata: desks.loanOfficer)
      }
      #expect(nik?.first.reason == "PERSONAL_DATA_IN_TEXT")
    }
  }

  @Test func `supervisors inspect and ask, and the unit answers`() async throws {
    try await Daemon.servingLenders { daemon in
      let desks = try await Desks(daemon)
      let supervisor = try await daemon.token(of: FundWorld.supervisors[0])
      let service = Bergulir_V1_SupervisionService.Client<Inside>(wrapping: daemon.client)
      let loan = try await daemon.world.disbursedLoan(
        try await daemon.world.registerKSM(members: 5))
      let inspected = try await service.recordSupervision(
        .with {
          $0.write = writing(on: "2016-05-02")
          $0.parent = malabutor
          $0.note = "Cash book"
          $0.findings = [.with { $0.text = "No signature" }]
        }, metadata: supervisor)
      #expect(inspected.findings == 1)
      let confirmed = try await service.confirmBalances(
        .with {
          $0.write = writing(on: "2016-05-02")
          $0.parent = malabutor
          $0.asOf = "2016-02-01"
          $0.scope = "sample"
          $0.statements = [
            .with {
              $0.loan = malabutor + "/loans/\(loan.number)"
              $0.member = 1
              $0.stated = 1_000_000
              $0.evidence = "KW-9"
            }
          ]
        }, metadata: supervisor)
      #expect(confirmed.proven == 1 && confirmed.agreed == 0)
      let answer = Bergulir_V1_AnswerFindingRequest.with {
        $0.write = writing(on: "2016-06-10")
        $0.name = malabutor + "/findings/1"
        $0.answer = "Signed"
      }
      let denied = await problem {
        _ = try await service.answerFinding(answer, metadata: supervisor)
      }
      #expect(denied?.status == .permissionDenied)
      _ = try await service.answerFinding(answer, metadata: desks.bookkeeper)
      let findings = try await service.listFindings(
        .with { $0.parent = malabutor }, metadata: desks.coordinator
      ).findings
      #expect(
        findings.map(\.source) == [
          malabutor + "/supervisions/1", malabutor + "/confirmations/1",
        ])
      #expect(findings.map(\.isOverdue) == [false, true])
      let confirmations = try await service.listConfirmations(
        .with { $0.parent = malabutor }, metadata: desks.coordinator
      ).confirmations
      #expect(confirmations.first?.lines.first?.difference == -150_000)
      #expect(confirmations.first?.nextDue == "2016-08-01")
    }
  }

  @Test func `balances of another UPK's loans are no statements here`() async throws {
    try await Daemon.servingLenders { daemon in
      let supervisor = try await daemon.token(of: FundWorld.supervisors[0])
      let service = Bergulir_V1_SupervisionService.Client<Inside>(wrapping: daemon.client)
      let foreign = await problem {
        _ = try await service.confirmBalances(
          .with {
            $0.write = writing(on: "2016-05-02")
            $0.parent = malabutor
            $0.asOf = "2016-02-01"
            $0.scope = "sample"
            $0.statements = [.with { $0.loan = "upks/other/loans/1" }]
          }, metadata: supervisor)
      }
      #expect(foreign?.facts["field"] == "statements[0].loan")
    }
  }

  @Test func `meetings and publications are recorded and listed`() async throws {
    try await Daemon.servingLenders { daemon in
      let desks = try await Desks(daemon)
      let meetings = Bergulir_V1_MeetingService.Client<Inside>(wrapping: daemon.client)
      _ = try await meetings.recordMeeting(
        .with {
          $0.write = writing(on: "2016-02-10")
          $0.parent = malabutor
          $0.kind = "rwt"
          $0.women = 41
          $0.men = 28
          $0.minutes = "RWT-01/2016"
        }, metadata: desks.coordinator)
      let listed = try await meetings.listMeetings(
        .with { $0.parent = malabutor }, metadata: desks.manager
      ).meetings
      #expect(listed.map(\.women) == [41] && listed.map(\.kind) == ["rwt"])
      let negative = await problem {
        _ = try await meetings.recordMeeting(
          .with {
            $0.write = writing(on: "2016-02-10")
            $0.parent = malabutor
            $0.kind = "bkm"
            $0.women = -1
            $0.minutes = "M"
          }, metadata: desks.coordinator)
      }
      #expect(negative?.facts["field"] == "women")

      try await daemon.world.close(through: month("2016-01"))
      let service = Bergulir_V1_SupervisionService.Client<Inside>(wrapping: daemon.client)
      let published = try await service.recordPublication(
        .with {
          $0.write = writing(on: "2016-02-04")
          $0.parent = malabutor
          $0.kind = "notice-sheet"
          $0.month = "2016-01"
          $0.reference = "Board"
        }, metadata: desks.manager)
      #expect(published.receipt.name == malabutor + "/publications/1")
      let publications = try await service.listPublications(
        .with { $0.parent = malabutor }, metadata: desks.manager
      ).publications
      #expect(publications.map(\.month) == ["2016-01"])
    }
  }

  @Test func `growth, deeds and neglect are read of a ward and a UPK`() async throws {
    try await Daemon.servingLenders { daemon in
      let desks = try await Desks(daemon)
      let loan = try await daemon.world.disbursedLoan(
        try await daemon.world.registerKSM(members: 5))
      let service = Bergulir_V1_ActivityService.Client<Inside>(wrapping: daemon.client)
      let ward = try await daemon.token(.wardOffice, in: .region(daemon.world.upk.region))
      let points = try await service.getTrend(
        .with {
          $0.parent = "regions/92.71.03.1004"
          $0.from = "2016-01"
          $0.until = "2016-12"
        }, metadata: ward
      ).points
      #expect(points.count == 12 && points[0].borrowers == 5 && points[0].lossPercent == "0.00")
      let city = await problem {
        let token = try await daemon.token(.cityCoordinator, in: .region(regionCode("92.71")))
        _ = try await service.getTrend(
          .with {
            $0.parent = "regions/92.71"
            $0.from = "2016-01"
            $0.until = "2016-12"
          }, metadata: token)
      }
      #expect(city?.facts["field"] == "parent")
      let deeds = try await service.listActivity(
        .with {
          $0.parent = malabutor
          $0.from = "2016-01-01"
          $0.until = "2016-12-31"
        }, metadata: desks.coordinator
      ).activities
      #expect(deeds.contains { $0.deed == "disbursement.post" && $0.count == 1 })
      let long = await problem {
        _ = try await service.listActivity(
          .with {
            $0.parent = malabutor
            $0.from = "2015-01-01"
            $0.until = "2016-12-31"
          }, metadata: desks.coordinator)
      }
      #expect(long?.first.reason == "RANGE_TOO_LONG")
      let neglected = try await service.listNeglected(
        .with { $0.parent = malabutor }, metadata: desks.manager
      ).cases
      #expect(neglected.map(\.loan) == [malabutor + "/loans/\(loan.number)"])
      #expect(neglected[0].daysIdle > 30 && neglected[0].lastStepOn.isEmpty)
    }
  }
}
