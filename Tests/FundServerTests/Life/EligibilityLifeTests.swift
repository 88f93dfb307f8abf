import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

private func service(
  _ daemon: Daemon
) -> Bergulir_V1_EligibilityService.Client<some ClientTransport> {
  Bergulir_V1_EligibilityService.Client(wrapping: daemon.client)
}

@Test func `a check answers every criterion at once, with numbers and what they must be`()
  async throws
{
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let ksm = try await daemon.world.registerKSM(members: 4)
    let report = try await service(daemon).checkEligibility(
      .with {
        $0.name = "\(malabutor)/ksms/\(ksm.number)"
        $0.asOf = "2016-01-15"
      }, metadata: desks.manager)
    #expect(!report.eligible && report.instrument == 0 && report.nextExpiry == "2016-12-01")
    #expect(
      Set(report.results.map(\.criterion)) == Set(Criterion.allCases.map(\.rawValue)))
    let failed = report.results.filter { $0.verdict == "failed" }
    #expect(failed.map(\.criterion) == ["B-02"])
    #expect(failed.first?.subject == "\(malabutor)/ksms/1")
    #expect(failed.first?.requirements.map(\.measured) == ["4"])
    #expect(failed.first?.requirements.map(\.threshold) == [">=5"])
    #expect(failed.first?.shortfalls == [.measured(.members, .count(4), .least(5))])
    let members = report.results.filter { $0.criterion == "B-07" }.map(\.subject)
    #expect(members == (1...4).map { "\(malabutor)/ksms/1/members/\($0)" })
    let ward = try await service(daemon).checkEligibility(
      .with {
        $0.name = malabutor
        $0.asOf = "2016-12-02"
      }, metadata: desks.manager)
    #expect(
      ward.results.filter { $0.attestationState == "expired" }.map(\.criterion)
        == ["R-004", "R-019"])
  }
}

@Test func `what is attested over the wire is listed, and counts from its day`() async throws {
  try await Daemon.serving { daemon in
    let desks = try await Desks(daemon)
    _ = try await daemon.world.registerKSM(members: 5)
    let upk = Scope.upk(daemon.world.upk.id)
    let facilitator = try await daemon.token(.facilitator, in: upk)
    let volunteer = try await daemon.world.fixture.registerPerson(.female, on: day("2015-03-01"))
    try await daemon.world.fixture.run(
      AssignRole(
        person: volunteer, role: .volunteer, scope: upk, from: day("2015-03-01"), until: nil,
        day: day("2015-03-01")), by: PersonID(0))
    let request = Bergulir_V1_AttestRequest.with {
      $0.write = writing(on: "2016-01-10")
      $0.parent = "\(malabutor)/ksms/1"
      $0.criterion = "B-07"
      $0.members = [2, 3]
      $0.items = ["poor", "lawful"]
      $0.evidence = "PS2-RT-03"
      $0.until = "2016-12-31"
      $0.volunteer = "persons/\(volunteer.value)"
    }
    let done = try await service(daemon).attest(request, metadata: facilitator)
    #expect(done.attestations == 2)
    #expect(done.receipt.name == "\(malabutor)/attestations/1")
    let again = try await service(daemon).attest(request, metadata: facilitator)
    #expect(again.receipt.replayed && again.attestations == 2)
    let listed = try await service(daemon).listAttestations(
      .with { $0.parent = "\(malabutor)/ksms/1" }, metadata: desks.manager
    ).attestations
    #expect(listed.map(\.name) == (1...2).map { "\(malabutor)/attestations/\($0)" })
    #expect(listed.map(\.items) == [["poor", "lawful"], ["poor", "lawful"]])
    let computed = await problem {
      _ = try await service(daemon).attest(
        request.with {
          $0.write = writing(on: "2016-01-10")
          $0.criterion = "B-09"
          $0.items = []
        }, metadata: facilitator)
    }
    #expect(computed?.first.reason == "CRITERION_COMPUTED")
  }
}

@Test func `the matrix of an area shows who stands where, and what expires next`() async throws {
  try await Daemon.servingLenders { daemon in
    _ = try await daemon.world.registerKSM(members: 5)
    _ = try await daemon.world.registerKSM(members: 4)
    let second = try await daemon.world.secondUPK()
    let province = try await daemon.token(.provinceConsultant, in: .province)
    func matrix(_ area: String, _ token: String = "") async throws
      -> Bergulir_V1_ListEligibilityResponse
    {
      try await service(daemon).listEligibility(
        .with {
          $0.parent = area
          $0.asOf = "2016-01-15"
          $0.page = .with {
            $0.size = 1
            $0.token = token
          }
        }, metadata: province)
    }
    let first = try await matrix("province")
    let ward = try #require(first.wards.first)
    #expect(ward.upk == malabutor && ward.eligible && ward.upkFailing.isEmpty)
    #expect(ward.ksms == 2 && ward.ksmsEligible == 1 && ward.category == "NOT_RATED")
    #expect(ward.nextExpiry == "2016-12-01")
    let last = try await matrix("province", first.nextPageToken)
    #expect(last.wards.map(\.upk) == ["upks/\(second.upk.code)"])
    #expect(last.wards.map(\.ksms) == [0])
    #expect(try await matrix("regions/92.71").wards.count == 1)
    #expect(try await matrix("regions/91").wards.isEmpty)
  }
}

@Test func `the province sets stricter thresholds from a day to come`() async throws {
  try await Daemon.serving { daemon in
    let province = try await daemon.token(.provinceConsultant, in: .province)
    let standard = try await service(daemon).getInstrument(.init(), metadata: province)
    #expect(standard.version == 0 && standard.name.isEmpty && standard.womenInTen == 3)
    let request = Bergulir_V1_SetInstrumentRequest.with {
      $0.write = writing(on: "2016-12-31")
      $0.instrument = standard
      $0.instrument.validFrom = "2017-02-01"
      $0.instrument.womenInTen = 4
      $0.instrument.reason = "SK-12/2016"
    }
    let done = try await service(daemon).setInstrument(request, metadata: province)
    #expect(done.version == 1 && done.receipt.name == "instruments/1")
    for (day, women) in [("2017-01-31", 3), ("2017-02-01", 4)] {
      let shown = try await service(daemon).getInstrument(
        .with { $0.asOf = day }, metadata: province)
      #expect(shown.womenInTen == women)
    }
    let listed = try await service(daemon).listInstruments(.init(), metadata: province)
    #expect(listed.instruments.map(\.reason) == ["SK-12/2016"])
  }
}

extension Message {
  /// The same message with some fields changed.
  fileprivate func with(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }
}
