import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

private func charter(from day: String, lacking: Bool = false) -> Bergulir_V1_SetCharterRequest {
  .with {
    $0.write = writing(on: "2015-03-01")
    $0.parent = malabutor
    $0.charter.validFrom = day
    $0.charter.deed = "12/2010"
    $0.charter.povertyTool = "Article 3"
    $0.charter.lendingOnly = lacking ? "" : "Article 5"
    $0.charter.incomeForUnitOnly = "Article 9"
    $0.charter.minutes = "BA-01/2010"
  }
}

@Test func `a charter goes over the wire with what it lacks, and its versions do not overlap`()
  async throws
{
  try await Daemon.serving { daemon in
    let desks = try await Desks(daemon)
    let charters = Bergulir_V1_CharterService.Client(wrapping: daemon.client)
    func show(_ day: String) async throws -> Bergulir_V1_Charter {
      try await charters.getCharter(
        .with {
          $0.parent = malabutor
          $0.asOf = day
        }, metadata: desks.cashier)
    }
    let none = await problem { _ = try await show("2015-03-01") }
    #expect(none?.first.reason == "NO_CHARTER_IN_FORCE")
    let first = try await charters.setCharter(
      charter(from: "2010-05-01", lacking: true), metadata: desks.coordinator)
    #expect(first.receipt.name == malabutor + "/charters/1" && first.receipt.verb == "set")
    let overlap = await problem {
      _ = try await charters.setCharter(
        charter(from: "2010-05-01"), metadata: desks.coordinator)
    }
    #expect(overlap?.violations.map(\.reason) == ["DAY_TOO_EARLY", "DAY_TOO_EARLY"])
    #expect(overlap?.facts["milestone"] == "charterBegan")
    _ = try await charters.setCharter(charter(from: "2016-01-01"), metadata: desks.coordinator)
    #expect(try await show("2015-12-31").lacking == ["lendingOnly"])
    #expect(try await show("2016-01-01").lacking == [])
    let listed = try await charters.listCharters(
      .with { $0.parent = malabutor }, metadata: desks.cashier)
    #expect(listed.charters.map(\.name) == [1, 2].map { malabutor + "/charters/\($0)" })
  }
}

@Test func `a province's bounds bind the next policy of a board, with all faults at once`()
  async throws
{
  try await Daemon.serving { daemon in
    let desks = try await Desks(daemon)
    let policies = Bergulir_V1_PolicyService.Client(wrapping: daemon.client)
    func bounds(_ day: String) async throws -> Bergulir_V1_PolicyBounds {
      try await policies.getPolicyBounds(.with { $0.asOf = day }, metadata: desks.cashier)
    }
    var asked = try await bounds("2015-03-01")
    #expect(asked.name.isEmpty && asked.ceiling.most == 5_000_000)
    asked.validFrom = "2016-01-01"
    asked.savingsAccounts = ["none"]
    asked.term.most = 10
    asked.clearStartUpCeiling()
    asked.clearStartUpTerm()
    asked.reason = "Circular 4/2016"
    let sent = asked
    let set = try await policies.setPolicyBounds(
      .with {
        $0.write = writing(on: "2015-12-01")
        $0.bounds = sent
      }, metadata: desks.administrator)
    #expect(set.receipt.name == "policy-bounds/1")
    #expect(try await bounds("2015-12-31").name.isEmpty)
    #expect(try await bounds("2016-01-01").name == "policy-bounds/1")
    let listed = try await policies.listPolicyBounds(.init(), metadata: desks.cashier)
    #expect(listed.bounds.map(\.reason) == ["Circular 4/2016"])

    var policy = try await policies.getPolicy(
      .with { $0.parent = malabutor }, metadata: desks.cashier)
    #expect(policy.headings.count == 6)
    policy.validFrom = "2016-01-01"
    policy.savingsAccount = "member"
    policy.jointLiability = ""
    let next = policy
    let refused = await problem {
      _ = try await policies.setPolicy(
        .with {
          $0.write = writing(on: "2015-12-02")
          $0.parent = malabutor
          $0.policy = next
        }, metadata: desks.coordinator)
    }
    #expect(
      refused?.violations.map(\.reason) == [
        "TEXT_MISSING", "TEXT_MISSING", "POLICY_OUT_OF_BOUNDS", "SAVINGS_ACCOUNT_NOT_ALLOWED",
        "START_UPS_NOT_ALLOWED",
      ])
  }
}

@Test func `officers acknowledge a policy under their own names`() async throws {
  try await Daemon.serving { daemon in
    let desks = try await Desks(daemon)
    let policies = Bergulir_V1_PolicyService.Client(wrapping: daemon.client)
    for metadata in [desks.manager, desks.cashier] {
      let done = try await policies.acknowledgePolicy(
        .with {
          $0.write = writing(on: "2015-02-05")
          $0.name = malabutor + "/policies/1"
        }, metadata: metadata)
      #expect(done.receipt.name == malabutor + "/policies/1")
      #expect(done.receipt.verb == "acknowledged")
    }
    var found: [String] = []
    var token = ""
    repeat {
      let page = try await policies.listAcknowledgements(
        .with {
          $0.parent = malabutor
          $0.page.size = 1
          $0.page.token = token
        }, metadata: desks.coordinator)
      found += page.acknowledgements.map(\.person)
      token = page.nextPageToken
    } while !token.isEmpty
    let officers = [daemon.world.manager, daemon.world.cashier].sorted()
    #expect(found == officers.map { "persons/\($0.value)" })
    let unknown = await problem {
      _ = try await policies.acknowledgePolicy(
        .with {
          $0.write = writing(on: "2015-02-05")
          $0.name = malabutor + "/policies/2"
        }, metadata: desks.manager)
    }
    #expect(unknown?.status == .notFound && unknown?.facts["noun"] == "policy")
  }
}

@Test func `an application for a start-up says so, and is held to the policy's terms for it`()
  async throws
{
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let ksm = try await daemon.world.registerKSM(members: 5)
    let applications = Bergulir_V1_ApplicationService.Client(wrapping: daemon.client)
    func ask(_ share: Int64) -> Bergulir_V1_SubmitApplicationRequest {
      var request = Bergulir_V1_SubmitApplicationRequest.ofFive(
        malabutor + "/ksms/\(ksm.number)")
      request.amount = share * 5
      request.shares = Bergulir_V1_Share.five(share)
      request.businessStage = "startUp"
      return request
    }
    let high = await problem {
      _ = try await applications.submitApplication(ask(500_001), metadata: desks.loanOfficer)
    }
    #expect(high?.violations.map(\.reason) == Array(repeating: "SHARE_ABOVE_CEILING", count: 5))
    let done = try await applications.submitApplication(
      ask(500_000), metadata: desks.loanOfficer)
    let shown = try await applications.getApplication(
      .with { $0.name = done.receipt.name }, metadata: desks.loanOfficer)
    #expect(shown.businessStage == "startUp")
  }
}
