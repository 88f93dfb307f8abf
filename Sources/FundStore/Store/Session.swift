/// How the store's sessions begin.
enum Session {
  private static let writerRole = "set role bergulir_writer"

  /// Who may be a reader is no more than that.
  private static let readerRole = """
    select set_config('role', case
      when pg_has_role(session_user, 'bergulir_reader', 'member') then 'bergulir_reader'
      else 'bergulir_writer' end, false)
    """

  private static let common = [
    "set timezone = 'UTC'",
    "set jit = off",
    "set idle_in_transaction_session_timeout = '10s'",
    // A session whose daemon is gone must not go on waiting for a lock, or holding one.
    "set client_connection_check_interval = '1s'",
  ]

  private static let writing =
    [writerRole] + common + [
      "set default_transaction_isolation = 'read committed'",
      "set lock_timeout = '2s'",
      "set statement_timeout = '10s'",
    ]

  /// Statements of a group touch few rows by key, whatever the tables' statistics say: a plan that
  /// was made while a table was empty must not scan it once it is full.
  static let writer =
    writing + [
      "set plan_cache_mode = force_generic_plan",
      "set enable_seqscan = off",
      "set enable_hashjoin = off",
      "set enable_mergejoin = off",
    ]

  /// On Citus, which plans for the values of each call.
  ///
  /// It keeps to one connection a node in a transaction, as foreign keys to tables that all nodes
  /// have ask for, and tells the nodes what is set for it.
  static let citusWriter =
    writing + [
      "set citus.multi_shard_modify_mode = 'sequential'",
      "set citus.propagate_set_commands = 'local'",
    ]

  private static let reading =
    common + [
      "set default_transaction_isolation = 'repeatable read'",
      "set default_transaction_read_only = on",
      "set lock_timeout = '2s'",
      "set statement_timeout = '30s'",
    ]

  /// Names are opened and tokens found by it, so it is the writer's role, told to write nothing.
  static let reader = [writerRole] + reading

  /// For sums that show no person, on a standby: as little as the login may have.
  static let report = [readerRole] + reading
}
