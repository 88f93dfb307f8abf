internal import Libpq

/// What is asked of a database when it is backed up, and when it came back.
enum BackupStatements {
  static let heads = Statement(
    "backup.heads", "select upk_id, next_seq - 1, last_hash from fund.head order by upk_id")

  static let schema = Statement(
    "backup.schema", "select max(version)::bigint from fund.schema_migration")

  /// The streams that lack the event that was their last one, or have another in its place.
  static let lost = Statement(
    "backup.lost",
    """
    select q.upk_id
    from unnest($1::bigint[], $2::bigint[], $3::bytea[]) as q (upk_id, seq, hash)
    left join fund.event e on e.upk_id = q.upk_id and e.seq = q.seq
    where q.seq > 0 and e.hash is distinct from q.hash
    order by q.upk_id
    """)

  static let counts = Statement(
    "backup.counts",
    """
    select (select count(*) from fund.upk), (select count(*) from fund.event),
      (select count(*) from fund.voucher),
      to_char((select max(recorded_at) from fund.event) at time zone 'UTC',
        'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
    """)

  static let all = [heads, schema, lost, counts]
}
