/// What happens to the connections of a pool, for the log of whoever owns it.
public enum PoolEvent: Hashable, Sendable {
  /// A worker has a connection.
  case connected
  /// A worker got no connection; the next try is after the pause.
  case connectionFailed(reason: String, pause: Duration)
  /// A worker closed its connection, or found it closed; the next call connects anew.
  case connectionDropped(reason: String)
}

extension PoolEvent: CustomStringConvertible {
  public var description: String {
    switch self {
    case .connected:
      "connected to PostgreSQL"
    case .connectionFailed(let reason, let pause):
      "PostgreSQL does not let us in: \(reason); the next try is in \(pause)"
    case .connectionDropped(let reason):
      "a connection to PostgreSQL is given up: \(reason)"
    }
  }
}
