public import RevolvingFund

extension Bergulir_V1_Review {
  /// The review without its application and what a signature would be refused for.
  public init(_ review: ApplicationReview, in upk: Code) {
    self.init()
    groupName = review.ksm.name
    formedOn = review.ksm.formedOn.description
    standing = review.standing.rawValue
    members = review.members.map(Bergulir_V1_ReviewedMember.init)
    loans = review.loans.map { Bergulir_V1_ReviewedLoan($0, on: review.asOf, in: upk) }
    schedule = review.schedule.map(Bergulir_V1_Installment.init)
    category = review.authority.category.rawValue
    atRisk = review.authority.deciding.ratio.numerator
    balance = review.authority.deciding.ratio.denominator
    parPercent =
      review.authority.deciding.ratio
      .percentText(decimals: 2, boundaries: [10, 20]) ?? ""
    parAsOf = review.authority.deciding.asOf.description
    held = review.held.amount
    reserved = review.reserved.amount
    available = review.available.amount
    recommended = review.application.recommended.total(\.amount).amount
    asOf = review.asOf.description
  }
}

extension Bergulir_V1_ReviewedMember {
  init(_ member: ApplicationReview.MemberReview) {
    self.init()
    self.member = member.member
    loans = Int32(member.loans)
    requested = member.requested.amount
    recommended = member.recommended.amount
    largestInstallment = member.largestInstallment.amount
    capacity = member.appraisal?.capacity.amount ?? 0
    scores = member.appraisal?.scores.map(Int32.init) ?? []
    blocked = member.conduct?.isBlocked ?? false
    deviated = member.conduct?.hasDeviated ?? false
    ceiling = member.conduct?.ceiling?.amount ?? 0
  }
}

extension Bergulir_V1_ReviewedLoan {
  init(_ history: LoanHistory, on day: Day, in upk: Code) {
    self.init()
    let position = history.position(asOf: day)
    name = ResourceName.loan(upk, history.loan.id.number).description
    disbursedOn = history.loan.disbursedOn.description
    principal = history.loan.principal.amount
    outstanding = position?.outstanding.amount ?? 0
    state = history.loan.state.rawValue
    collectability = Int32(position?.collectability.rawValue ?? 1)
    worst = Int32(history.worstCollectability(upTo: day).rawValue)
  }
}
