import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

extension Bergulir_V1_DraftApplicationRequest {
  /// A draft of 10 January 2016 for one member, with its form alone.
  fileprivate static func ofOne(_ ksm: String, _ amount: Int64, replacing draft: String) -> Self {
    .with {
      $0.write = writing(on: "2016-01-10")
      $0.parent = ksm
      $0.amount = amount
      $0.shares = [
        .with {
          $0.member = 1
          $0.amount = amount
        }
      ]
      $0.months = 10
      $0.purpose = "productiveBusiness"
      $0.papers = ["form"]
      $0.draft = draft
    }
  }
}

@Test func `a draft is listed, typed anew and submitted, and waits for nobody before that`()
  async throws
{
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let applications = Bergulir_V1_ApplicationService.Client(wrapping: daemon.client)
    let queue = Bergulir_V1_QueueService.Client(wrapping: daemon.client)
    let ksm = malabutor + "/ksms/\(try await daemon.world.registerKSM(members: 5).number)"
    func draft(
      _ name: String, of amount: Int64
    ) async throws -> Bergulir_V1_DraftApplicationResponse {
      try await applications.draftApplication(
        .ofOne(ksm, amount, replacing: name), metadata: desks.loanOfficer)
    }
    let made = try await draft("", of: 500_000)
    let name = made.receipt.name
    #expect(made.state == "draft" && made.missing.count == 4)
    #expect(made.receipt.verb == "drafted")
    let listed = try await applications.listApplications(
      .with {
        $0.parent = malabutor
        $0.state = "draft"
        $0.asOf = "2016-01-20"
      }, metadata: desks.loanOfficer
    ).applications
    #expect(listed.map(\.name) == [name] && listed.map(\.amount) == [500_000])
    #expect(listed.map(\.place) == [0] && listed.map(\.validUntil) == ["2016-04-09"])
    let work = try await queue.listWork(
      .with { $0.asOf = "2016-01-20" }, metadata: desks.loanOfficer)
    #expect(work.work == [])
    #expect(try await draft(name, of: 700_000).receipt.name == name)
    let error = try await #require(throws: RPCError.self) {
      try await draft("upks/other/applications/1", of: 1)
    }
    #expect(error.code == .notFound)

    let done = try await applications.submitDraft(
      .with {
        $0.write = writing(on: "2016-01-12")
        $0.name = name
      }, metadata: desks.loanOfficer)
    #expect(done.state == "incomplete" && done.missing.count == 4)
    #expect(done.receipt.name == name)
    let found = try await applications.getApplication(
      .with {
        $0.name = name
        $0.asOf = "2016-01-12"
      }, metadata: desks.loanOfficer)
    #expect(found.amount == 700_000 && found.submittedOn == "2016-01-12")
  }
}
