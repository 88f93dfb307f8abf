import Glibc

/// What the server is told beyond its own defaults.
public struct ClusterSettings: Hashable, Sendable {
  /// What survives a crash of the machine.
  public enum Durability: Hashable, Sendable {
    /// Every commit that was answered.
    case everything
    /// Nothing for sure: for tests only.
    case nothing
  }

  public var sharedBuffersMiB: Int
  public var minWALSizeMiB: Int
  public var maxWALSizeMiB: Int
  public var maxConnections: Int
  public var durability: Durability
  public var archiving = Archiving.asBefore

  /// Where the log is copied to, segment by segment.
  public enum Archiving: Hashable, Sendable {
    /// Where it was copied to before; the cluster remembers.
    case asBefore
    case to(BackupDirectory)
    case off
  }

  public init(
    sharedBuffersMiB: Int, minWALSizeMiB: Int, maxWALSizeMiB: Int, maxConnections: Int,
    durability: Durability
  ) {
    self.sharedBuffersMiB = sharedBuffersMiB
    self.minWALSizeMiB = minWALSizeMiB
    self.maxWALSizeMiB = maxWALSizeMiB
    self.maxConnections = maxConnections
    self.durability = durability
  }

  /// For a daemon on this machine: an eighth of its memory, between 128 MiB and 2 GiB.
  ///
  /// A gibibyte of log is kept for reuse, since making a new segment stalls a commit.
  public static var daemon: Self {
    let pages = max(0, sysconf(Int32(_SC_PHYS_PAGES)))
    let memoryMiB = pages * max(0, sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
    return Self(
      sharedBuffersMiB: min(max(memoryMiB / 8, 128), 2_048), minWALSizeMiB: 1_024,
      maxWALSizeMiB: 4_096, maxConnections: 100, durability: .everything)
  }

  /// For tests: small, and quick because nothing of it is to last.
  public static var disposable: Self {
    Self(
      sharedBuffersMiB: 128, minWALSizeMiB: 80, maxWALSizeMiB: 512, maxConnections: 500,
      durability: .nothing)
  }
}

extension ClusterSettings {
  /// The text of the settings file.
  ///
  /// What comes later in it wins.
  func file(
    for directory: ClusterDirectory, walCompression: String, extra: [(String, String)]
  ) -> String {
    var parameters = [
      ("listen_addresses", ""),
      ("port", "\(ClusterDirectory.port)"),
      ("unix_socket_directories", directory.socketDirectory),
      ("unix_socket_permissions", "0700"),
      ("hba_file", directory.access),
      ("max_connections", "\(maxConnections)"),
      ("shared_buffers", "\(sharedBuffersMiB)MB"),
      ("min_wal_size", "\(minWALSizeMiB)MB"),
      ("max_wal_size", "\(maxWALSizeMiB)MB"),
      ("checkpoint_timeout", "15min"),
      ("wal_compression", walCompression),
      ("jit", "off"),
      ("timezone", "UTC"),
      ("log_timezone", "UTC"),
      ("lc_messages", "C"),
      ("logging_collector", "on"),
      ("log_directory", directory.logs),
      ("log_filename", "server-%a.log"),
      ("log_rotation_age", "1d"),
      ("log_rotation_size", "0"),
      ("log_truncate_on_rotation", "on"),
      ("log_line_prefix", "%m [%p] %q%a "),
    ]
    if durability == .nothing {
      parameters += [
        ("fsync", "off"), ("full_page_writes", "off"), ("synchronous_commit", "off"),
      ]
    }
    parameters += extra
    let lines = parameters.map { "\($0) = '\(Self.escaped($1))'\n" }
    return "# Written by bergulird at each start; use ALTER SYSTEM to change a setting.\n"
      + lines.joined()
  }

  /// A value between the quotes of a settings file.
  private static func escaped(_ value: String) -> String {
    String(value.flatMap { $0 == "'" || $0 == "\\" ? [$0, $0] : [$0] })
  }

  /// Who may connect: whoever may enter the socket's directory, and nobody from a network.
  static let accessFile = """
    # Written by bergulird at each start.
    local all all trust
    local replication all trust

    """
}
