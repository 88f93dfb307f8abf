internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Criteria of wards, groups and members, what was attested, and who stands where.
struct EligibilityService: Bergulir_V1_EligibilityService.SimpleServiceProtocol {
  let desk: Desk

  func checkEligibility(
    request: Bergulir_V1_CheckEligibilityRequest, context: ServerContext
  ) async throws -> Bergulir_V1_EligibilityReport {
    let upk = Call.current.upk
    let name = try Field("name", request.name).tested()
    let day = try Call.current.day(request.asOf)
    let ksm = name.ksm.map { KSMID(upk.id, $0) }
    let facts = try await desk.store.facts(asOf: day) { $0.addEligibility(of: upk.id, ksm) }
    guard let ward = facts.wardRecord(upk.id, on: day) else {
      throw StoreError.corrupted("UPK \(upk.id.value) without the records of its ward")
    }
    var results = ward.results
    var standing: BorrowerStanding?
    if let ksm {
      guard let group = facts.groupRecord(ksm, on: day) else {
        throw Refusal(.notFound(.ksm, name: "\(ksm.number)"))
      }
      results += group.results
      standing = BorrowerStanding(loans: facts.portfolios[upk.id]?.loans(of: ksm) ?? [], on: day)
    }
    return Bergulir_V1_EligibilityReport(
      results, of: name.resource, on: day, instrument: ward.instrument,
      authority: ward.authority, standing: standing,
      conduct: ksm.flatMap { facts.memberConduct($0, on: day) } ?? [], in: upk.code)
  }

  func attest(
    request: Bergulir_V1_AttestRequest, context: ServerContext
  ) async throws -> Bergulir_V1_AttestResponse {
    let upk = Call.current.upk.id
    let subject = try Field("parent", request.parent).tested()
    let criterion = try Field("criterion", request.criterion).choice(Criterion.self)
    let verdict = try Field("verdict", request.verdict).optionalChoice(AttestedVerdict.self)
    let items = try request.items.map { try Field("items", $0).choice(MemberItem.self) }
    let evidence = try Field("evidence", request.evidence).line()
    let until = try Field("until", request.until).day()
    let volunteer = Field("volunteer", request.volunteer)
    let companion = volunteer.text.isEmpty ? nil : try volunteer.person()
    let done = try await desk.perform(request.write) { day in
      Attest(
        upk: upk, criterion: criterion, ksm: subject.ksm.map { KSMID(upk, $0) },
        members: request.members, verdict: verdict ?? .met, items: Set(items),
        evidence: evidence, until: until, volunteer: companion, day: day)
    }
    let count = try done.number("attestations")
    return .with {
      $0.receipt = done.receipt
      $0.attestations = Int32(clamping: count)
    }
  }

  func listAttestations(
    request: Bergulir_V1_ListAttestationsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListAttestationsResponse {
    let upk = Call.current.upk
    let subject = try Field("parent", request.parent).tested()
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent])
    let found = try await desk.store.attestations(
      upk.id, ksm: subject.ksm, after: page.afterNumber, limit: page.limit)
    let (attestations, next) = page.page(found) { "\($0.number)" }
    return .with {
      $0.attestations = attestations.map { Bergulir_V1_Attestation($0, in: upk.code) }
      $0.nextPageToken = next
    }
  }

  func listEligibility(
    request: Bergulir_V1_ListEligibilityRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListEligibilityResponse {
    let area = try Field("parent", request.parent).area()
    let day = try Call.current.day(request.asOf)
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent, request.asOf])
    let found = try await desk.store.upks(
      in: area, after: page.after.flatMap { Code($0) }, limit: page.limit)
    let (upks, next) = page.page(found) { $0.code.description }
    let standings = try await desk.store.wardStandings(upks.map(\.id), asOf: day)
    return .with {
      $0.wards = upks.compactMap { upk in
        standings[upk.id].map { Bergulir_V1_WardStanding($0, of: upk) }
      }
      $0.nextPageToken = next
    }
  }
}

// The province's instrument.
extension EligibilityService {
  func getInstrument(
    request: Bergulir_V1_GetInstrumentRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Instrument {
    // Thresholds of days to come may be known before they hold.
    let day = try Field("as_of", request.asOf).day(or: Call.current.today)
    return Bergulir_V1_Instrument(try await desk.store.instruments().inForce(on: day))
  }

  func listInstruments(
    request: Bergulir_V1_ListInstrumentsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListInstrumentsResponse {
    let page = try request.page.request(filter: [context.descriptor.fullyQualifiedMethod])
    let (instruments, next) = page.page(ofAll: try await desk.store.instruments()) { $0.version }
    return .with {
      $0.instruments = instruments.map(Bergulir_V1_Instrument.init)
      $0.nextPageToken = next
    }
  }

  func setInstrument(
    request: Bergulir_V1_SetInstrumentRequest, context: ServerContext
  ) async throws -> Bergulir_V1_SetInstrumentResponse {
    let instrument = try request.instrument.instrument()
    let done = try await desk.perform(request.write) {
      SetInstrument(instrument: instrument, day: $0)
    }
    let version = try done.number("version")
    return .with {
      $0.receipt = done.receipt
      $0.version = version
    }
  }
}
