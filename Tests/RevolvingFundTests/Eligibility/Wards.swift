import RevolvingFund

extension WardRecord {
  /// A ward that meets every criterion on 15 January 2016, changed as a case asks.
  static func sound(
    isExisting: Bool = false, hasLent: Bool = false,
    guidance: Guidance = .init(consultants: 1, facilitators: 1, volunteers: 1),
    charter: CharterRecord = .init(
      charters: 1, povertyClauses: 1, lendingOnlyClauses: 1, incomeClauses: 1),
    policyHeadings: Int = 6,
    supervisors: OfficeStaffing = .full(3, women: 1), officers: OfficeStaffing = .full(4),
    officersUnacquainted: Int = 0, signatories: OfficeStaffing = .full(3), repairsOpen: Int = 0,
    capital: Rupiah = 20_000_000, savingsUncovered: Rupiah = 0,
    book: LoanBook = LoanBook(loans: [], writtenOff: []), periods: PeriodRecord = .empty,
    suspension: SuspensionRecord = .init(loansAgainst: 0, collectionsMissing: 0),
    attestations: [Attestation] = Attestation.ward(),
    charterSince: Day? = "2010-01-01", signatoriesSince: Day? = "2010-01-01",
    instrument: EligibilityInstrument = .standard, on day: Day = "2016-01-15"
  ) -> WardRecord {
    WardRecord(
      asOf: day, instrument: instrument, ranEarlierProgramme: isExisting, hasLent: hasLent,
      guidance: guidance,
      charter: charter, policyHeadings: policyHeadings, supervisors: supervisors,
      officers: officers, officersUnacquainted: officersUnacquainted, signatories: signatories,
      repairsOpen: repairsOpen, capital: capital, savingsUncovered: savingsUncovered,
      authority: LendingAuthority(book: book, periods: periods, on: day),
      suspension: suspension, attestations: attestations, charterSince: charterSince,
      signatoriesSince: signatoriesSince)
  }

  func result(_ criterion: Criterion) -> CriterionResult? {
    results.first { $0.criterion == criterion }
  }

  /// The codes of what forbids to lend.
  var failing: [String] {
    results.filter { $0.forbidsLending && $0.criterion != .lendingGate }
      .map(\.criterion.rawValue)
  }
}

extension OfficeStaffing {
  /// So many people, of whom nobody lacks anything.
  static func full(_ people: Int, women: Int = 1) -> OfficeStaffing {
    OfficeStaffing(
      people: people, women: women, untrained: 0, withoutDuties: 0, withoutMinutes: 0)
  }
}

extension Attestation {
  /// One of the ward, of 15 January 2015 and for a year.
  static func ward(
    _ criteria: [Criterion] = [.boardFormed, .accountSignatories, .bookkeepingQuality],
    _ verdict: AttestedVerdict = .met, on day: Day = "2015-01-15", until: Day = "2016-01-15"
  ) -> [Attestation] {
    criteria.enumerated().map { place, criterion in
      Attestation(
        upk: UPKID(1), number: Int64(place + 1), criterion: criterion, subject: .ward,
        verdict: verdict, items: [], evidence: "LHP-01", on: day, until: until,
        attestedBy: PersonID(1), volunteer: nil)
    }
  }

  /// One of a group or of one of its members.
  static func group(
    _ number: Int64, _ criterion: Criterion, of subject: EligibilitySubject,
    _ verdict: AttestedVerdict = .met, items: Set<MemberItem> = [], on day: Day = "2015-06-15",
    until: Day = "2016-06-15"
  ) -> Attestation {
    Attestation(
      upk: UPKID(1), number: number, criterion: criterion, subject: subject, verdict: verdict,
      items: items, evidence: "BA-01", on: day, until: until, attestedBy: PersonID(1),
      volunteer: PersonID(2))
  }
}
