import RevolvingFund

/// From the application to the money: each step some days after the one before, in the order in
/// which groups came, for the queue lets nobody pass.
extension UnitLife {
  mutating func apply(_ ksm: KSMID, members: Int, on day: Day) {
    let share = Rupiah(Int64(random.any(10...20)) * 100_000)
    let shares = (1...Int64(members)).map { Share(member: $0, amount: share) }
    let months = random.percent(80) ? 12 : random.any(8...10)
    let effects = attempt(
      SubmitApplication(
        ksm: ksm, amount: Rupiah(share.amount * Int64(members)), shares: shares, months: months,
        purpose: .productiveBusiness, businessStage: .existing,
        papers: Set(ApplicationPaper.allCases), day: day), by: offices.loanOfficer)
    guard let effects, case .application(let id) = effects.subject else { return }
    note(.inspect(id), on: day, after: 2)
  }

  mutating func inspect(_ id: ApplicationID, on day: Day) {
    let asked = chronicle.facts.applications[id]?.requested ?? []
    let appraisals = asked.map {
      MemberAppraisal(
        member: $0.member, scores: [4, 4, 3, 5, 4], income: Rupiah(4_000_000),
        livingCost: Rupiah(2_000_000), otherInstallments: .zero)
    }
    let effects = attempt(
      RecordInspection(
        application: id, witness: offices.boardMember, recommended: asked,
        appraisals: appraisals, note: "", day: day), by: offices.loanOfficer)
    if effects != nil { note(.sign(id), on: day, after: 2) }
  }

  mutating func sign(_ id: ApplicationID, on day: Day) {
    for signer in [offices.manager, offices.coordinator] {
      let approval = SignApproval(application: id, verdict: .approve, note: "", day: day)
      guard attempt(approval, by: signer) != nil else { return }
    }
    note(.contract(id), on: day, after: 1)
  }

  mutating func contract(_ id: ApplicationID, on day: Day) {
    let signers = (chronicle.facts.applications[id]?.recommended ?? []).map(\.member)
    let effects = attempt(
      SignContract(
        application: id, reference: "SPP-\(id.number)", setOffConsent: false, signers: signers,
        day: day), by: offices.loanOfficer)
    if effects != nil { note(.payOut(id), on: day, after: 2) }
  }

  mutating func payOut(_ id: ApplicationID, on day: Day) {
    let effects = attempt(
      Disburse(
        application: id, account: .bank, signatories: offices.signatories,
        witness: offices.boardMember, day: day), by: offices.cashier)
    guard let effects, case .loan(let loan) = effects.subject else { return }
    let shares = chronicle.facts.loans[loan]?.shares ?? []
    _ = attempt(
      ConfirmReceipts(
        loan: loan, received: shares, mark: .signature, reference: "TT-\(loan.number)",
        witness: offices.boardMember, day: day), by: offices.loanOfficer)
    if random.percent(30) { note(.visit(loan), on: day, after: Int32(random.any(20...40))) }
    noteRepayments(of: loan)
  }

  mutating func visit(_ loan: LoanID, on day: Day) {
    guard let share = chronicle.facts.loans[loan]?.shares.randomElement(using: &random) else {
      return
    }
    _ = attempt(
      RecordVisit(
        loan: loan, member: share.member, companion: offices.boardMember, received: share.amount,
        use: .asApplied, beneficiary: nil, note: "", reference: "F-\(loan.number)", day: day),
      by: offices.loanOfficer)
  }

  /// What a group brings, up to what it owes.
  mutating func repay(_ loan: LoanID, _ amount: Rupiah, on day: Day) throws(Refusal) {
    guard let found = chronicle.facts.loans[loan], found.state == .active else { return }
    let owed =
      found.principal + found.schedule.serviceCharge - found.paid.principal
      - found.paid.serviceCharge
    try chronicle.record(
      RecordRepayment(
        loan: loan, amount: min(amount, owed), account: .cash, reference: nil, day: day),
      by: offices.cashier)
  }

  /// A little paper and some fares, as long as the month's income bears it.
  mutating func bookCosts(on day: Day) {
    let amount = Rupiah(Int64(random.any(2...8)) * 10_000)
    let cash = chronicle.facts.balances[AccountKey(upk: upk, account: .cash)] ?? .zero
    guard cash > Rupiah(amount.amount * 3) else { return }
    let costs = [(51030, "ATK"), (51040, "Transport")].map { code, name in
      (AccountCode(code), name)
    }
    let lines = costs.enumerated().map { place, cost in
      PostJournal.Line(
        number: place + 1, day: day, description: cost.1, debit: cost.0, credit: .cash,
        amount: amount, reference: nil)
    }
    _ = attempt(PostJournal(upk: upk, lines: lines), by: offices.bookkeeper)
  }
}

extension SeedPlan {
  /// The most that one borrower gets.
  var dearestShare: Rupiah { Rupiah(2_000_000) }

  /// The policy of every unit, from its first day on.
  func policy(of upk: UPKID) -> LendingPolicy {
    LendingPolicy(
      upk: upk, version: 0, validFrom: founded, borrowerCriteria: "Pasal 3",
      firstLoanCeiling: dearestShare, laterLoanCeiling: Rupiah(5_000_000), shortestTerm: 3,
      longestTerm: 12, rate: MonthlyRate(millionths: 15_000), method: .flat, roundUnit: 1,
      earlySettlement: .waive, reserveScheme: .none, jointLiability: "Pasal 8",
      savingsAccount: .none, startUps: StartUpRule(ceiling: Rupiah(500_000), longestTerm: 10),
      reason: "", minutes: "BA-01/\(founded.year)")
  }

  /// A charter with all that it needs.
  func charter(of upk: UPKID) -> Charter {
    Charter(
      upk: upk, version: 0, validFrom: founded, deed: "AD-01/\(founded.year)",
      articles: [.povertyTool: "Pasal 4", .lendingOnly: "Pasal 5", .incomeForUnitOnly: "Pasal 9"],
      minutes: "BA-01/\(founded.year)")
  }
}
