internal import Libpq
public import RevolvingFund

/// The statements that say who did what, and which shares are women's.
enum ActivityStatements {
  /// Deeds of a UPK in a span, by person and kind, behind one of them.
  static let counts = Statement(
    "activity.counts",
    """
    select e.person_id, e.kind, count(*), min(e.booked_on), max(e.booked_on)
    from fund.event e
    where e.upk_id = $1::bigint and e.booked_on between $2::date and $3::date
      and (e.person_id, e.kind collate "C") > ($4::bigint, $5::text collate "C")
    group by e.person_id, e.kind
    order by e.person_id, e.kind collate "C" limit $6::integer
    """)

  static let women = Statement(
    "activity.women",
    """
    select s.upk_id, s.loan, s.member
    from unnest($1::bigint[]) as q (upk_id)
    join fund.loan_share s on s.upk_id = q.upk_id
    join fund.loan l on l.upk_id = s.upk_id and l.number = s.loan
    join fund.member m on m.upk_id = l.upk_id and m.ksm = l.ksm and m.number = s.member
    join fund.person p on p.person_id = m.person_id
    where p.gender = 'female'
    """)

  static let all = [counts, women]
}

extension FundStore {
  /// How often each person did what, by person and then deed, behind one of them.
  ///
  /// - Throws: `StoreError`.
  public func activity(
    _ upk: UPKID, from first: Day, until last: Day, after: (person: Int64, deed: String),
    limit: Int
  ) async throws -> [Activity] {
    try await read(
      ActivityStatements.counts,
      [
        .int8(upk.value), .day(first), .day(last), .int8(after.person), .text(after.deed),
        .int4(Int32(clamping: limit)),
      ]
    ) { rows in
      try rows.map { row in
        Activity(
          person: try row.personID(0), deed: try row.named(1), count: try row.int8(2),
          first: try row.day(3), last: try row.day(4))
      }
    }
  }

  /// How lending stood in the wards of an area at the ends of some months, by ward and month.
  ///
  /// - Throws: `StoreError`.
  public func trend(_ upks: [UPK], months: [Month]) async throws -> [TrendPoint] {
    guard let last = months.last else { return [] }
    let ids = upks.map(\.id)
    let (facts, women) = try await read { session -> (Facts, Set<LoanShareKey>) in
      var keys = Keys()
      keys.portfolios.formUnion(ids)
      let load = FactLoad(keys, asOf: last.last)
      var facts = Facts()
      try load.take(try session.rows(load.requests), into: &facts)
      let rows = try session.rows(ActivityStatements.women, [.upks(ids)])
      let shares = try rows.map { row in
        LoanShareKey(loan: try row.number(0, 1), member: try row.int8(2))
      }
      return (facts, Set(shares))
    }
    let wards = Dictionary(grouping: upks, by: \.region)
    return wards.keys.sorted().flatMap { ward in
      let books = (wards[ward] ?? []).compactMap { facts.portfolios[$0.id] }
      return months.map {
        TrendPoint(region: ward, month: $0, books: books, women: women)
      }
    }
  }
}
