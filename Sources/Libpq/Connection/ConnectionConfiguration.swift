/// Which of the servers that a connection string names will do.
public enum ServerAccess: Hashable, Sendable {
  /// What the connection string says; any server if it says nothing.
  case any
  /// One that takes writes, whatever the connection string says.
  case readWrite
  /// One that is no standby, whatever the connection string says.
  case primary
  /// A standby and nothing else, whatever the connection string says.
  case standby

  /// The keyword's value by which libpq looks for it; `nil` where the connection string decides.
  fileprivate var attributes: String? {
    switch self {
    case .any: nil
    case .readWrite: "read-write"
    case .primary: "primary"
    case .standby: "standby"
    }
  }
}

/// Which server a worker connects to, and how its session begins.
struct ConnectionConfiguration: Sendable {
  /// A connection string of libpq, `key=value` pairs or a `postgresql://` address.
  let connectionString: String
  /// Shown in `pg_stat_activity`, unless the connection string names another.
  let applicationName: String
  /// Statements run on each new connection.
  let session: [String]
  let access: ServerAccess
  let dialect: Dialect

  /// What libpq is given: a later keyword wins over the same one before it.
  ///
  /// Unless the connection string says otherwise, a server that does not let us in is given up
  /// after three seconds, one that does not confirm what was sent after fifteen, and one that was
  /// silent for ten is asked whether it is still there, three times. Text is always UTF-8.
  var options: [(keyword: String, value: String)] {
    [
      ("connect_timeout", "3"),
      ("tcp_user_timeout", "15000"),
      ("keepalives_idle", "10"),
      ("keepalives_interval", "5"),
      ("keepalives_count", "3"),
      ("fallback_application_name", applicationName),
      ("dbname", connectionString),
      ("client_encoding", "UTF8"),
    ] + (access.attributes.map { [("target_session_attrs", $0)] } ?? [])
  }
}
