internal import Libpq
public import RevolvingFund

/// The statements behind the assessment of bookkeeping.
enum AssessmentStatements {
  /// What groups saved, summed by group, and how long a voucher of the cash book waited at most
  /// between its day and the day of its entry; what files brought waited for nobody.
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
          and e.kind <> 'books.import' and (p.debit in (11010, 11012) or p.credit in (11010, 11012))
      ), 0)::integer
    """)

  /// Counts of the cash between two days, in the order in which they were made.
  static let counts = Statement(
    "assessment.cash-counts",
    """
    select c.counted_on, c.counted, c.ledger
    from fund.cash_count c
    where c.upk_id = $1::bigint and c.counted_on between $2::date and $3::date
    order by c.number
    """)

  /// The last versions, as of a day, of months of bank accounts held against statements.
  static let reconciliations = Statement(
    "assessment.reconciliations",
    """
    select distinct on (r.account, r.month) r.account, r.month, r.is_reconciled
    from fund.reconciliation r
    where r.upk_id = $1::bigint and r.month between $2::date and $3::date
      and r.reconciled_on <= $4::date
    order by r.account, r.month, r.version desc
    """)

  /// What had been published of months by a day.
  static let publications = Statement(
    "assessment.publications",
    """
    select p.kind, p.month
    from fund.publication p
    where p.upk_id = $1::bigint and p.month between $2::date and $3::date
      and p.published_on <= $4::date
    """)

  static let inspections = Statement(
    "assessment.inspections",
    """
    select s.held_on
    from fund.supervision s
    where s.upk_id = $1::bigint and s.held_on between $2::date and $3::date
    order by s.held_on
    """)

  static let all = [books, counts, reconciliations, publications, inspections]
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

  /// What was put on record beside the journal of the days between two, as it was known on `day`.
  ///
  /// - Throws: `StoreError`.
  public func assessedPapers(
    _ upk: UPKID, from first: Day, through last: Day, asOf day: Day
  ) async throws -> AssessmentRecord.Papers {
    let days: [Parameter] = [.int8(upk.value), .day(first), .day(last)]
    return try await read([
      Request(AssessmentStatements.counts, days),
      Request(AssessmentStatements.reconciliations, days + [.day(day)]),
      Request(AssessmentStatements.publications, days + [.day(day)]),
      Request(AssessmentStatements.inspections, days),
    ]) { try AssessmentRecord.Papers(counts: $0[0], accounts: $0[1], sheets: $0[2], visits: $0[3]) }
  }
}

extension AssessmentRecord.Papers {
  /// From the rows of the statements of the assessment.
  fileprivate init(counts: Rows, accounts: Rows, sheets: Rows, visits: Rows) throws {
    let published = try sheets.map { row -> (PublicationKind, Month) in
      (try row.named(0), try row.day(1).month)
    }
    func months(of kind: PublicationKind) -> Set<Month> {
      Set(published.filter { $0.0 == kind }.map(\.1))
    }
    self.init(
      cashCounts: try counts.map {
        AssessmentRecord.CountedCash(
          on: try $0.day(0), counted: try $0.rupiah(1), ledger: try $0.rupiah(2))
      },
      reconciliations: try accounts.map {
        AssessmentRecord.ReconciledAccount(
          account: try $0.accountCode(0), month: try $0.day(1).month,
          isReconciled: try $0.bool(2))
      },
      boardReports: months(of: .bkmReport), noticeSheets: months(of: .noticeSheet),
      inspections: try visits.map { try $0.day(0) })
  }
}
