internal import Libpq
internal import RevolvingFund

/// The statements that read how loans were paid out.
enum DisbursementStatements {
  static let byLoan = Statement(
    "disbursement.by-loan",
    """
    select d.upk_id, d.loan, l.disbursed_on, d.account, d.paid_by, d.witness, d.first_signatory,
      d.second_signatory, d.third_signatory, d.voided_on, d.voided_by, d.void_reason
    from unnest($1::bigint[], $2::bigint[]) with ordinality as q (upk_id, loan, place)
    cross join lateral (
      select * from fund.disbursement d where d.upk_id = q.upk_id and d.loan = q.loan limit 1) d
    cross join lateral (
      select l.disbursed_on from fund.loan l
      where l.upk_id = d.upk_id and l.number = d.loan limit 1) l
    order by q.place
    """)

  static let receipts = Statement(
    "disbursement.receipts",
    """
    select r.upk_id, r.loan, r.member, r.amount, r.mark, r.reference, r.witness, r.received_on
    from unnest($1::bigint[], $2::bigint[]) as q (upk_id, loan)
    cross join lateral (
      select * from fund.member_receipt r
      where r.upk_id = q.upk_id and r.loan = q.loan offset 0) r
    order by r.upk_id, r.loan, r.received_on, r.member
    """)

  /// Loans paid out by a day, or only those of which a member has not signed by then.
  static let page = Statement(
    "disbursement.page",
    """
    select l.number from fund.loan l
    where l.upk_id = $1::bigint and l.number > $2::bigint and l.disbursed_on <= $4::date
      and l.predecessor is null
      and (not $5::boolean or (
        (l.state <> 'cancelled' or l.closed_on > $4::date)
        and exists (
          select from fund.loan_share s
          where s.upk_id = l.upk_id and s.loan = l.number
            and not exists (
              select from fund.member_receipt r
              where r.upk_id = s.upk_id and r.loan = s.loan and r.member = s.member
                and r.received_on <= $4::date))))
    order by l.number limit $3::integer
    """)

  static let all = [byLoan, receipts, page]

  /// Pay-outs with their receipts, by loan.
  static func loading(_ loans: some Sequence<LoanID>) -> [Request] {
    let keys = keyColumns(loans)
    return [Request(byLoan, keys), Request(receipts, keys)]
  }

  /// Puts together what `loading` asked for.
  static func disbursements(_ rows: [Rows]) throws -> [Disbursement] {
    var byLoan: [LoanID: [MemberReceipt]] = [:]
    for row in rows[1] {
      byLoan[try row.number(0, 1), default: []].append(
        MemberReceipt(
          member: try row.int8(2), amount: try row.rupiah(3), mark: try row.named(4),
          reference: try row.text(5), witness: try row.personID(6), on: try row.day(7)))
    }
    return try rows[0].map { row in
      let loan: LoanID = try row.number(0, 1)
      return Disbursement(
        loan: loan, on: try row.day(2), account: try row.accountCode(3),
        paidBy: try row.personID(4),
        signatories: try (6...8).compactMap { try row.optionalInt8($0).map(PersonID.init) },
        witness: try row.personID(5), receipts: byLoan[loan] ?? [],
        void: try DisbursementVoid(row))
    }
  }
}

extension DisbursementVoid {
  fileprivate init?(_ row: Row) throws {
    guard let day = try row.optionalDay(9) else { return nil }
    self.init(on: day, by: try row.personID(10), reason: try row.text(11))
  }
}
