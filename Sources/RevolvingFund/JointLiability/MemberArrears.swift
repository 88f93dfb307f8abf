/// A member whose own share of an open loan is late on a day (rules.md 2.3, by liable member).
///
/// The UPK's claim is on the whole group, so what is overdue is the loan's: it is divided over the
/// members who are behind by what each lacks, and sums to the rupiah to what the loan is listed
/// with. Where others paid ahead a member lacks more than the loan is overdue.
public struct MemberArrears: Hashable, Sendable {
  public let loan: LoanID
  public let ksm: KSMID
  public let member: Int64
  public let asOf: Day
  /// What is due on the own share and was paid by nobody.
  public let short: Rupiah
  /// The member's part of the loan's overdue principal.
  public let overduePrincipal: Rupiah
  /// The member's part of the loan's overdue service charge.
  public let overdueServiceCharge: Rupiah
  /// The due day of the oldest installment of the own share with anything unpaid.
  public let oldestUnpaidDue: Day
  /// The class of the loan.
  public let collectability: Collectability
  /// What others paid for the member on the loan, and did not get back.
  public let owedToOthers: Rupiah

  /// Days since the oldest unpaid due day, 1 or more.
  public var daysLate: Int { Int(asOf.epochDays - oldestUnpaidDue.epochDays) }

  /// Whole months since the oldest unpaid due day.
  public var monthsLate: Int {
    var months = 0
    while oldestUnpaidDue.addingMonths(months + 1) <= asOf { months += 1 }
    return months
  }
}

extension LoanHistory {
  /// The members who are behind at the end of a day, in the order of the shares.
  public func memberArrears(
    _ repayments: [Repayment], _ settlements: [DebtSettlement], asOf day: Day
  ) -> [MemberArrears] {
    guard let position = position(asOf: day), position.outstanding > .zero else { return [] }
    let standing = JointLiability(
      loan, repayments: repayments, settlements: settlements, writeOff: writeOff, asOf: day)
    let short = standing.short
    let overdue = position.overduePrincipal + position.overdueServiceCharge
    let parts = overdue.divided(by: short.map(\.short))
    let charges = position.overdueServiceCharge.divided(by: parts)
    return zip(short, zip(parts, charges)).compactMap { member, part in
      member.oldestUnpaidDue.map { due in
        MemberArrears(
          loan: loan.id, ksm: loan.ksm, member: member.member, asOf: day, short: member.short,
          overduePrincipal: part.0 - part.1, overdueServiceCharge: part.1, oldestUnpaidDue: due,
          collectability: position.collectability,
          owedToOthers: standing.debts.filter { $0.pair.debtor == member.member }.total(\.amount))
      }
    }
  }
}

extension MemberStanding {
  /// The due day of the oldest installment of the share that is not paid in full.
  fileprivate var oldestUnpaidDue: Day? {
    var sum = Rupiah.zero
    return schedule.installments.first { installment in
      sum += installment.total
      return sum > paid
    }?.due
  }
}
