internal import Libpq
internal import RevolvingFund

/// The statements that read repayments, what takes them back, and what members owe each other.
enum RepaymentStatements {
  /// Repayments of loans, as recorded.
  static let ofLoans = Statement(
    "repayment.of-loans",
    """
    select r.upk_id, r.loan, r.number, r.receipt_year, r.receipt_number, r.paid_on, r.account,
      r.loan_part, r.late_fee, r.savings, r.excess, r.members, r.payers, r.amounts,
      r.voucher_kind, r.voucher_year, r.voucher_number, v.reference, r.recorded_by,
      x.number, x.reversed_on, x.reason, x.recorded_by, v.seq
    from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
    cross join lateral (
      select * from fund.repayment r
      where r.upk_id = q.upk_id and r.loan = q.number offset 0) r
    join fund.voucher v on v.upk_id = r.upk_id and v.kind = r.voucher_kind
      and v.year = r.voucher_year and v.number = r.voucher_number
    left join fund.repayment_reversal x on x.upk_id = r.upk_id and x.repayment = r.number
    order by r.upk_id, r.number
    """)

  /// Repayments up to a day of the loans of a UPK that were open at its end, as recorded.
  static let ofOpenLoans = Statement(
    "repayment.of-open-loans",
    """
    select r.upk_id, r.loan, r.number, r.receipt_year, r.receipt_number, r.paid_on, r.account,
      r.loan_part, r.late_fee, r.savings, r.excess, r.members, r.payers, r.amounts,
      r.voucher_kind, r.voucher_year, r.voucher_number, v.reference, r.recorded_by,
      x.number, x.reversed_on, x.reason, x.recorded_by
    from fund.loan l
    join fund.repayment r on r.upk_id = l.upk_id and r.loan = l.number and r.paid_on <= $2::date
    join fund.voucher v on v.upk_id = r.upk_id and v.kind = r.voucher_kind
      and v.year = r.voucher_year and v.number = r.voucher_number
    left join fund.repayment_reversal x on x.upk_id = r.upk_id and x.repayment = r.number
    where l.upk_id = $1::bigint and (l.closed_on is null or l.closed_on > $2::date)
    order by r.number
    """)

  /// The loan that a receipt is of.
  static let loanOfReceipt = Statement(
    "repayment.loan-of-receipt",
    """
    select r.upk_id, r.loan from fund.repayment r
    where r.upk_id = $1::bigint and r.receipt_year = $2::integer
      and r.receipt_number = $3::bigint
    """)

  /// What came for loans, above zero, or was taken back, below.
  static let entries = Statement(
    "repayment.entries",
    """
    select r.upk_id, r.loan, r.paid_on, r.number, r.loan_part, x.reversed_on, x.number
    from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
    cross join lateral (
      select * from fund.repayment r
      where r.upk_id = q.upk_id and r.loan = q.number offset 0) r
    left join fund.repayment_reversal x on x.upk_id = r.upk_id and x.repayment = r.number
    order by r.upk_id, r.loan, r.number
    """)

  /// The last day on which anything came for one loan.
  static let lastDay = Statement(
    "repayment.last-day",
    """
    select max(r.paid_on) from fund.repayment r
    where r.upk_id = $1::bigint and r.loan = $2::bigint
    """)

  /// What came for one loan, added up by day; no row where the loan's own totals say it: on a day
  /// behind which nothing came, of a loan that took no other one's place.
  static let byDay = Statement(
    "repayment.by-day",
    """
    select r.paid_on, sum(r.loan_part)::bigint, sum(r.savings)::bigint
    from fund.repayment r
    where r.upk_id = $1::bigint and r.loan = $2::bigint
      and ($3::date < (select max(p.paid_on) from fund.repayment p
          where p.upk_id = $1::bigint and p.loan = $2::bigint)
        or exists (select from fund.loan l
          where l.upk_id = $1::bigint and l.number = $2::bigint and l.predecessor is not null))
    group by r.paid_on order by r.paid_on
    """)

  /// Whether anything that came for one loan was ever taken back.
  static let isTakenBack = Statement(
    "repayment.is-taken-back",
    """
    select exists (
      select from fund.repayment_reversal x
      join fund.repayment r on r.upk_id = x.upk_id and r.number = x.repayment
      where x.upk_id = $1::bigint and r.loan = $2::bigint)
    """)

  /// Repayments of a loan behind an event, as recorded.
  static let page = Statement(
    "repayment.page",
    """
    select r.upk_id, r.loan, r.number, r.receipt_year, r.receipt_number, r.paid_on, r.account,
      r.loan_part, r.late_fee, r.savings, r.excess, r.members, r.payers, r.amounts,
      r.voucher_kind, r.voucher_year, r.voucher_number, v.reference, r.recorded_by,
      x.number, x.reversed_on, x.reason, x.recorded_by, v.seq
    from fund.repayment r
    join fund.voucher v on v.upk_id = r.upk_id and v.kind = r.voucher_kind
      and v.year = r.voucher_year and v.number = r.voucher_number
    left join fund.repayment_reversal x on x.upk_id = r.upk_id and x.repayment = r.number
    where r.upk_id = $1::bigint and r.loan = $2::bigint and v.seq > $3::bigint
    order by r.number limit $4::integer
    """)

  static let entriesByUPK = Statement(
    "repayment.entries-by-upk",
    """
    select r.upk_id, r.loan, r.paid_on, r.number, r.loan_part, x.reversed_on, x.number
    from fund.repayment r
    left join fund.repayment_reversal x on x.upk_id = r.upk_id and x.repayment = r.number
    where r.upk_id = any($1::bigint[]) order by r.upk_id, r.loan, r.number
    """)

  /// Loans whose application agreed that the group's savings may pay what is overdue.
  static let setOffConsents = Statement(
    "repayment.set-off-consents",
    """
    select l.upk_id, l.number
    from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
    join fund.loan l on l.upk_id = q.upk_id and l.number = q.number
    join fund.application a on a.upk_id = l.upk_id and a.number = l.application
    where a.set_off_consent
    """)

  /// What was held for groups, above zero, and given back or used, below.
  static let suspense = Statement(
    "repayment.suspense",
    """
    select p.upk_id, p.ksm, p.booked_on,
      case when p.credit = 21030 then p.amount else -p.amount end
    from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
    cross join lateral (
      select * from fund.posting p
      where p.upk_id = q.upk_id and p.ksm = q.number and p.ksm is not null
        and (p.debit = 21030 or p.credit = 21030) offset 0) p
    union all
    select a.upk_id, a.ksm, a.assigned_on, a.amount
    from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
    join fund.suspense_assignment a on a.upk_id = q.upk_id and a.ksm = q.number
    """)

  /// The groups of a UPK for which something is held at the end of a day.
  static let suspenseByUPK = Statement(
    "repayment.suspense-by-upk",
    """
    select h.upk_id, h.ksm, sum(h.amount)::bigint
    from (
      select p.upk_id, p.ksm, case when p.credit = 21030 then p.amount else -p.amount end as amount
      from fund.posting p
      where p.upk_id = $1::bigint and (p.debit = 21030 or p.credit = 21030) and p.ksm is not null
        and p.booked_on <= $2::date and p.ksm > $3::bigint
      union all
      select a.upk_id, a.ksm, a.amount from fund.suspense_assignment a
      where a.upk_id = $1::bigint and a.assigned_on <= $2::date and a.ksm > $3::bigint
    ) h
    group by h.upk_id, h.ksm having sum(h.amount) <> 0
    order by h.ksm limit $4::integer
    """)

  static let settlements = Statement(
    "repayment.settlements",
    """
    select s.upk_id, s.loan, s.number, s.debtor, s.creditor, s.amount, s.settled_on
    from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
    cross join lateral (
      select * from fund.debt_settlement s
      where s.upk_id = q.upk_id and s.loan = q.number offset 0) s
    order by s.upk_id, s.number
    """)

  static let settlementsByUPK = Statement(
    "repayment.settlements-by-upk",
    """
    select s.upk_id, s.loan, s.number, s.debtor, s.creditor, s.amount, s.settled_on
    from fund.debt_settlement s
    where s.upk_id = $1::bigint and s.settled_on <= $2::date order by s.number
    """)

  static let calls = Statement(
    "repayment.calls",
    """
    select c.upk_id, c.loan, c.number, c.held_on, c.short_members, c.short_amounts, c.present,
      c.decision, c.recorded_by
    from fund.liability_call c
    where c.upk_id = $1::bigint and c.loan = $2::bigint and c.held_on <= $3::date
    order by c.held_on, c.number
    """)

  static let loansOfGroup = Statement(
    "repayment.loans-of-group",
    """
    select number from fund.loan
    where upk_id = $1::bigint and ksm = $2::bigint and disbursed_on <= $3::date order by number
    """)

  static let all = [
    ofLoans, ofOpenLoans, loanOfReceipt, entries, lastDay, byDay, isTakenBack, page,
    entriesByUPK,
    setOffConsents, suspense, suspenseByUPK, settlements, settlementsByUPK, calls, loansOfGroup,
  ]

  /// What `entries` and `entriesByUPK` give, by loan.
  static func entries(_ rows: Rows) throws -> [LoanID: [LoanLedger.Entry]] {
    var byLoan: [LoanID: [LoanLedger.Entry]] = [:]
    for row in rows {
      let loan: LoanID = try row.number(0, 1)
      let amount = try row.rupiah(4)
      byLoan[loan, default: []].append(
        LoanLedger.Entry(on: try row.day(2), number: try row.int8(3), amount: amount))
      if let day = try row.optionalDay(5) {
        byLoan[loan, default: []].append(
          LoanLedger.Entry(on: day, number: try row.int8(6), amount: .zero - amount))
      }
    }
    return byLoan
  }

  /// What is held for groups, day by day.
  static func suspense(_ rows: some Sequence<Row>) throws -> [KSMID: DailyBalance] {
    var byGroup: [KSMID: DailyBalance] = [:]
    for row in rows {
      byGroup[try row.number(0, 1), default: DailyBalance()].add(
        try row.rupiah(3), on: try row.day(2))
    }
    return byGroup
  }
}

extension Repayment {
  init(_ row: Row) throws {
    let members = zip(try row.int8s(11), zip(try row.int8s(12), try row.int8s(13))).map {
      MemberPayment(member: $0, payer: $1.0, amount: Rupiah($1.1))
    }
    let reversal: Reversal? =
      if let number = try row.optionalInt8(19) {
        Reversal(
          number: number, on: try row.day(20), reason: try row.text(21),
          recordedBy: try row.personID(22))
      } else {
        nil
      }
    self.init(
      loan: try row.number(0, 1),
      receipt: ReceiptNumber(year: Int(try row.int4(3)), number: try row.int8(4)),
      number: try row.int8(2), on: try row.day(5), account: try row.accountCode(6),
      loanPart: try row.rupiah(7), lateFee: try row.rupiah(8), savings: try row.rupiah(9),
      excess: try row.rupiah(10), members: members, voucher: try row.voucherNumber(14, 15, 16),
      reference: try row.optionalText(17), recordedBy: try row.personID(18), reversal: reversal)
  }
}

extension DebtSettlement {
  init(_ row: Row) throws {
    self.init(
      loan: try row.number(0, 1), number: try row.int8(2),
      pair: MemberPair(debtor: try row.int8(3), creditor: try row.int8(4)),
      amount: try row.rupiah(5), on: try row.day(6))
  }
}

extension LiabilityCall {
  init(_ row: Row) throws {
    self.init(
      loan: try row.number(0, 1), number: try row.int8(2), on: try row.day(3),
      short: zip(try row.int8s(4), try row.int8s(5)).map {
        Share(member: $0, amount: Rupiah($1))
      },
      present: try row.int8s(6), decision: try row.text(7), recordedBy: try row.personID(8))
  }
}
