import Glibc
public import Logging

/// A private PostgreSQL cluster: made when it is missing, started, watched and stopped by us.
///
/// It is reached by a unix socket only, in a directory that nobody but the server's user (and
/// root) may enter. One process at a time holds the cluster's directory.
public actor EmbeddedCluster {
  private let directory: ClusterDirectory
  private let programs: ServerPrograms
  private let user: ServerUser
  private let server: ServerProcess
  private var lock: DirectoryLock?
  private let logger: Logger
  private var isStopping = false

  /// How long a server may take to write out what it has, in seconds.
  private static let stopSeconds = 60

  /// Starts the cluster in `directory`, which is made if it is missing.
  ///
  /// A server that an earlier daemon left running is stopped first; one that was killed recovers
  /// as it starts. Run by root, the server runs as `postgres` and the directory becomes its own.
  ///
  /// - Throws: `EmbeddedError.userMissing`, `.programsMissing`, `.directoryForeign`,
  ///   `.pathUnusable`, `.directoryInUse`, `.versionMismatch`, `.stopFailed`, `.programFailed`,
  ///   `.startFailed`.
  public static func open(
    directory path: String, settings: ClusterSettings, logger: Logger
  ) async throws(EmbeddedError) -> EmbeddedCluster {
    try await open(directory: path, settings: settings, recovery: nil, logger: logger)
  }

  static func open(
    directory path: String, settings: ClusterSettings, recovery: Recovery?, logger: Logger
  ) async throws(EmbeddedError) -> EmbeddedCluster {
    let user = try ServerUser.current()
    let installed = try await ServerPrograms.installed()
    let directory = try ClusterDirectory(preparing: path, owner: user)
    let lock = try DirectoryLock(directory: path, path: directory.lock)
    let creation = ClusterCreation(
      directory: directory, installed: installed, user: user, settings: settings, logger: logger)
    let programs = try await creation.run()
    let left = LeftServer(directory: directory, programs: programs, user: user, logger: logger)
    try await left.clear()
    try await creation.writeSettings(programs, recovery: recovery)
    let server: ServerProcess
    do throws(EmbeddedError) {
      server = try await ServerProcess.start(
        directory, programs: programs, user: user,
        within: recovery == nil ? ServerProcess.startLimit : Recovery.startLimit)
    } catch {
      directory.removeOutsideSocket()
      throw error
    }
    logger.info(
      "PostgreSQL is ready",
      metadata: ["directory": "\(path)", "version": "\(programs.majorVersion)"])
    return EmbeddedCluster(
      directory: directory, programs: programs, user: user, server: server, lock: lock,
      logger: logger)
  }

  private init(
    directory: ClusterDirectory, programs: ServerPrograms, user: ServerUser,
    server: ServerProcess, lock: DirectoryLock, logger: Logger
  ) {
    self.directory = directory
    self.programs = programs
    self.user = user
    self.server = server
    self.lock = lock
    self.logger = logger
  }

  /// The directory for a daemon that is told none.
  ///
  /// `/var/lib/bergulir/postgres` for root, else under `$XDG_DATA_HOME` or `~/.local/share`.
  ///
  /// - Throws: `EmbeddedError.pathUnusable` if there is no home directory.
  public static func standardDirectory(
    environment: [String: String]
  ) throws(EmbeddedError) -> String {
    try ClusterDirectory.standard(environment: environment, isRoot: geteuid() == 0)
  }

  /// What libpq connects by to the cluster in `path` while another process runs it.
  ///
  /// - Throws: `EmbeddedError.directoryForeign`, `.pathUnusable`.
  public static func connectionString(
    running path: String, database: String, user: String
  ) throws(EmbeddedError) -> String {
    let directory = try ClusterDirectory(preparing: path, owner: try ServerUser.current())
    return connectionString(directory, database: database, user: user)
  }

  /// The process id of the server.
  public nonisolated var serverProcessID: Int32 { server.pid }

  /// What libpq connects by; the superuser of a new cluster is `postgres`.
  public nonisolated func connectionString(database: String, user: String) -> String {
    Self.connectionString(directory, database: database, user: user)
  }

  private static func connectionString(
    _ directory: ClusterDirectory, database: String, user: String
  ) -> String {
    let parts = [
      ("host", directory.socketDirectory), ("port", "\(ClusterDirectory.port)"),
      ("dbname", database), ("user", user),
    ]
    return parts.map { name, value in "\(name)='\(escaped(value))'" }.joined(separator: " ")
  }

  /// Waits until the server has ended, and says whether anybody asked it to.
  public func waitForExit() async -> ServerExit {
    let status = await server.ended()
    return isStopping ? .asked : .unexpected(status)
  }

  /// Stops the server and gives the directory back: sessions are ended, everything is written out.
  ///
  /// Of a server that has ended already only the directory is given back.
  ///
  /// - Throws: `EmbeddedError.stopFailed` if it runs on after a minute; then it is told to end at
  ///   once and recovers at its next start.
  public func stop() async throws(EmbeddedError) {
    guard !server.hasEnded else {
      lock = nil
      return
    }
    isStopping = true
    // In a task of its own: whoever stops the server because it was cancelled must still see the
    // stopping through, and a cancelled task cannot run the programs for it.
    let stopping = Task { () async -> Result<Void, EmbeddedError> in
      do throws(EmbeddedError) {
        return .success(try await stopServer())
      } catch {
        return .failure(error)
      }
    }
    try await stopping.value.get()
  }

  private func stopServer() async throws(EmbeddedError) {
    let stopper = LeftServer(
      directory: directory, programs: programs, user: user, logger: logger)
    try await stopper.stop(within: Self.stopSeconds)
    _ = await server.ended()
    directory.removeOutsideSocket()
    lock = nil
    logger.info("PostgreSQL is stopped", metadata: ["directory": "\(directory.path)"])
  }

  /// A value between the quotes of a connection string.
  private static func escaped(_ value: String) -> String {
    String(value.flatMap { $0 == "'" || $0 == "\\" ? ["\\", $0] : [$0] })
  }
}

/// How a server came to its end.
public enum ServerExit: Hashable, Sendable {
  /// By `stop()`.
  case asked
  /// By itself or by somebody else, with what is known of it.
  case unexpected(String)
}
