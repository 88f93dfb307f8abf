import Testing

@testable import RevolvingFund

/// Whoever is close to a group attests, decides and witnesses nothing for it, whatever the step.
struct ClosenessTests {
  /// A step with the group's books before it, and the person who is close to the group.
  struct Step: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let close: PersonID
    let caller: PersonID
    let prepare: @Sendable (inout Books, KSMID) throws(Refusal) -> any Command
  }

  private static func approved(
    _ books: inout Books, _ ksm: KSMID
  ) throws(Refusal) -> ApplicationID {
    try books.approve(ksm, each: 500_000, on: "2016-01-10")
  }

  private static func lent(_ books: inout Books, _ ksm: KSMID) throws(Refusal) -> LoanID {
    try books.lend(ksm, each: 500_000, on: "2016-01-10")
  }

  private static func lost(_ books: inout Books, _ ksm: KSMID) throws(Refusal) -> LoanID {
    let loan = try lent(&books, ksm)
    books.climbLadder(of: loan, from: "2016-02-10")
    return loan
  }

  private static func writeOff(_ loan: LoanID) -> WriteOffLoan {
    WriteOffLoan(
      loan: loan, ksm: KSMID(upk, 1), proposedBy: Village.manager, minutes: "BA-03",
      report: "RWT-2016", savingsKept: "", day: "2016-11-11")
  }

  private static func receipt(_ loan: LoanID) -> ConfirmReceipts {
    ConfirmReceipts(
      loan: loan, received: [Share(member: 1, amount: 500_000)], mark: .signature, reference: "",
      witness: Village.witness, day: "2016-01-10")
  }

  private static func visit(_ loan: LoanID) -> RecordVisit {
    RecordVisit(
      loan: loan, member: 1, companion: Village.witness, received: 500_000, use: .asApplied,
      beneficiary: nil, note: "", reference: "", day: "2016-02-10")
  }

  private static func attestation(_ ksm: KSMID) -> Attest {
    Attest(
      upk: upk, criterion: .groupFormed, ksm: ksm, members: [], verdict: .met, items: [],
      evidence: "LHP-2", until: "2017-01-10", volunteer: Village.volunteer, day: "2016-01-10")
  }

  private static let beforeLending: [Step] = [
    Step(
      testDescription: "attest", close: Village.facilitator, caller: Village.facilitator
    ) { _, ksm in
      attestation(ksm)
    },
    Step(
      testDescription: "attest with", close: Village.volunteer, caller: Village.facilitator
    ) { _, ksm in
      attestation(ksm)
    },
    Step(
      testDescription: "agreement", close: Village.officer, caller: Village.officer
    ) { books, ksm throws(Refusal) in
      SignContract(
        application: try approved(&books, ksm), reference: "SPP-1", setOffConsent: false,
        signers: [1, 2, 3, 4, 5], day: "2016-01-12")
    },
    Step(
      testDescription: "wait", close: Village.manager, caller: Village.manager
    ) { books, ksm throws(Refusal) in
      let application = try approved(&books, ksm)
      books.facts.balances[AccountKey(upk: ksm.upk, account: .bank)] = 1_000_000
      return WaitlistApplication(application: application, day: "2016-01-12")
    },
    Step(
      testDescription: "release", close: Village.manager, caller: Village.manager
    ) { books, ksm throws(Refusal) in
      let application = try approved(&books, ksm)
      let bank = AccountKey(upk: ksm.upk, account: .bank)
      let held = books.facts.balances[bank]
      books.facts.balances[bank] = 1_000_000
      try books.run(
        WaitlistApplication(application: application, day: "2016-01-12"), by: Village.manager)
      books.facts.balances[bank] = held
      return ReleaseApplication(application: application, day: "2016-01-13")
    },
  ]

  private static let afterwards: [Step] = [
    Step(
      testDescription: "void", close: Village.manager, caller: Village.manager
    ) { books, ksm throws(Refusal) in
      VoidDisbursement(loan: try lent(&books, ksm), reason: "nobody came", day: "2016-01-12")
    },
    Step(
      testDescription: "receipt", close: Village.cashier, caller: Village.cashier
    ) { books, ksm throws(Refusal) in
      receipt(try lent(&books, ksm))
    },
    Step(
      testDescription: "receipt before", close: Village.witness, caller: Village.cashier
    ) { books, ksm throws(Refusal) in
      receipt(try lent(&books, ksm))
    },
    Step(
      testDescription: "visit", close: Village.officer, caller: Village.officer
    ) { books, ksm throws(Refusal) in
      visit(try lent(&books, ksm))
    },
    Step(
      testDescription: "visit with", close: Village.witness, caller: Village.officer
    ) { books, ksm throws(Refusal) in
      visit(try lent(&books, ksm))
    },
    Step(
      testDescription: "board's decision", close: Village.coordinator,
      caller: Village.coordinator
    ) { books, ksm throws(Refusal) in
      RecordCaseStep(
        loan: try lost(&books, ksm), action: .boardDecision, note: "n", evidence: "",
        promise: nil, day: "2016-11-11")
    },
    Step(
      testDescription: "restructuring", close: Village.coordinator, caller: Village.coordinator
    ) { books, ksm throws(Refusal) in
      RestructureLoan(
        loan: try lent(&books, ksm), months: 6, grounds: RestructureLoanTests.grounds,
        day: "2016-06-20")
    },
    Step(
      testDescription: "write-off", close: Village.coordinator, caller: Village.coordinator
    ) { books, ksm throws(Refusal) in
      writeOff(try lost(&books, ksm))
    },
    Step(
      testDescription: "write-off's proposal", close: Village.manager,
      caller: Village.coordinator
    ) { books, ksm throws(Refusal) in
      writeOff(try lost(&books, ksm))
    },
    Step(
      testDescription: "waiver", close: Village.coordinator, caller: Village.coordinator
    ) { books, ksm throws(Refusal) in
      let loan = try lost(&books, ksm)
      try books.run(writeOff(loan), by: Village.coordinator)
      return WaiveClaim(loan: loan, minutes: "BA-09", reason: "moved", day: "2016-11-20")
    },
  ]

  @Test(arguments: beforeLending + afterwards)
  func `who is close to a group has no part in what is decided on it`(step: Step) throws {
    var books = try Village.books()
    let ksm = try books.addGroup("A")
    let command = try step.prepare(&books, ksm)
    #expect(books.refusal(command, by: step.caller) == [])
    let declaration = DeclareRelationship(
      ksm: ksm, person: step.close, relationship: .family, note: "", day: command.day)
    try books.run(declaration, by: Village.bookkeeper)
    #expect(
      books.refusal(command, by: step.caller) == [
        .recusalRequired(.family, person: step.close.value, ksm: ksm.number)
      ])
  }
}
