import FundAPI
import FundStore
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

@Test func `a delegation is revoked, and the list says since when, by whom and why`() async throws {
  try await Daemon.servingLenders { daemon in
    let world = daemon.world
    let desks = try await Desks(daemon)
    let delegations = Bergulir_V1_DelegationService.Client(wrapping: daemon.client)
    _ = try await delegations.delegateRole(
      .with {
        $0.write = writing(on: "2016-01-10")
        $0.parent = malabutor
        $0.role = "bkmCoordinator"
        $0.delegate = "persons/\(world.boardMember.value)"
        $0.from = "2016-01-15"
        $0.until = "2016-01-20"
        $0.reason = "leave"
      }, metadata: desks.coordinator)
    func revoke() async throws {
      _ = try await delegations.revokeDelegation(
        .with {
          $0.write = writing(on: "2016-01-16")
          $0.name = malabutor + "/delegations/1"
          $0.reason = "back early"
        }, metadata: desks.coordinator)
    }
    try await revoke()
    let again = await problem { try await revoke() }
    #expect(again?.status == .notFound)
    let kept = try await delegations.listDelegations(
      .with { $0.parent = malabutor }, metadata: desks.manager
    ).delegations.first
    #expect(kept?.reason == "leave" && kept?.until == "2016-01-20")
    #expect(kept?.revokedOn == "2016-01-16" && kept?.revocationReason == "back early")
    #expect(kept?.revokedBy == "persons/\(world.coordinator.value)")
    let facts = try await daemon.store.facts(asOf: day("2016-01-20")) {
      $0.delegationsOf.insert(world.upk.id)
    }
    let held = facts.delegations[world.upk.id]?.first
    #expect(held?.holds(on: day("2016-01-15")) == true)
    #expect(held?.holds(on: day("2016-01-16")) == false)
  }
}

@Test func `a relationship is over, and may be declared again`() async throws {
  try await Daemon.servingLenders { daemon in
    let world = daemon.world
    let desks = try await Desks(daemon)
    _ = try await world.registerKSM(members: 5)
    let relationships = Bergulir_V1_RelationshipService.Client(wrapping: daemon.client)
    func declare(on day: String) async throws {
      _ = try await relationships.declareRelationship(
        .with {
          $0.write = writing(on: day)
          $0.parent = malabutor + "/ksms/1"
          $0.person = "persons/\(world.boardMember.value)"
          $0.kind = "household"
        }, metadata: desks.coordinator)
    }
    func end(_ number: Int) async throws {
      _ = try await relationships.endRelationship(
        .with {
          $0.write = writing(on: "2016-01-12")
          $0.name = malabutor + "/relationships/\(number)"
          $0.reason = "moved"
        }, metadata: desks.manager)
    }
    try await declare(on: "2016-01-11")
    let unknown = await problem { try await end(9) }
    #expect(unknown?.status == .notFound)
    try await end(1)
    let twice = await problem { try await end(1) }
    #expect(twice?.status == .notFound)
    try await declare(on: "2016-01-13")
    let listed = try await relationships.listRelationships(
      .with { $0.parent = malabutor }, metadata: desks.manager
    ).relationships
    #expect(listed.map(\.endedOn) == ["2016-01-12", ""] && listed.first?.endReason == "moved")
    #expect(listed.first?.endedBy == "persons/\(world.manager.value)")
    #expect(listed.map(\.declaredOn) == ["2016-01-11", "2016-01-13"])
  }
}
