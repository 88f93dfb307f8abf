/// How the members of a group stand on one loan on a day: each on the own share, and to each other
/// (rules.md 4.5; R-042).
///
/// The UPK's claim is always on the whole group. Who paid for whom is a debt inside the group,
/// outside the UPK's books.
public struct JointLiability: Hashable, Sendable {
  public let asOf: Day
  /// In the order of the shares.
  public let members: [MemberStanding]
  /// Who owes whom in the group, by debtor and then creditor; settled debts are left out.
  public let debts: [MemberDebt]

  /// What members paid each other back, up to any day; and what is claimed of them, where the loan
  /// was written off.
  public init(
    _ loan: Loan, repayments: [Repayment], settlements: [DebtSettlement], writeOff: WriteOff?,
    asOf day: Day
  ) {
    let counted = repayments.filter { $0.counts(on: day) }
    let payments = counted.flatMap(\.members)
    let isOpen = loan.closedOn.map { day < $0 } ?? true
    asOf = day
    let standing = zip(loan.shares, loan.memberSchedules).map { share, schedule in
      MemberStanding(share, schedule, payments, isOpen: isOpen, asOf: day)
    }
    members =
      writeOff.map { JointLiability.claiming($0, of: standing, asOf: day) } ?? standing
    debts = JointLiability.debts(payments, settlements.filter { $0.on <= day })
  }

  /// Members who are behind with the own share.
  public var short: [MemberStanding] { members.filter { $0.short > .zero } }

  /// The members with their parts of what is claimed: by what was due and open on the own shares on
  /// the day of the write-off, or by the shares where the members themselves had paid all.
  private static func claiming(
    _ writeOff: WriteOff, of members: [MemberStanding], asOf day: Day
  ) -> [MemberStanding] {
    let claim = writeOff.claim(asOf: day).total
    guard claim > .zero else { return members }
    let open = members.map { member in
      let charge = member.schedule.installments.filter { $0.due <= writeOff.on }
        .total(\.serviceCharge)
      return max(.zero, member.schedule.principal + charge - member.paid)
    }
    let weights = open.total() > .zero ? open : members.map(\.share)
    return zip(members, claim.divided(by: weights)).map { member, part in
      var member = member
      member.short = part
      member.open = part
      return member
    }
  }

  private static func debts(
    _ payments: [MemberPayment], _ settlements: [DebtSettlement]
  ) -> [MemberDebt] {
    var open: [MemberPair: Rupiah] = [:]
    for payment in payments where payment.member != payment.payer {
      open[MemberPair(debtor: payment.member, creditor: payment.payer), default: .zero] +=
        payment.amount
    }
    for settled in settlements { open[settled.pair, default: .zero] -= settled.amount }
    return open.filter { $0.value > .zero }
      .sorted { ($0.key.debtor, $0.key.creditor) < ($1.key.debtor, $1.key.creditor) }
      .map { MemberDebt(pair: $0.key, amount: $0.value) }
  }
}

/// A member's own share of a loan on a day.
public struct MemberStanding: Hashable, Sendable {
  public let member: Int64
  public let share: Rupiah
  /// What was due on the share before the day.
  public let due: Rupiah
  /// What was paid on it, whoever brought it.
  public let paid: Rupiah
  public let paidByOthers: Rupiah
  public let paidForOthers: Rupiah
  /// What is due and not paid; of a loan written off, what is claimed.
  public fileprivate(set) var short: Rupiah
  /// All that is still to be paid on the share, service charge included; of a loan written off,
  /// what is claimed.
  public fileprivate(set) var open: Rupiah
  public let schedule: Schedule

  init(
    _ share: Share, _ schedule: Schedule, _ payments: [MemberPayment], isOpen: Bool,
    asOf day: Day
  ) {
    member = share.member
    self.share = share.amount
    self.schedule = schedule
    let own = payments.filter { $0.member == share.member }
    due = schedule.installments.filter { $0.due < day }.total(\.total)
    paid = own.total(\.amount)
    paidByOthers = own.filter { $0.payer != share.member }.total(\.amount)
    paidForOthers =
      payments.filter { $0.payer == share.member && $0.member != share.member }.total(\.amount)
    short = isOpen ? max(.zero, due - paid) : .zero
    open = isOpen ? max(.zero, schedule.principal + schedule.serviceCharge - paid) : .zero
  }
}

/// Two members of a group: one for whom the other paid.
public struct MemberPair: Hashable, Sendable {
  public let debtor: Int64
  public let creditor: Int64

  public init(debtor: Int64, creditor: Int64) {
    self.debtor = debtor
    self.creditor = creditor
  }
}

/// What one member owes another for payments on a loan.
public struct MemberDebt: Hashable, Sendable {
  public let pair: MemberPair
  public let amount: Rupiah

  public init(pair: MemberPair, amount: Rupiah) {
    self.pair = pair
    self.amount = amount
  }
}

/// What one member gave another back.
public struct DebtSettlement: Hashable, Sendable {
  public let loan: LoanID
  public let number: Int64
  public let pair: MemberPair
  public let amount: Rupiah
  public let on: Day

  public init(loan: LoanID, number: Int64, pair: MemberPair, amount: Rupiah, on day: Day) {
    self.loan = loan
    self.number = number
    self.pair = pair
    self.amount = amount
    on = day
  }
}

/// A meeting at which a group answered for members who are behind.
public struct LiabilityCall: Hashable, Sendable {
  public let loan: LoanID
  public let number: Int64
  public let on: Day
  /// Who was behind, and with how much.
  public let short: [Share]
  /// The members who came.
  public let present: [Int64]
  public let decision: String
  public let recordedBy: PersonID

  public init(
    loan: LoanID, number: Int64, on day: Day, short: [Share], present: [Int64],
    decision: String, recordedBy: PersonID
  ) {
    self.loan = loan
    self.number = number
    on = day
    self.short = short
    self.present = present
    self.decision = decision
    self.recordedBy = recordedBy
  }
}
