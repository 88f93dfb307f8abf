import FundStore
import RevolvingFund

// What moves no money: drafts, complaints, meetings, inspections, balances as borrowers know them,
// and books that were frozen.
extension SmallLife {
  private var upk: UPKID { world.upk.id }

  private func run(_ command: some Command, by person: PersonID) async throws {
    try await world.fixture.run(command, by: person)
  }

  func form(_ ksm: KSMID, months: Int) -> SubmitApplication {
    SubmitApplication(
      ksm: ksm, amount: Rupiah(5_000_000), shares: world.shares(Rupiah(1_000_000)),
      months: months, purpose: .productiveBusiness, businessStage: .existing,
      papers: Set(ApplicationPaper.allCases), day: day("2016-01-10"))
  }

  /// A form that was kept, typed anew and then handed in.
  func handInDraft() async throws -> ApplicationID {
    let ksm = try await world.registerKSM(members: 5)
    let draft = ApplicationID(
      upk,
      try await world.fixture.run(
        DraftApplication(form: form(ksm, months: 9), replacing: nil), by: world.loanOfficer))
    try await run(
      DraftApplication(form: form(ksm, months: 10), replacing: draft), by: world.loanOfficer)
    try await run(
      SubmitDraft(draft: draft, ksm: ksm, day: day("2016-01-10")), by: world.loanOfficer)
    return draft
  }

  /// A form that nobody hands in.
  func keepDraft() async throws {
    let ksm = try await world.registerKSM(members: 5)
    try await run(
      DraftApplication(form: form(ksm, months: 9), replacing: nil), by: world.loanOfficer)
  }

  /// What people asked and supervisors found, up to May 2016.
  func answer(to supervisor: PersonID) async throws {
    try await run(
      RecordPublication(
        upk: upk, publication: .noticeSheet, month: month("2015-12"), reference: "Papan RW 2",
        day: day("2016-01-08")), by: world.manager)
    for (kind, ksm) in [(MeetingKind.rwt, nil), (.group, 1)] as [(MeetingKind, Int64?)] {
      try await run(
        RecordMeeting(
          upk: upk, meeting: kind, ksm: ksm, women: 12, men: 7, minutes: "N-\(ksm ?? 0)",
          note: "Hadir", day: day("2016-01-12")), by: world.manager)
    }
    try await run(
      RecordSupervision(
        upk: upk, note: "Buku kas",
        findings: [
          RecordSupervision.FindingPlan(text: "Kas tidak dihitung", due: nil),
          RecordSupervision.FindingPlan(text: "Kuitansi hilang", due: day("2016-03-01")),
        ], day: day("2016-02-15")), by: supervisor)
    try await run(
      AnswerFinding(
        finding: FindingID(upk, 1), text: "Dihitung", evidence: "Berita acara",
        day: day("2016-02-20")), by: world.manager)
    for text in ["Antrean lama", "Papan kosong"] {
      try await run(
        RecordComplaint(upk: upk, channel: .box, text: text, day: day("2016-03-01")),
        by: world.manager)
    }
    try await run(
      AnswerComplaint(
        complaint: ComplaintID(upk, 1), text: "Dipercepat", day: day("2016-03-05")),
      by: world.manager)
    try await confirm(
      LoanID(upk, 1), asOf: day("2016-04-30"), on: day("2016-05-20"), by: supervisor)
  }

  /// Two members say the same of their debt; one of them has a paper.
  func confirm(
    _ loan: LoanID, asOf day: Day, on recorded: Day, by supervisor: PersonID
  ) async throws {
    try await run(
      ConfirmBalances(
        upk: upk, asOf: day, scope: .sample,
        statements: [(1, ""), (2, "Kuitansi 7")].map {
          ConfirmBalances.Statement(
            loan: loan.number, member: $0.0, stated: Rupiah(100_000), evidence: $0.1)
        }, day: recorded), by: supervisor)
  }

  /// Frozen for something that nobody could find again, and released by two people.
  func freeze() async throws {
    try await world.store.freeze(
      upk, on: day("2016-12-29"),
      for: BookDifference(
        control: "loans", place: "loan/9", what: "account 11030", expected: "0", found: "1"))
    try await run(
      RequestRelease(upk: upk, reason: "Sudah diperiksa", day: day("2016-12-30")),
      by: world.manager)
    try await run(ConfirmRelease(upk: upk, day: day("2016-12-30")), by: world.coordinator)
  }
}
