import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

@Test func `an officer is appointed, trained and given papers over the wire`() async throws {
  try await Daemon.serving { daemon in
    let desks = try await Desks(daemon)
    let persons = Bergulir_V1_PersonService.Client(wrapping: daemon.client)
    let person = try await daemon.world.fixture.registerPerson(.male, on: day("2015-02-01"))
    let name = "persons/\(person.value)"
    let assigned = try await persons.assignRole(
      .with {
        $0.write = writing(on: "2016-01-05")
        $0.person = name
        $0.role = "supervisor"
        $0.scope = malabutor
        $0.minutes = "BA-7"
      }, metadata: desks.administrator)
    let filed = try await persons.filePapers(
      .with {
        $0.write = writing(on: "2016-02-01")
        $0.name = assigned.receipt.name
        $0.duties = "Checks the books\nevery month"
      }, metadata: desks.administrator)
    #expect(filed.receipt.name == assigned.receipt.name && filed.receipt.verb == "filed")
    let facilitator = try await daemon.token(.facilitator, in: .upk(daemon.world.upk.id))
    let trained = try await persons.recordTraining(
      .with {
        $0.write = writing(on: "2016-03-01")
        $0.persons = [name, "persons/3"]
        $0.topic = "supervision"
        $0.trainedOn = "2016-02-20"
        $0.reference = "SERT-1"
      }, metadata: facilitator)
    #expect(trained.receipt.name == "trainings/1" && trained.receipt.verb == "recorded")
    let trainings = try await persons.listTrainings(
      .with { $0.person = name }, metadata: facilitator)
    #expect(trainings.trainings.map(\.topic) == ["supervision"])
    let assignments = try await persons.listAssignments(
      .with { $0.person = name }, metadata: desks.administrator)
    #expect(assignments.assignments.map(\.minutes) == ["BA-7"])
    #expect(assignments.assignments.map(\.dutiesOn) == ["2016-02-01"])

    let units = Bergulir_V1_UPKService.Client(wrapping: daemon.client)
    func officer(asOf day: String) async throws -> Bergulir_V1_Officer? {
      let roster = try await units.getRoster(
        .with {
          $0.parent = malabutor
          $0.asOf = day
        }, metadata: desks.coordinator)
      #expect(roster.asOf == day)
      #expect(roster.officers.allSatisfy { !$0.fullName.isEmpty })
      return roster.officers.first { $0.person == name }
    }
    #expect(try await officer(asOf: "2016-01-04") == nil)
    let early = try #require(try await officer(asOf: "2016-01-31"))
    #expect(early.roles == ["supervisor"] && early.minutesFiled && !early.dutiesFiled)
    #expect(early.topics == [] && early.gender == "male")
    let late = try #require(try await officer(asOf: "2016-02-20"))
    #expect(late.dutiesFiled && late.topics == ["supervision"])
  }
}

@Test func `what is wrong with papers and trainings is told by its field or rule`() async throws {
  try await Daemon.serving { daemon in
    let desks = try await Desks(daemon)
    let persons = Bergulir_V1_PersonService.Client(wrapping: daemon.client)
    let nothing = await problem {
      _ = try await persons.filePapers(
        .with {
          $0.write = writing(on: "2016-02-01")
          $0.name = "assignments/1"
        }, metadata: desks.administrator)
    }
    #expect(nothing?.violations.map(\.reason) == ["TEXT_MISSING", "TEXT_MISSING"])
    func training(
      _ change: @Sendable (inout Bergulir_V1_RecordTrainingRequest) -> Void
    ) async -> Problem? {
      var request = Bergulir_V1_RecordTrainingRequest.with {
        $0.write = writing(on: "2016-03-01")
        $0.persons = ["persons/1"]
        $0.topic = "institution"
        $0.trainedOn = "2016-02-20"
        $0.reference = "SERT-1"
      }
      change(&request)
      let sent = request
      return await problem {
        _ = try await persons.recordTraining(sent, metadata: desks.administrator)
      }
    }
    #expect(await training { $0.persons = [] }?.first.reason == "PERSON_COUNT_OUT_OF_RANGE")
    #expect(await training { $0.persons = ["persons/x"] }?.facts["field"] == "persons")
    #expect(await training { $0.topic = "cooking" }?.facts["field"] == "topic")
    #expect(await training { $0.trainedOn = "" }?.facts["field"] == "trained_on")
    #expect(await training { $0.trainedOn = "2016-03-02" }?.first.reason == "DAY_TOO_EARLY")
  }
}

@Test func `plans of repairs are listed with the one that stands`() async throws {
  try await Daemon.serving { daemon in
    let desks = try await Desks(daemon)
    let authority = Bergulir_V1_AuthorityService.Client(wrapping: daemon.client)
    func plan(due: String, dry: Bool = false) async throws -> Bergulir_V1_PlanRepairResponse {
      try await authority.planRepair(
        .with {
          $0.write = writing(on: "2016-03-01")
          $0.write.validateOnly = dry
          $0.parent = malabutor
          $0.repair = "trainBoard"
          $0.responsible = "persons/4"
          $0.due = due
        }, metadata: desks.coordinator)
    }
    #expect(try await plan(due: "2016-06-30", dry: true).receipt.name.isEmpty)
    let first = try await plan(due: "2016-06-30")
    #expect(first.receipt.name == malabutor + "/repairs/1" && first.receipt.verb == "planned")
    _ = try await plan(due: "2016-08-30")
    func page(_ token: String) async throws -> Bergulir_V1_ListRepairsResponse {
      try await authority.listRepairs(
        .with {
          $0.parent = malabutor
          $0.page.size = 1
          $0.page.token = token
        }, metadata: desks.manager)
    }
    let before = try await page("")
    #expect(before.repairs.map(\.due) == ["2016-06-30"])
    #expect(before.repairs.map(\.isStanding) == [false])
    let after = try await page(before.nextPageToken)
    #expect(after.repairs.map(\.due) == ["2016-08-30"] && after.nextPageToken.isEmpty)
    #expect(after.repairs.map(\.isStanding) == [true])
    let late = await problem { _ = try await plan(due: "2016-02-29") }
    #expect(late?.first.reason == "DAY_TOO_EARLY")
  }
}

@Test func `a UPK of an earlier programme is told so, with the day it was registered`()
  async throws
{
  try await Daemon.serving { daemon in
    let desks = try await Desks(daemon)
    let units = Bergulir_V1_UPKService.Client(wrapping: daemon.client)
    _ = try await units.registerUPK(
      .with {
        $0.write = writing(on: "2016-03-01")
        $0.code = "lama"
        $0.displayName = "UPK Lama"
        $0.bkm = "mentari"
        $0.region = "92.71.03.1004"
        $0.operatingSince = "2009-04"
        $0.ranEarlierProgramme = true
      }, metadata: desks.administrator)
    let unit = try await units.getUPK(.with { $0.name = "upks/lama" }, metadata: desks.cashier)
    #expect(unit.ranEarlierProgramme)
    #expect(unit.liveFrom == daemon.world.fixture.today.description)
  }
}
