/// Which server a worker connects to, and how its session begins.
struct ConnectionConfiguration: Sendable {
  /// A connection string of libpq, `key=value` pairs or a `postgresql://` address.
  let connectionString: String
  /// Shown in `pg_stat_activity`, unless the connection string names another.
  let applicationName: String
  /// Statements run on each new connection.
  let session: [String]

  /// What libpq is given: a later keyword wins over the same one before it.
  ///
  /// A server that does not answer is given up after three seconds, unless the connection string
  /// says otherwise; text is always UTF-8.
  var options: [(keyword: String, value: String)] {
    [
      ("connect_timeout", "3"),
      ("fallback_application_name", applicationName),
      ("dbname", connectionString),
      ("client_encoding", "UTF8"),
    ]
  }
}
