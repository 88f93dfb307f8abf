internal import Libpq

/// The statements that ask Citus for what it keeps, and for what `schema/citus` made.
///
/// Most cannot be prepared where there is no Citus.
enum CitusStatements {
  /// How long a lock is waited for on the nodes that have it: of a session's settings they are told
  /// nothing, of a transaction's what is set in it, if the session asks for that.
  static let lockTimeout = Statement("citus.lock-timeout", "set local lock_timeout = '2s'")

  static let shards = Statement(
    "citus.shards",
    """
    select shardminvalue::integer from pg_dist_shard
    where logicalrelid = 'fund.head'::regclass order by 1
    """)

  static let workers = Statement(
    "citus.workers", "select count(*) from citus_get_active_worker_nodes()")

  static let applied = Statement(
    "citus.applied", "select version, name, sha256 from fund.citus_step order by version")

  static let record = Statement(
    "citus.record",
    """
    insert into fund.citus_step (version, name, sha256)
    values ($1::integer, $2::text, $3::bytea)
    """)

  static let all = [lockTimeout, shards, workers, applied, record]
}
