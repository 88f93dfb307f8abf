internal import Libpq
internal import RevolvingFund

/// The statements of visits to members.
enum VisitStatements {
  /// Visits by a day, of all loans or of one, all or only those that found something.
  static let page = Statement(
    "visit.page",
    """
    select v.upk_id, v.number, v.loan, v.member, v.person_id, v.visited_on, v.visitor, v.companion,
      v.received, v.use, v.finding, v.beneficiary, v.note, v.reference
    from fund.visit v
    where v.upk_id = $1::bigint and v.number > $2::bigint and v.visited_on <= $4::date
      and ($5::bigint is null or v.loan = $5::bigint)
      and (not $6::boolean or v.finding is not null or v.use = 'deviated')
    order by v.number limit $3::integer
    """)

  /// Shares of loans that were open at the end of a day, whom nobody had visited by then, due by
  /// another day.
  static let due = Statement(
    "visit.due",
    """
    select l.upk_id, l.number, l.ksm, s.member, s.amount, l.disbursed_on
    from fund.loan l
    join fund.loan_share s on s.upk_id = l.upk_id and s.loan = l.number
    where l.upk_id = $1::bigint and (l.number, s.member) > ($2::bigint, $3::bigint)
      and l.predecessor is null
      and l.disbursed_on <= $5::date and (l.closed_on is null or l.closed_on > $5::date)
      and (l.disbursed_on + interval '1 month')::date <= $6::date
      and not exists (
        select from fund.visit v
        where v.upk_id = s.upk_id and v.loan = s.loan and v.member = s.member
          and v.visited_on <= $5::date)
    order by l.number, s.member limit $4::integer
    """)

  /// What the newest visit to each share by a day found, counted.
  static let summary = Statement(
    "visit.summary",
    """
    select
      (select count(*) from fund.loan l
        join fund.loan_share s on s.upk_id = l.upk_id and s.loan = l.number
        where l.upk_id = $1::bigint and l.predecessor is null
          and (l.disbursed_on + interval '1 month')::date <= $2::date
          and (l.state <> 'cancelled' or l.closed_on > $2::date)),
      count(*),
      count(*) filter (where n.finding is null and n.use = 'asApplied'),
      count(*) filter (where n.finding is null and n.use = 'partly'),
      count(*) filter (where n.finding is null and n.use = 'deviated'),
      count(*) filter (where n.finding is not null)
    from (
      select distinct on (v.loan, v.member) v.use, v.finding from fund.visit v
      where v.upk_id = $1::bigint and v.visited_on <= $2::date
      order by v.loan, v.member, v.visited_on desc, v.number desc) n
    """)

  static let insert = Statement(
    "visit.insert",
    """
    insert into fund.visit (upk_id, number, loan, member, person_id, visited_on, visitor, companion,
      received, use, finding, beneficiary, note, reference)
    select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[],
      $6::date[], $7::bigint[], $8::bigint[], $9::bigint[], $10::text[], $11::text[],
      $12::bigint[], $13::text[], $14::text[])
    """)

  static let all = [page, due, summary, insert]

  static func insertion(_ rows: [MemberVisit]) -> Request {
    Request(
      insert,
      [
        .upks(rows.map(\.id.upk)), .int8s(rows.map(\.id.number)), .int8s(rows.map(\.loan.number)),
        .int8s(rows.map(\.member)), .numbers(rows.map(\.person)), .days(rows.map(\.on)),
        .numbers(rows.map(\.visitor)), .int8s(rows.map { $0.companion?.value }),
        .amounts(rows.map(\.received)), .names(rows.map(\.use)),
        .texts(rows.map { $0.finding == .nameLending ? $0.finding?.rawValue : nil }),
        .int8s(rows.map { $0.beneficiary?.value }),
        .texts(rows.map(\.note)), .texts(rows.map(\.reference)),
      ])
  }
}

extension MemberVisit {
  init(_ row: Row) throws {
    // That a loan went elsewhere is kept as its use alone.
    let use: VisitUse = try row.named(9)
    let finding =
      try row.optionalText(10).map {
        try stored(VisitFinding(rawValue: $0), "`\($0)` is no finding of a visit")
      } ?? (use == .deviated ? .deviation : nil)
    self.init(
      id: try row.number(0, 1), loan: try row.number(0, 2), member: try row.int8(3),
      person: try row.personID(4), on: try row.day(5), visitor: try row.personID(6),
      companion: try row.optionalInt8(7).map(PersonID.init), received: try row.rupiah(8),
      use: use, finding: finding,
      beneficiary: try row.optionalInt8(11).map(PersonID.init), note: try row.text(12),
      reference: try row.text(13))
  }
}
