import FundAPI
import FundStore
import FundTesting
import GRPCCore
import GRPCInProcessTransport
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

@Test func `books that were altered are found, frozen, and released by two people`() async throws {
  try await Daemon.servingLenders { daemon in
    let world = daemon.world
    let verify = Bergulir_V1_VerifyService.Client(wrapping: daemon.client)
    let manager = try await daemon.token(of: world.manager)
    let coordinator = try await daemon.token(of: world.coordinator)
    let request = Bergulir_V1_VerifyBooksRequest.with { $0.parent = malabutor }
    let clean = try await verify.verifyBooks(request, metadata: manager)
    #expect(clean.differences == [] && !clean.isFrozen && clean.events > 0)
    #expect(clean.upk == malabutor)
    let none = try await verify.getFreeze(.with { $0.parent = malabutor }, metadata: manager)
    #expect(none.name == "" && !none.holds)

    try await world.fixture.script("update fund.account set name = 'Kas kecil' where code = 11010")
    let found = try await verify.verifyBooks(request, metadata: manager)
    #expect(
      found.differences == [
        .with {
          $0.control = "chart"
          $0.place = "account/11010"
          $0.what = "name"
          $0.expected = "Kas"
          $0.found = "Kas kecil"
        }
      ])
    #expect(found.isFrozen)
    let policies = Bergulir_V1_PeriodService.Client(wrapping: daemon.client)
    let bookkeeper = try await daemon.token(of: world.bookkeeper)
    let refused = await problem {
      _ = try await policies.closePeriod(
        .with {
          $0.write = writing(on: "2015-03-01")
          $0.parent = malabutor
          $0.month = "2015-02"
        }, metadata: bookkeeper)
    }
    #expect(refused?.first.reason == "UPK_FROZEN" && refused?.facts["place"] == "account/11010")

    _ = try await verify.requestRelease(
      .with {
        $0.write = writing(on: "2016-12-31")
        $0.parent = malabutor
        $0.reason = "The name was put back"
      }, metadata: coordinator)
    let alone = await problem {
      _ = try await verify.confirmRelease(
        .with {
          $0.write = writing(on: "2016-12-31")
          $0.parent = malabutor
        }, metadata: coordinator)
    }
    #expect(alone?.first.reason == "RELEASE_NEEDS_SECOND_PERSON")
    let province = try await daemon.token(.provinceConsultant, in: .province)
    _ = try await verify.confirmRelease(
      .with {
        $0.write = writing(on: "2016-12-31")
        $0.parent = malabutor
      }, metadata: province)
    try await world.fixture.script("update fund.account set name = 'Kas' where code = 11010")
    let released = try await verify.getFreeze(.with { $0.parent = malabutor }, metadata: manager)
    #expect(released.name == malabutor + "/freezes/1" && !released.holds)
    #expect(released.difference.place == "account/11010")
    let after = try await verify.verifyBooks(request, metadata: manager)
    #expect(after.differences == [] && !after.isFrozen)
    let whole = try await verify.verifyProvince(.init(), metadata: province)
    #expect(whole.differences == [] && whole.events > 0)
  }
}
