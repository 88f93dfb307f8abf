internal import Libpq
public import RevolvingFund

/// The statement behind the assessment of bookkeeping.
enum AssessmentStatements {
  /// What groups saved, summed by group, and how long a voucher of the cash book waited at most
  /// between its day and the day of its entry.
  static let books = Statement(
    "assessment.books",
    """
    select
      coalesce((
        select sum(case when p.credit = 21020 then p.amount else -p.amount end)
        from fund.posting p
        where p.upk_id = $1::bigint and p.ksm is not null and 21020 in (p.debit, p.credit)
          and p.booked_on <= $3::date
      ), 0)::bigint,
      coalesce((
        select max(e.booked_on - p.booked_on)
        from fund.posting p join fund.event e on e.upk_id = p.upk_id and e.seq = p.seq
        where p.upk_id = $1::bigint and p.booked_on between $2::date and $3::date
          and (p.debit in (11010, 11012) or p.credit in (11010, 11012))
      ), 0)::integer
    """)

  static let all = [books]
}

extension FundStore {
  /// What of the assessment is read from the postings of a UPK between two days.
  ///
  /// - Throws: `StoreError`.
  public func assessedBooks(
    _ upk: UPKID, from first: Day, through last: Day
  ) async throws -> (groupSavings: Rupiah, cashBookLag: Int) {
    try await read(
      AssessmentStatements.books, [.int8(upk.value), .day(first), .day(last)]
    ) { rows in
      guard let row = rows.first else { return (.zero, 0) }
      return (try row.rupiah(0), max(0, Int(try row.int4(1))))
    }
  }
}
