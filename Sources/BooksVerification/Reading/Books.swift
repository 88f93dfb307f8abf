import Libpq

/// All rows of a UPK's books, in one state of the database.
struct Books {
  let upk: Int64
  let events: [EventRow]
  /// The events that set the province's bounds.
  let bounds: [EventRow]
  let rows: [BookTable: [Cells]]
  /// Names that are taken, as `loan.member`; a digest that belongs to no borrower has no member.
  let claims: [String]
  /// Every series that other rows than vouchers and receipts run in: how many there are, and the
  /// highest.
  let series: [String: (count: Int64, last: Int64)]

  subscript(table: BookTable) -> [Cells] { rows[table] ?? [] }

  /// Reads them; what `connection` has open already is the state that is read.
  init(_ upk: Int64, on connection: Connection) throws {
    self.upk = upk
    let tables = BookTable.allCases
    let answers = try connection.pipeline(
      [
        Request(Books.eventStatement, [.int8(upk)]), Request(Books.claimStatement, [.int8(upk)]),
        Request(Books.seriesStatement, [.int8(upk)]), Request(Books.boundsStatement, []),
      ] + tables.map { Request($0.statement, [.int8(upk)]) }, end: .flush)
    events = try answers[0].map { EventRow(try $0.text(0)) }
    claims = try answers[1].map { try $0.text(0) }
    series = try answers[2].reduce(into: [:]) {
      $0[try $1.text(0)] = (try $1.int8(1), try $1.int8(2))
    }
    bounds = try answers[3].map { EventRow(try $0.text(0)) }
    var rows: [BookTable: [Cells]] = [:]
    for (table, answer) in zip(tables, answers.dropFirst(4)) {
      rows[table] = try answer.map { Cells(JSON(try $0.text(0))?.object ?? [:]) }
    }
    self.rows = rows
  }

  private static let eventStatement = Statement(
    "verify.event",
    """
    select (to_jsonb(e) || jsonb_build_object('micros',
      case when isfinite(e.recorded_at)
        then (extract(epoch from e.recorded_at) * 1000000)::bigint end))::text
    from fund.event e where e.upk_id = $1::bigint order by e.seq
    """)

  private static let boundsStatement = Statement(
    "verify.bounds",
    """
    select (to_jsonb(e) || jsonb_build_object('micros',
      case when isfinite(e.recorded_at)
        then (extract(epoch from e.recorded_at) * 1000000)::bigint end))::text
    from fund.event e where e.upk_id = 0 and e.kind = 'policy-bounds.set' order by e.seq
    """)

  private static let claimStatement = Statement(
    "verify.claim",
    """
    select c.loan || '.' || coalesce((
      select s.member::text from fund.loan l
      join fund.loan_share s on s.upk_id = l.upk_id and s.loan in (l.number, l.predecessor)
      join fund.member m on m.upk_id = s.upk_id and m.ksm = l.ksm and m.number = s.member
      join fund.person p on p.person_id = m.person_id
      where l.upk_id = $1::bigint and s.upk_id = $1::bigint and m.upk_id = $1::bigint
        and l.number = c.loan and p.nik_digest = c.nik_digest
      order by s.member limit 1), '?')
    from fund.borrower_claim c where c.upk_id = $1::bigint
    """)

  private static let seriesStatement = Statement(
    "verify.series",
    """
    select s.name, count(*), max(s.number)::bigint from (
      select 'ksm', number from fund.ksm where upk_id = $1::bigint
      union all select 'member-' || ksm, number from fund.member where upk_id = $1::bigint
      union all select 'application', number from fund.application where upk_id = $1::bigint
      union all select 'charter', version from fund.charter where upk_id = $1::bigint
      union all select 'policy', version from fund.lending_policy where upk_id = $1::bigint
      union all select 'collection', number from fund.joint_collection where upk_id = $1::bigint
      union all select 'repair', number from fund.recovery_task where upk_id = $1::bigint
      union all select 'attestation', number from fund.attestation where upk_id = $1::bigint
      union all select 'case-step', number from fund.case_step where upk_id = $1::bigint
      union all select 'visit', number from fund.visit where upk_id = $1::bigint
      union all select 'block', number from fund.borrower_block where upk_id = $1::bigint
      union all select 'approval-chain', version from fund.approval_chain where upk_id = $1::bigint
      union all select 'delegation', number from fund.delegation where upk_id = $1::bigint
      union all select 'relationship', number from fund.relationship where upk_id = $1::bigint
    ) s (name, number) group by s.name
    """)
}
