internal import Libpq

/// How far the primary had written its log at a moment of its own clock.
struct PrimaryMark: Hashable, Sendable {
  /// The end of the log that is on disk, in bytes from its beginning.
  let position: Int64
  let microseconds: Int64

  init(_ row: Row) throws(PostgresError) {
    position = try row.int8(0)
    microseconds = try row.int8(1)
  }

  init(position: Int64, microseconds: Int64) {
    self.position = position
    self.microseconds = microseconds
  }
}

/// How much of the primary's log a standby shows.
struct StandbyPosition: Hashable, Sendable {
  let position: Int64
  /// When the last transaction that it shows was committed, by the primary's clock; `nil` where it
  /// has seen none since it was started.
  let lastCommitMicroseconds: Int64?

  /// `nil` for a server that is no standby.
  init?(_ row: Row) throws(PostgresError) {
    guard let position = try row.optionalInt8(0) else { return nil }
    self.position = position
    lastCommitMicroseconds = try row.optionalInt8(1)
  }

  init(position: Int64, lastCommitMicroseconds: Int64?) {
    self.position = position
    self.lastCommitMicroseconds = lastCommitMicroseconds
  }

  /// How far behind the mark it is at most; `nil` where nobody knows.
  ///
  /// Not at all once it shows all that the primary had written, however long ago that was: the age
  /// of the last commit alone would call a standby of an idle primary late. Else it lacks nothing
  /// that was committed before the last commit that it shows. Both moments are of the primary's
  /// clock, so the standby's need not be right.
  func behind(_ mark: PrimaryMark) -> Duration? {
    guard position < mark.position else { return .zero }
    return lastCommitMicroseconds.map { .microseconds(max(0, mark.microseconds - $0)) }
  }
}

/// What is asked of both sides.
enum StandbyStatements {
  static let all = [mark, position]

  static let mark = Statement(
    "standby.mark",
    """
    select (pg_current_wal_flush_lsn() - '0/0'::pg_lsn)::bigint,
      (extract(epoch from clock_timestamp()) * 1000000)::bigint
    """)

  static let position = Statement(
    "standby.position",
    """
    select case when pg_is_in_recovery()
        then (pg_last_wal_replay_lsn() - '0/0'::pg_lsn)::bigint end,
      (extract(epoch from pg_last_xact_replay_timestamp()) * 1000000)::bigint
    """)
}
