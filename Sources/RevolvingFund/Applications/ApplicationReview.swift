/// All that a decision on an application rests on, on one day.
public struct ApplicationReview: Hashable, Sendable {
  public let application: Application
  public let ksm: KSM
  public let asOf: Day
  public let standing: BorrowerStanding
  public let authority: LendingAuthority
  /// The members who ask, or are recommended once there was an inspection.
  public let members: [MemberReview]
  /// The group's loans so far, oldest first.
  public let loans: [LoanHistory]
  /// As if paid out on the day; empty where there is no schedule.
  public let schedule: [Installment]
  /// Cash and bank.
  public let held: Rupiah
  /// What approvals promise of it; that of this application not counted.
  public let reserved: Rupiah

  public var available: Rupiah { held - reserved }

  /// One member as the decision sees them.
  public struct MemberReview: Hashable, Sendable {
    public let member: Int64
    /// In how many loans of the group the member had a share.
    public let loans: Int
    public let requested: Rupiah
    public let recommended: Rupiah
    public let largestInstallment: Rupiah
    public let appraisal: MemberAppraisal?
    /// `nil` of who is no member any more.
    public let conduct: MemberConduct?
  }
}

extension Keys {
  /// Asks for everything that a review tells.
  public mutating func addReview(of application: ApplicationID) {
    addEligibility(ofGroupIn: application)
    addReservations(of: application.upk)
  }
}

extension Facts {
  /// The review of an application on a day; `nil` where there is none.
  public func review(of id: ApplicationID, on day: Day) -> ApplicationReview? {
    guard let found = applications[id]?.asOf(day), let ksm = ksms[found.ksm],
      let authority = authority(of: id.upk, on: day)
    else { return nil }
    let loans = (portfolios[id.upk]?.loans(of: found.ksm) ?? [])
      .filter { $0.loan.disbursedOn <= day }
    let terms = (policies[id.upk] ?? []).inForce(on: found.decidedOn ?? day)
      .map { $0.terms(months: found.months) }
    let shares = found.inspection == nil ? found.requested : found.recommended
    let others = (reservations[id.upk] ?? [])
      .filter { $0.application != id && $0.holds(on: day) }
    let conduct = memberConduct(found.ksm, stage: found.businessStage, on: day) ?? []
    return ApplicationReview(
      application: found, ksm: ksm, asOf: day,
      standing: BorrowerStanding(loans: loans, on: day), authority: authority,
      members: found.requested.map { asked in
        members(
          found, asked, loans, terms, conduct.first { $0.member == asked.member })
      }, loans: loans,
      schedule: terms?.installments(of: shares.map(\.amount), disbursedOn: day) ?? [],
      held: [AccountCode.cash, .bank].total {
        balances[AccountKey(upk: id.upk, account: $0)] ?? .zero
      }, reserved: others.total(\.amount))
  }

  private func members(
    _ found: Application, _ asked: Share, _ loans: [LoanHistory], _ terms: LoanTerms?,
    _ conduct: MemberConduct?
  ) -> ApplicationReview.MemberReview {
    let given = found.recommended.first { $0.member == asked.member }?.amount ?? .zero
    let amount = found.inspection == nil ? asked.amount : given
    return ApplicationReview.MemberReview(
      member: asked.member,
      loans: loans.count { $0.loan.shares.contains { $0.member == asked.member } },
      requested: asked.amount, recommended: given,
      largestInstallment: amount > .zero
        ? terms?.largestInstallment(of: amount) ?? .zero : .zero,
      appraisal: found.inspection?.appraisals.first { $0.member == asked.member },
      conduct: conduct)
  }
}
