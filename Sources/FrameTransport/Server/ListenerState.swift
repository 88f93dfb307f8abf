/// What a server knows about its socket and its connections; a value without I/O.
///
///     idle ──► binding ──► listening(Socket) ──► draining ──► done
struct ListenerState<Socket: Sendable, Connection: AnyObject & Sendable>: Sendable {
  private enum Phase {
    case idle
    case binding
    case listening(Socket)
    case draining
    case done
  }

  /// How many connections at once are told why they are refused; more are closed without a word.
  static var mostRefused: Int { 64 }

  private let maxConnections: Int
  private var phase = Phase.idle
  private var connections: [ObjectIdentifier: Connection] = [:]
  /// Connections that were refused and are not closed yet: they take sockets and memory too.
  private var refused: Set<ObjectIdentifier> = []

  init(maxConnections: Int) {
    self.maxConnections = maxConnections
  }

  /// Begins to listen; false when that was done before or the server is shut down.
  mutating func bind() -> Bool {
    guard case .idle = phase else { return false }
    phase = .binding
    return true
  }

  /// What to do with a socket that is bound.
  enum Bound: Hashable {
    case serve
    /// The server was shut down in the meantime.
    case close
  }

  mutating func bound(_ socket: Socket) -> Bound {
    guard case .binding = phase else { return .close }
    phase = .listening(socket)
    return .serve
  }

  /// What to do with a connection that was accepted.
  enum Accepted: Hashable {
    case serve
    case refuse(GoAway.Reason)
    /// Close it at once: there is no room even for a refusal.
    case drop
  }

  mutating func accepted(_ connection: Connection) -> Accepted {
    switch phase {
    case .idle, .draining, .done:
      return .refuse(.shutdown)
    case .binding, .listening:
      guard connections.count + refused.count >= maxConnections else {
        connections[ObjectIdentifier(connection)] = connection
        return .serve
      }
      guard refused.count < Self.mostRefused else { return .drop }
      refused.insert(ObjectIdentifier(connection))
      return .refuse(.tooManyConnections)
    }
  }

  /// Whether the server has come to its end with the last event.
  enum Progress: Hashable {
    case goOn
    case done
  }

  /// Notes that nothing is left of a connection.
  mutating func spent(_ connection: Connection) -> Progress {
    refused.remove(ObjectIdentifier(connection))
    guard connections.removeValue(forKey: ObjectIdentifier(connection)) != nil,
      case .draining = phase
    else { return .goOn }
    return settle()
  }

  /// What to do when the server is to stop.
  struct Stop {
    let socket: Socket?
    let connections: [Connection]
    let progress: Progress
  }

  /// Takes on no more connections; may be asked again, for what is still there.
  mutating func stop() -> Stop {
    var socket: Socket?
    switch phase {
    case .listening(let listening):
      socket = listening
      phase = .draining
    case .idle, .binding:
      phase = .draining
    case .draining, .done:
      break
    }
    let open = Array(connections.values)
    return Stop(socket: socket, connections: open, progress: settle())
  }

  private mutating func settle() -> Progress {
    guard case .draining = phase, connections.isEmpty else { return .goOn }
    phase = .done
    return .done
  }
}
