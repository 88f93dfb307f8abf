import FundStore
public import RevolvingFund

/// A life of the world's UPK in which something of every booked table happens.
public struct SmallLife: Sendable {
  let world: FundWorld

  public init(world: FundWorld) {
    self.world = world
  }

  /// Lives it, from November 2015 to December 2016.
  public func run() async throws {
    let supervisor = FundWorld.supervisors[0]
    try await setBounds()
    try await setPolicy()
    try await keepBooks()
    let late = try await lend(submit(), consent: true)
    let settled = try await lend(submit(), consent: false)
    let voided = try await lend(handInDraft(), consent: false)
    let lost = try await lend(submit(), consent: false)
    let brief = try await lend(handInBrief(), consent: false)
    try await keepDraft()
    try await closeFirstYear(paying: supervisor)
    try await takeBack(voided)
    try await payTooMuch(settled)
    try await repay(late)
    try await answerForEachOther(late)
    try await answer(to: supervisor)
    try await world.climbLadder(of: lost, from: day("2016-02-20"))
    try await world.close(through: month("2016-05"))
    try await restructure(late)
    try await payWhatIsLate(brief)
    try await lose(lost)
    try await confirm(lost, asOf: day("2016-12-10"), on: day("2016-12-11"), by: supervisor)
    try await recover()
    try await closeAgain()
    try await freeze()
  }

  /// What the province sets before it: a limit of cash in hand, and what of a profit is capital's.
  public static var bounds: PolicyBounds { bounds(.capitalOnly, from: day("2015-12-16")) }

  /// The same with another rule for the profit of a year that ended with a PAR of 20 % or more.
  public static func bounds(_ atRisk: ProfitAtRisk, from day: Day) -> PolicyBounds {
    let standard = PolicyBounds.standard
    return PolicyBounds(
      version: 0, validFrom: day, ceiling: standard.ceiling, term: standard.term,
      rateMillionths: standard.rateMillionths, roundUnits: standard.roundUnits,
      savingsAccounts: standard.savingsAccounts, startUps: standard.startUps,
      cashLimit: Rupiah(4_000),
      profit: ProfitRule(leastCapital: 6_000, atRisk: atRisk), reason: "Edaran")
  }

  private func setBounds() async throws {
    try await world.fixture.run(
      SetPolicyBounds(bounds: SmallLife.bounds, day: day("2015-12-01")), by: world.coordinator)
  }

  /// The policy that it begins with.
  public static func policy(of upk: UPKID) -> LendingPolicy {
    let plain = FundWorld.policy(of: upk, from: day("2015-12-15"))
    return LendingPolicy(
      upk: plain.upk, version: 0, validFrom: plain.validFrom,
      borrowerCriteria: plain.borrowerCriteria, firstLoanCeiling: plain.firstLoanCeiling,
      laterLoanCeiling: plain.laterLoanCeiling, shortestTerm: plain.shortestTerm,
      longestTerm: plain.longestTerm, rate: plain.rate, method: plain.method,
      roundUnit: plain.roundUnit, earlySettlement: plain.earlySettlement,
      reserveScheme: .pnpmUrban, jointLiability: plain.jointLiability,
      savingsAccount: plain.savingsAccount, startUps: plain.startUps,
      lateFee: Rupiah(1_000), savingsThousandths: 50, reason: "Rapat", minutes: plain.minutes)
  }

  private func setPolicy() async throws {
    let policy = SmallLife.policy(of: world.upk.id)
    let version = try await world.fixture.run(
      SetPolicy(policy: policy, day: day("2015-12-15")), by: world.coordinator)
    for officer in [world.cashier, world.loanOfficer, world.manager, world.bookkeeper] {
      try await world.fixture.run(
        AcknowledgePolicy(upk: world.upk.id, version: version, day: day("2015-12-16")),
        by: officer)
    }
  }

  private func submit() async throws -> ApplicationID {
    try await world.submit(try await world.registerKSM(members: 5))
  }

  private func lend(_ application: ApplicationID, consent: Bool) async throws -> LoanID {
    try await world.inspect(application)
    try await world.approve(application, by: world.manager)
    try await world.approve(application, by: world.coordinator)
    try await world.fixture.run(
      SignContract(
        application: application, reference: "SPP-\(application.number)", setOffConsent: consent,
        signers: [1, 2, 3, 4, 5], day: day("2016-01-15")), by: world.loanOfficer)
    return try await world.disburse(application)
  }

  private func repay(_ loan: LoanID) async throws {
    try await world.fixture.run(
      ConfirmReceipts(
        loan: loan, received: [Share(member: 1, amount: Rupiah(1_000_000))], mark: .photograph,
        reference: "album-1", witness: world.coordinator, day: day("2016-01-20")),
      by: world.loanOfficer)
    try await world.fixture.run(
      world.repayment(loan, Rupiah(603_750), on: day("2016-02-20"), reference: "K-1"),
      by: world.cashier)
    try await world.fixture.run(
      RecordRepayment(
        loan: loan, amount: Rupiah(301_000), account: .cash, reference: "K-2",
        members: [
          MemberPayment(member: 1, payer: 2, amount: Rupiah(100_000)),
          MemberPayment(member: 2, payer: 2, amount: Rupiah(200_000)),
        ], day: day("2016-03-25")), by: world.cashier)
    try await world.fixture.run(
      world.repayment(loan, Rupiah(76_000), on: day("2016-05-10")), by: world.cashier)
    let backdated = try await world.store.run(
      world.repayment(loan, Rupiah(100_000), on: day("2016-04-01")),
      world.fixture.request(by: world.cashier))
    guard let receipt = backdated.outcome["receipt"].flatMap({ ReceiptNumber($0) }) else {
      preconditionFailure("a repayment has a receipt")
    }
    try await world.fixture.run(
      ReverseRepayment(
        loan: loan, ksm: KSMID(world.upk.id, 1),
        receipt: receipt, reason: "Salah pinjaman", day: day("2016-05-12")), by: world.manager)
  }

  private func answerForEachOther(_ loan: LoanID) async throws {
    let ksm = KSMID(world.upk.id, 1)
    try await world.fixture.run(
      SettleMemberDebt(
        loan: loan, pair: MemberPair(debtor: 1, creditor: 2), amount: Rupiah(40_000),
        day: day("2016-05-13")), by: world.loanOfficer)
    try await world.fixture.run(
      CallJointLiability(
        loan: loan, present: [1, 2, 3], decision: "Dibayar bersama", day: day("2016-05-14")),
      by: world.loanOfficer)
    try await world.fixture.run(
      DepositSavings(
        ksm: ksm, amount: Rupiah(50_000), account: .savingsCash, reference: "T-1",
        day: day("2016-05-15")), by: world.cashier)
    try await world.fixture.run(
      BankSavings(
        upk: world.upk.id, amount: Rupiah(60_000), reference: "S-1", day: day("2016-05-16")),
      by: world.cashier)
    try await world.fixture.run(
      WithdrawSavings(
        ksm: ksm, amount: Rupiah(5_000), account: .savingsBank, reference: nil,
        day: day("2016-05-17")), by: world.cashier)
    try await world.fixture.run(
      SetOffSavings(loan: loan, ksm: ksm, amount: Rupiah(20_000), day: day("2016-05-21")),
      by: world.manager)
  }

  private func payTooMuch(_ loan: LoanID) async throws {
    try await world.fixture.run(
      RecordRepayment(
        loan: loan, amount: Rupiah(5_300_000), account: .cash, reference: "K-3", excess: .hold,
        day: day("2016-02-20")), by: world.cashier)
    try await world.fixture.run(
      RefundSuspense(
        ksm: KSMID(world.upk.id, 2), amount: Rupiah(30_000), account: .cash, reference: "K-4",
        day: day("2016-02-22")), by: world.cashier)
  }

  private func takeBack(_ loan: LoanID) async throws {
    try await world.fixture.run(
      VoidDisbursement(loan: loan, reason: "Tidak datang", day: day("2016-01-21")),
      by: world.manager)
  }

  private func restructure(_ loan: LoanID) async throws {
    // Late fees are of the old installments.
    try await world.fixture.run(
      world.repayment(loan, Rupiah(60_000), on: day("2016-06-21")), by: world.cashier)
    let successor = LoanID(
      world.upk.id,
      try await world.fixture.run(
        RestructureLoan(
          loan: loan, months: 7,
          grounds: Restructuring.Grounds(
            reason: "Pasar terbakar", evidence: "Kios buka lagi", agreement: "SPP-04",
            minutes: "BA-11", notice: "S-05"), day: day("2016-06-21")), by: world.coordinator))
    try await world.fixture.run(
      world.repayment(successor, Rupiah(500_000), on: day("2016-07-20")), by: world.cashier)
  }

  private func lose(_ loan: LoanID) async throws {
    try await world.fixture.run(
      WriteOffLoan(
        loan: loan, ksm: KSMID(world.upk.id, 4), proposedBy: world.manager, minutes: "BA-03",
        report: "RWT-2016", savingsKept: "Tanpa surat kuasa",
        day: day("2016-11-21")), by: world.coordinator)
    let mistaken = try await world.store.run(
      RecoverClaim(
        loan: loan, amount: Rupiah(200_000), account: .cash, reference: "K-9",
        day: day("2016-12-01")), world.fixture.request(by: world.cashier))
    guard let receipt = mistaken.outcome["receipt"].flatMap({ ReceiptNumber($0) }) else {
      preconditionFailure("money on a claim has a receipt")
    }
    try await world.fixture.run(
      ReverseRecovery(
        loan: loan, ksm: KSMID(world.upk.id, 4), receipt: receipt, reason: "Salah jumlah",
        day: day("2016-12-02")), by: world.manager)
    try await world.fixture.run(
      RecoverClaim(
        loan: loan, amount: Rupiah(250_000), account: .bank, reference: "K-10",
        day: day("2016-12-03")), by: world.cashier)
    try await world.fixture.run(
      WaiveClaim(loan: loan, minutes: "BA-09", reason: "Pindah", day: day("2016-12-20")),
      by: world.coordinator)
  }
}
