import RevolvingFund
import Testing

struct WardTests {
  @Test func `a sound ward passes every criterion that applies to it`() {
    let results = WardRecord.sound().results
    #expect(results.admitLending)
    #expect(
      results.map(\.criterion)
        == Criterion.allCases.filter { [.bkm, .supervisors, .upk].contains($0.body) })
    #expect(
      results.filter { $0.verdict == .notApplicable }.map(\.criterion) == [
        .topUpRight, .newGroupsRight, .suspensionKept, .jointCollection, .repair,
        .bookkeepingQuality,
      ])
  }

  struct Case: Sendable {
    let ward: WardRecord
    let failing: [String]

    init(_ ward: WardRecord, _ failing: String...) {
      self.ward = ward
      self.failing = failing
    }
  }

  @Test(arguments: [
    Case(.sound(guidance: .init(consultants: 0, facilitators: 1, volunteers: 1)), "R-002"),
    Case(.sound(guidance: .init(consultants: 1, facilitators: 0, volunteers: 1)), "R-003"),
    Case(.sound(guidance: .init(consultants: 1, facilitators: 1, volunteers: 0)), "R-003"),
    Case(
      .sound(
        charter: .init(charters: 0, povertyClauses: 0, lendingOnlyClauses: 0, incomeClauses: 0)),
      "R-004", "R-005", "R-006", "R-007"),
    Case(
      .sound(
        charter: .init(charters: 1, povertyClauses: 0, lendingOnlyClauses: 1, incomeClauses: 1)),
      "R-005"),
    Case(
      .sound(
        charter: .init(charters: 1, povertyClauses: 1, lendingOnlyClauses: 0, incomeClauses: 1)),
      "R-006"),
    Case(
      .sound(
        charter: .init(charters: 1, povertyClauses: 1, lendingOnlyClauses: 1, incomeClauses: 0)),
      "R-007"),
    Case(.sound(policyHeadings: 5), "R-009"),
    Case(.sound(supervisors: .full(1, women: 1)), "R-008", "R-015"),
    Case(.sound(supervisors: .full(2))),
    Case(.sound(supervisors: .full(4)), "R-008", "R-015"),
    Case(.sound(supervisors: .full(2, women: 0)), "R-015"),
    Case(.sound(supervisors: .full(2, women: 2)), "R-015"),
    Case(.sound(supervisors: .full(0, women: 0)), "R-008", "R-015", "R-016"),
    Case(.sound(supervisors: .lacking(untrained: 1)), "R-008", "R-016"),
    Case(.sound(supervisors: .lacking(duties: 1)), "R-008", "R-016"),
    Case(.sound(supervisors: .lacking(minutes: 1)), "R-015"),
    Case(.sound(officers: .full(1)), "R-008", "R-017"),
    Case(.sound(officers: .full(2))),
    Case(.sound(officers: .full(0, women: 0)), "R-008", "R-017", "R-018"),
    Case(.sound(officers: .lacking(untrained: 1)), "R-008", "R-018"),
    Case(.sound(officers: .lacking(duties: 1)), "R-008", "R-018"),
    Case(.sound(officersUnacquainted: 1), "R-018"),
    Case(.sound(signatories: .full(2)), "R-019"),
    Case(.sound(signatories: .full(4)), "R-019"),
    Case(.sound(signatories: .lacking(minutes: 1)), "R-019"),
    Case(.sound(capital: 0), "R-020"),
    Case(.sound(savingsUncovered: 1), "R-021"),
    Case(.sound(attestations: []), "R-004", "R-019"),
    Case(.sound(charterSince: "2015-01-16"), "R-004"),
    Case(.sound(signatoriesSince: "2015-01-16"), "R-019"),
    Case(.sound(isExisting: true, repairsOpen: 1), "R-014"),
    Case(.sound(repairsOpen: 1)),
    Case(
      .sound(isExisting: true, attestations: .ward([.boardFormed, .accountSignatories])), "R-022"),
    Case(.sound(isExisting: true)),
  ])
  func `one thing amiss fails its criteria and no other`(_ test: Case) {
    #expect(test.ward.failing == test.failing)
    let gate = test.ward.result(.lendingGate)
    #expect(gate?.verdict == (test.failing.isEmpty ? .passed : .failed))
    #expect(gate?.requirements.map(\.measured) == [.count(test.failing.count)])
  }

  @Test func `four officers are ideal, and two are enough`() {
    let two = WardRecord.sound(officers: .full(2)).result(.officersAppointed)
    #expect(two?.verdict == .passed)
    #expect(two?.requirements.map(\.isMet) == [true, false])
    #expect(two?.requirements.map(\.isBinding) == [true, false])
  }

  @Test(arguments: [
    (Attestation.ward([.boardFormed], .notMet), AttestationState.notMet),
    (Attestation.ward([.boardFormed], until: "2016-01-14"), .expired),
    (Attestation.ward([.boardFormed], until: "2016-01-15"), .inForce),
    (Attestation.ward([.boardFormed], on: "2016-01-16", until: "2017-01-01"), .missing),
    (Attestation.ward([.boardFormed]) + Attestation.ward([.boardFormed], .notMet), .inForce),
    (
      Attestation.ward([.boardFormed])
        + Attestation.ward([.boardFormed], .notMet, on: "2015-02-01"), .notMet
    ),
  ])
  func `the newest attestation of the day counts, until its end`(
    attestations: [Attestation], state: AttestationState
  ) {
    let result = WardRecord.sound(attestations: attestations).result(.boardFormed)
    #expect(result?.attested?.state == state)
    #expect(result?.verdict == (state == .inForce ? .passed : .failed))
    #expect(result?.expiresOn == (state == .inForce ? attestations.first?.until : nil))
    #expect(result?.shortfalls == (state == .inForce ? [] : [.attestation(state)]))
  }

  @Test func `poor books forbid lending or only a top-up, as the province says`() {
    let bad = Attestation.ward([.boardFormed, .accountSignatories])
    #expect(WardRecord.sound(isExisting: true, attestations: bad).failing == ["R-022"])
    let milder = WardRecord.sound(
      isExisting: true, attestations: bad, instrument: .standard(bookkeepingGate: .topUpOnly))
    #expect(milder.failing == [])
    #expect(milder.result(.bookkeepingQuality)?.verdict == .failed)
    #expect(milder.result(.bookkeepingQuality)?.consequence == .noTopUp)
  }

  @Test func `months that were not closed in time are shown, and suspend elsewhere`() throws {
    let book = LoanBook(
      loans: [try .repaid(.sample(1, amount: 1_000_000, on: "2015-10-10"), [])], writtenOff: [])
    for (day, isMet) in [("2015-11-30" as Day, true), ("2015-12-01", false)] {
      let ward = WardRecord.sound(isExisting: true, book: book, on: day)
      let books = ward.result(.bookkeepingSystem)
      #expect(books?.verdict == .passed)
      #expect(books?.requirements.map(\.isMet) == [true, isMet])
      #expect(ward.result(.newGroupsRight)?.verdict == (isMet ? .passed : .failed))
    }
  }
}

extension OfficeStaffing {
  fileprivate static func lacking(
    untrained: Int = 0, duties: Int = 0, minutes: Int = 0
  ) -> OfficeStaffing {
    OfficeStaffing(
      people: 3, women: 1, untrained: untrained, withoutDuties: duties, withoutMinutes: minutes)
  }
}

extension Array<Attestation> {
  fileprivate static func ward(_ criteria: [Criterion]) -> [Attestation] {
    Attestation.ward(criteria)
  }
}
