import RevolvingFund
import Testing

/// Nothing of a UPK goes before the end of its last closed month.
struct ClosedMonthTests {
  private let last: Day = "2016-02-29"
  private let closed: Month = "2016-02"

  private func books() throws -> (Books, LoanID, ApplicationID, ApplicationID) {
    var books = try Village.books()
    let loan = try books.lend(try books.addGroup("A"), each: 500_000, on: "2016-01-10")
    let approved = try books.approve(
      try books.addGroup("B"), each: 100_000, on: "2016-02-10")
    let waiting = try books.apply(try books.addGroup("C"), each: 100_000, on: "2016-02-10")
    try books.run(
      DelegateRole(
        upk: upk, role: .bkmCoordinator, delegate: Village.witness, from: "2016-02-10",
        until: "2016-04-30", reason: "r", day: "2016-02-10"), by: Village.coordinator)
    try books.run(
      DeclareRelationship(
        ksm: KSMID(upk, 1), person: Village.witness, relationship: .other, note: "",
        day: "2016-02-10"), by: Village.officer)
    try books.run(
      PostJournal(
        upk: upk,
        lines: [
          PostJournal.Line(
            number: 1, day: "2016-02-10", description: "T", debit: .cash, credit: .suspense,
            amount: 5, reference: nil)
        ]), by: Village.bookkeeper)
    try books.run(
      AssignSuspense(ksm: KSMID(upk, 1), amount: 5, reason: "r", day: "2016-02-10"),
      by: Village.manager)
    try books.close(through: closed)
    return (books, loan, approved, waiting)
  }

  /// Every command that books on a UPK's stream, with the day and who runs it.
  private static let commands: [(CommandKind, PersonID)] = [
    (.setCharter, Village.coordinator), (.setPolicy, Village.coordinator),
    (.acknowledgePolicy, Village.officer), (.registerKSM, Village.officer),
    (.addMember, Village.officer), (.endMembership, Village.officer),
    (.draftApplication, Village.officer), (.submitDraft, Village.officer),
    (.submitApplication, Village.officer), (.recordInspection, Village.officer),
    (.signApproval, Village.manager), (.disburse, Village.cashier),
    (.recordRepayment, Village.cashier), (.receiveCapital, Village.bookkeeper),
    (.postJournal, Village.bookkeeper), (.confirmRecovery, Village.coordinator),
    (.reverseVoucher, Village.manager), (.openAccount, Village.bookkeeper),
    (.recordCashCount, Village.cashier), (.bookCashDifference, Village.bookkeeper),
    (.reconcileBank, Village.bookkeeper), (.registerAsset, Village.bookkeeper),
    (.depreciateAssets, Village.bookkeeper),
    (.recordCollection, Village.officer), (.depositSavings, Village.cashier),
    (.withdrawSavings, Village.cashier), (.bankSavings, Village.cashier),
    (.planRepair, Village.coordinator), (.attest, Village.facilitator),
    (.restructureLoan, Village.coordinator), (.writeOffLoan, Village.coordinator),
    (.recoverClaim, Village.cashier), (.waiveClaim, Village.coordinator),
    (.reverseRecovery, Village.manager),
    (.recordCaseStep, Village.officer), (.escalate, Village.officer),
    (.answerEscalation, Village.coordinator),
    (.confirmReceipts, Village.cashier), (.voidDisbursement, Village.manager),
    (.recordVisit, Village.officer), (.liftBlock, Village.coordinator),
    (.completeApplication, Village.officer), (.cancelApplication, Village.officer),
    (.waitlistApplication, Village.manager), (.releaseApplication, Village.manager),
    (.signContract, Village.officer), (.skipQueue, Village.officer),
    (.confirmSkip, Village.manager), (.setApprovalChain, Village.coordinator),
    (.delegateRole, Village.coordinator), (.declareRelationship, Village.manager),
    (.reverseRepayment, Village.manager), (.refundSuspense, Village.cashier),
    (.applySuspense, Village.cashier), (.callJointLiability, Village.officer),
    (.settleMemberDebt, Village.officer), (.setOffSavings, Village.manager),
    (.assignSuspense, Village.manager), (.unassignSuspense, Village.manager),
    (.revokeDelegation, Village.coordinator), (.endRelationship, Village.manager),
    (.requestReopening, Village.bookkeeper), (.confirmReopening, Village.manager),
    (.closeYear, Village.bookkeeper), (.allocateProfit, Village.coordinator),
    (.paySupervisors, Village.cashier), (.proposeBudget, Village.manager),
    (.approveBudget, Village.coordinator),
    (.recordComplaint, Village.officer), (.answerComplaint, Village.manager),
    (.recordMeeting, Village.officer), (.recordSupervision, Village.supervisors[0]),
    (.answerFinding, Village.manager), (.recordPublication, Village.manager),
    (.confirmBalances, Village.supervisors[0]),
  ]

  private func command(
    _ kind: CommandKind, _ loan: LoanID, _ approved: ApplicationID, _ waiting: ApplicationID,
    on day: Day
  ) -> (any Command)? {
    let ksm = KSMID(upk, 1)
    return switch kind {
    case .setCharter: SetCharter(charter: Village.charter(from: day), day: day)
    case .acknowledgePolicy: AcknowledgePolicy(upk: upk, version: 1, day: day)
    case .setPolicy: SetPolicy(policy: Village.policy(from: day), day: day)
    case .registerKSM: RegisterKSM(upk: upk, name: "D", formedOn: "2015-07-01", day: day)
    case .addMember: AddMember(ksm: ksm, person: Village.witness, day: day)
    case .endMembership: EndMembership(ksm: ksm, member: 1, day: day)
    case .submitApplication:
      SubmitApplication(
        ksm: ksm, amount: 1, shares: [Share(member: 1, amount: 1)], months: 4,
        purpose: .familyCapital, businessStage: .existing, papers: [], day: day)
    case .recordInspection:
      RecordInspection(
        application: waiting, witness: Village.witness, recommended: [], appraisals: [], note: "",
        day: day)
    case .signApproval:
      SignApproval(application: waiting, verdict: .reject, note: "no", day: day)
    case .disburse: Village.payOut(approved, from: .bank, on: day)
    case .recordRepayment:
      RecordRepayment(loan: loan, amount: 100, account: .bank, reference: nil, day: day)
    case .receiveCapital:
      ReceiveCapital(upk: upk, source: .other, amount: 5, reference: nil, day: day)
    case .confirmRecovery: ConfirmRecovery(upk: upk, minutes: "BA", day: day)
    case .recordCollection:
      RecordCollection(
        upk: upk, boardPerson: Village.witness, unitPerson: Village.officer, note: "n", day: day)
    case .reverseRepayment:
      ReverseRepayment(
        loan: loan, ksm: ksm, receipt: ReceiptNumber(year: 2016, number: 1), reason: "no",
        day: day)
    case .refundSuspense:
      RefundSuspense(ksm: ksm, amount: 5, account: .cash, reference: nil, day: day)
    case .applySuspense: ApplySuspense(loan: loan, ksm: ksm, amount: 5, day: day)
    case .callJointLiability:
      CallJointLiability(loan: loan, present: [1], decision: "pay", day: day)
    case .settleMemberDebt:
      SettleMemberDebt(
        loan: loan, pair: MemberPair(debtor: 1, creditor: 2), amount: 5, day: day)
    case .setOffSavings: SetOffSavings(loan: loan, ksm: ksm, amount: 5, day: day)
    case .depositSavings:
      DepositSavings(ksm: ksm, amount: 5, account: .savingsCash, reference: nil, day: day)
    case .withdrawSavings:
      WithdrawSavings(ksm: ksm, amount: 5, account: .savingsCash, reference: nil, day: day)
    case .bankSavings: BankSavings(upk: upk, amount: 5, reference: nil, day: day)
    case .planRepair:
      PlanRepair(
        upk: upk, repair: .trainBoard, responsible: Village.witness, due: "2016-06-30", note: "",
        day: day)
    default:
      endingCommand(kind, on: day) ?? troubledCommand(kind, loan, on: day)
        ?? disbursementCommand(kind, loan, on: day) ?? bookCommand(kind, on: day)
        ?? pipelineCommand(kind, approved, waiting, on: day) ?? closingCommand(kind, on: day)
    }
  }

  private func closingCommand(_ kind: CommandKind, on day: Day) -> (any Command)? {
    switch kind {
    case .requestReopening: RequestReopening(upk: upk, month: closed, reason: "r", day: day)
    case .confirmReopening: ConfirmReopening(upk: upk, month: closed, day: day)
    case .closeYear: CloseYear(upk: upk, year: 2015, day: day)
    case .allocateProfit:
      AllocateProfit(upk: upk, year: 2015, shares: [], minutes: "RWT", day: day)
    case .paySupervisors:
      PaySupervisors(
        upk: upk, supervisor: Village.witness, amount: 5, account: .cash, reference: nil, day: day)
    case .proposeBudget:
      ProposeBudget(upk: upk, year: 2016, lines: [Budget.Line(.serviceCharge, 5)], day: day)
    case .approveBudget: ApproveBudget(upk: upk, number: 1, minutes: "BA", day: day)
    default: nil
    }
  }

  private func endingCommand(_ kind: CommandKind, on day: Day) -> (any Command)? {
    let ksm = KSMID(upk, 1)
    return switch kind {
    case .assignSuspense: AssignSuspense(ksm: ksm, amount: 5, reason: "r", day: day)
    case .unassignSuspense:
      UnassignSuspense(upk: upk, number: 1, ksm: ksm, reason: "r", day: day)
    case .revokeDelegation: RevokeDelegation(upk: upk, number: 1, reason: "r", day: day)
    case .endRelationship: EndRelationship(ksm: ksm, number: 1, reason: "r", day: day)
    default:
      nil
        ?? accountabilityCommand(kind, on: day)
    }
  }

  private func troubledCommand(
    _ kind: CommandKind, _ loan: LoanID, on day: Day
  ) -> (any Command)? {
    switch kind {
    case .restructureLoan:
      RestructureLoan(
        loan: loan, months: 6, grounds: RestructureLoanTests.grounds, day: day)
    case .writeOffLoan:
      WriteOffLoan(
        loan: loan, ksm: KSMID(upk, 1), proposedBy: Village.manager, minutes: "BA",
        report: "RWT", savingsKept: "", day: day)
    case .recoverClaim:
      RecoverClaim(loan: loan, amount: 5, account: .cash, reference: nil, day: day)
    case .reverseRecovery:
      ReverseRecovery(
        loan: loan, ksm: KSMID(upk, 1), receipt: ReceiptNumber(year: day.year, number: 1),
        reason: "r", day: day)
    case .waiveClaim: WaiveClaim(loan: loan, minutes: "BA", reason: "r", day: day)
    case .recordCaseStep:
      RecordCaseStep(
        loan: loan, action: .visit, note: "n", evidence: "", promise: nil, day: day)
    case .escalate:
      Escalate(loan: loan, office: .board, note: "n", evidence: "", answerDue: nil, day: day)
    case .answerEscalation:
      AnswerEscalation(
        step: CaseStepID(upk, 1), text: "n", answeredBy: nil, evidence: "", day: day)
    default: nil
    }
  }

  private func bookCommand(_ kind: CommandKind, on day: Day) -> (any Command)? {
    switch kind {
    case .reverseVoucher:
      ReverseVoucher(
        upk: upk, voucher: VoucherNumber(kind: .cashPayment, year: 2016, number: 9), reason: "r",
        day: day)
    case .openAccount:
      OpenAccount(upk: upk, account: Account(AccountCode(51031), "Materai"), day: day)
    case .recordCashCount:
      RecordCashCount(upk: upk, counted: 5, witness: Village.witness, note: "", day: day)
    case .bookCashDifference: BookCashDifference(upk: upk, count: 1, day: day)
    case .reconcileBank:
      ReconcileBank(upk: upk, account: .bank, month: "2016-01", lines: [], day: day)
    case .registerAsset:
      RegisterAsset(
        upk: upk, name: "Printer", cost: 5, boughtOn: day, life: 12,
        voucher: VoucherNumber(kind: .cashPayment, year: 2016, number: 9), day: day)
    case .depreciateAssets: DepreciateAssets(upk: upk, month: day.month)
    default: nil
    }
  }

  private func disbursementCommand(
    _ kind: CommandKind, _ loan: LoanID, on day: Day
  ) -> (any Command)? {
    switch kind {
    case .confirmReceipts:
      ConfirmReceipts(
        loan: loan, received: [Share(member: 1, amount: 500_000)], mark: .signature,
        reference: "", witness: Village.witness, day: day)
    case .voidDisbursement: VoidDisbursement(loan: loan, reason: "r", day: day)
    case .recordVisit:
      RecordVisit(
        loan: loan, member: 1, companion: nil, received: 500_000, use: .asApplied,
        beneficiary: nil, note: "", reference: "", day: day)
    case .liftBlock: LiftBlock(block: BlockID(upk, 1), minutes: "BA", day: day)
    default: nil
    }
  }

  private func accountabilityCommand(_ kind: CommandKind, on day: Day) -> (any Command)? {
    switch kind {
    case .recordComplaint: RecordComplaint(upk: upk, channel: .box, text: "t", day: day)
    case .answerComplaint:
      AnswerComplaint(complaint: ComplaintID(upk, 1), text: "t", day: day)
    case .recordMeeting:
      RecordMeeting(
        upk: upk, meeting: .bkm, ksm: nil, women: 1, men: 1, minutes: "M", note: "", day: day)
    case .recordSupervision: RecordSupervision(upk: upk, note: "n", findings: [], day: day)
    case .answerFinding:
      AnswerFinding(finding: FindingID(upk, 1), text: "t", evidence: "", day: day)
    case .recordPublication:
      RecordPublication(
        upk: upk, publication: .noticeSheet, month: "2016-01", reference: "r", day: day)
    case .confirmBalances:
      ConfirmBalances(upk: upk, asOf: day, scope: .sample, statements: [], day: day)
    default: nil
    }
  }

  private func pipelineCommand(
    _ kind: CommandKind, _ approved: ApplicationID, _ waiting: ApplicationID, on day: Day
  ) -> (any Command)? {
    switch kind {
    case .draftApplication:
      DraftApplication(
        form: SubmitApplication(
          ksm: KSMID(upk, 1), amount: 1, shares: [Share(member: 1, amount: 1)], months: 4,
          purpose: .familyCapital, businessStage: .existing, papers: [], day: day),
        replacing: nil)
    case .submitDraft: SubmitDraft(draft: waiting, ksm: KSMID(upk, 1), day: day)
    case .completeApplication:
      CompleteApplication(application: waiting, papers: [.form], day: day)
    case .cancelApplication: CancelApplication(application: waiting, reason: "r", day: day)
    case .waitlistApplication: WaitlistApplication(application: approved, day: day)
    case .releaseApplication: ReleaseApplication(application: approved, day: day)
    case .signContract:
      SignContract(
        application: approved, reference: "SPP", setOffConsent: false, signers: [1, 2, 3, 4, 5],
        day: day)
    case .skipQueue: SkipQueue(application: waiting, reason: "r", day: day)
    case .confirmSkip: ConfirmSkip(application: waiting, day: day)
    case .setApprovalChain:
      SetApprovalChain(chain: .standard(of: upk), day: day)
    case .delegateRole:
      DelegateRole(
        upk: upk, role: .bkmCoordinator, delegate: Village.witness, from: day, until: day,
        reason: "r", day: day)
    case .attest:
      Attest(
        upk: upk, criterion: .groupFormed, ksm: KSMID(upk, 1), members: [], verdict: .met,
        items: [],
        evidence: "BA", until: "2016-06-30", volunteer: Village.volunteer, day: day)
    case .declareRelationship:
      DeclareRelationship(
        ksm: KSMID(upk, 1), person: Village.manager, relationship: .other, note: "", day: day)
    default: nil
    }
  }

  @Test(arguments: commands)
  func `no command goes into a closed month`(kind: CommandKind, person: PersonID) throws {
    var (books, loan, approved, waiting) = try books()
    if kind == .signApproval { try books.inspect(waiting, on: "2016-03-01") }
    func closedDays(on day: Day) throws -> [Rejection] {
      guard kind != .postJournal else {
        return books.refusal(journal([last, day]), by: person)
      }
      let late = try #require(command(kind, loan, approved, waiting, on: day))
      return books.refusal(late, by: person)
    }
    let refusal = try closedDays(on: last)
    let line = kind == .postJournal ? 1 : nil
    #expect(refusal.contains(.periodClosed(last, closedThrough: closed, line: line)))
    let open = try closedDays(on: "2016-03-01").filter { $0.code == .periodClosed }
    #expect(
      open
        == (kind == .postJournal ? [.periodClosed(last, closedThrough: closed, line: 1)] : []))
  }

  @Test func `every kind that belongs to a UPK is in the table`() {
    let province: Set<CommandKind> = [
      .registerRegion, .registerBKM, .registerUPK, .registerPerson, .assignRole, .endAssignment,
      .filePapers, .recordTraining, .createPrincipal, .issueToken, .revokeToken, .setPolicyBounds,
      .setInstrument,
    ]
    // Released is what stands in no month's books; books begin only where no month was closed.
    let elsewhere: Set<CommandKind> = [
      .closePeriod, .requestRelease, .confirmRelease, .importBooks,
    ]
    let told = Set(ClosedMonthTests.commands.map(\.0)).union(province).union(elsewhere)
    #expect(told == Set(CommandKind.allCases))
  }

  @Test func `a voucher in a closed month is named by its line, beside what else is wrong`() throws
  {
    let (books, _, _, _) = try books()
    #expect(
      books.refusal(journal(["2016-03-01", last, "2016-01-01"], amount: 0), by: Village.bookkeeper)
        == [
          .amountNotPositive(field: .line(1), 0), .amountNotPositive(field: .line(2), 0),
          .amountNotPositive(field: .line(3), 0),
          .periodClosed(last, closedThrough: closed, line: 2),
          .periodClosed("2016-01-01", closedThrough: closed, line: 3),
        ])
  }

  private func journal(_ days: [Day], amount: Rupiah = 1) -> PostJournal {
    PostJournal(
      upk: upk,
      lines: days.enumerated().map { index, day in
        PostJournal.Line(
          number: index + 1, day: day, description: "bank", debit: .bank, credit: .otherIncome,
          amount: amount, reference: nil)
      })
  }
}
