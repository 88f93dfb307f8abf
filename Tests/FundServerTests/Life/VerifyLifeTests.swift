import BooksVerification
import FundAPI
import FundStore
import FundTesting
import GRPCCore
import GRPCInProcessTransport
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

/// A write is refused with the place of the difference.
private func expectRefusal(_ daemon: Daemon) async throws {
  let periods = Bergulir_V1_PeriodService.Client(wrapping: daemon.client)
  let bookkeeper = try await daemon.token(of: daemon.world.bookkeeper)
  let refused = await problem {
    _ = try await periods.closePeriod(
      .with {
        $0.write = writing(on: "2015-03-01")
        $0.parent = malabutor
        $0.month = "2015-02"
      }, metadata: bookkeeper)
  }
  #expect(refused?.first.reason == "UPK_FROZEN" && refused?.facts["place"] == "account/11010")
}

/// Who asks for a release does not confirm it; the province does.
private func release(
  _ daemon: Daemon, _ verify: Bergulir_V1_VerifyService.Client<InProcessTransport.Client>,
  by coordinator: Metadata
) async throws {
  _ = try await verify.requestRelease(
    .with {
      $0.write = writing(on: "2016-12-31")
      $0.parent = malabutor
      $0.reason = "The name was put back"
    }, metadata: coordinator)
  let confirm = Bergulir_V1_ConfirmReleaseRequest.with {
    $0.write = writing(on: "2016-12-31")
    $0.parent = malabutor
  }
  let alone = await problem {
    _ = try await verify.confirmRelease(confirm, metadata: coordinator)
  }
  #expect(alone?.first.reason == "RELEASE_NEEDS_SECOND_PERSON")
  let province = try await daemon.token(.provinceConsultant, in: .province)
  _ = try await verify.confirmRelease(confirm, metadata: province)
}

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
    try await expectRefusal(daemon)
    try await release(daemon, verify, by: coordinator)
    try await world.fixture.script("update fund.account set name = 'Kas' where code = 11010")
    let released = try await verify.getFreeze(.with { $0.parent = malabutor }, metadata: manager)
    #expect(released.name == malabutor + "/freezes/1" && !released.holds)
    #expect(released.difference.place == "account/11010")
    let after = try await verify.verifyBooks(request, metadata: manager)
    #expect(after.differences == [] && !after.isFrozen)
    let province = try await daemon.token(.provinceConsultant, in: .province)
    let whole = try await verify.verifyProvince(.init(), metadata: province)
    #expect(whole.differences == [] && whole.events > 0)
  }
}

@Test func `every control of the verification has words`() {
  #expect(Control.allCases.map(\.rawValue) == BookControl.allCases.map(\.rawValue))
}
