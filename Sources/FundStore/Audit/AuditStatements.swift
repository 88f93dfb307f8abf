internal import Libpq

/// The statements that read events for those who look into what was done.
enum AuditStatements {
  /// Events of a stream, the newest first, before one of them.
  static let page = Statement(
    "audit.page",
    """
    select e.seq, e.request_id, e.kind, e.principal_id, e.person_id, e.subject, e.booked_on,
      e.recorded_at, e.vouchers
    from fund.event e
    where e.upk_id = $1::bigint and e.seq < $2::bigint
      and ($3::text is null or e.subject = $3::text or starts_with(e.subject, $3::text || '/'))
      and ($4::bigint is null or e.person_id = $4::bigint)
      and ($5::text is null or e.kind = $5::text)
      and ($6::timestamptz is null or e.recorded_at >= $6::timestamptz)
      and ($7::timestamptz is null or e.recorded_at < $7::timestamptz)
    order by e.seq desc limit $8::integer
    """)

  /// An event with its fields and its hash, and the one before it.
  static let one = Statement(
    "audit.one",
    """
    select e.seq, e.request_id, e.kind, e.principal_id, e.person_id, e.subject, e.booked_on,
      e.recorded_at, e.vouchers,
      array(select j.key from jsonb_each_text(e.content) j order by j.key collate "C"),
      array(select j.value from jsonb_each_text(e.content) j order by j.key collate "C"),
      array(select j.key from jsonb_each_text(e.outcome) j order by j.key collate "C"),
      array(select j.value from jsonb_each_text(e.outcome) j order by j.key collate "C"),
      e.hash
    from fund.event e
    where e.upk_id = $1::bigint and e.seq in ($2::bigint - 1, $2::bigint)
    order by e.seq desc
    """)

  /// Where streams stand, by their UPK, behind one of them.
  static let heads = Statement(
    "audit.heads",
    """
    select upk_id, next_seq - 1, last_hash from fund.head
    where upk_id > $1::bigint and next_seq > 1 order by upk_id limit $2::integer
    """)

  /// The newest event of a stream that was booked on a day or before it.
  static let bookedBy = Statement(
    "audit.booked-by",
    """
    select e.seq, e.hash from fund.event e
    where e.upk_id = $1::bigint and e.booked_on <= $2::date order by e.seq desc limit 1
    """)

  static let all = [page, one, heads, bookedBy]
}
