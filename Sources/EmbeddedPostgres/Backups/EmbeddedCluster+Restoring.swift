public import Logging

extension EmbeddedCluster {
  /// Makes a cluster in `directory` of a backup and the log that is archived after it.
  ///
  /// It is open to writes when this returns, on a line of the log of its own. Settings made with
  /// `ALTER SYSTEM` are put aside: they were made for another machine. What was made is removed
  /// again where it does not come to its end. What is archived is brought back up to the moment
  /// `until`, as PostgreSQL reads it, and all of it where there is none.
  ///
  /// - Throws: `EmbeddedError.directoryNotEmpty`, `.targetNotReached`, else as `open` does.
  public static func restore(
    _ backup: BaseBackup, to path: String, until: String?, settings: ClusterSettings,
    logger: Logger
  ) async throws(EmbeddedError) -> EmbeddedCluster {
    guard Files.names(in: path).isEmpty else { throw .directoryNotEmpty(path) }
    let user = try ServerUser.current()
    let directory = try ClusterDirectory(preparing: path, owner: user)
    do {
      try await fill(directory, with: backup, as: user)
      let recovery = Recovery(archive: LogArchive(directory: backup.directory), until: until)
      return try await open(
        directory: path, settings: settings, recovery: recovery, logger: logger)
    } catch {
      try Files.remove(path)
      guard case .startFailed(let words) = error, let until,
        words.contains("before configured recovery target was reached")
      else { throw error }
      throw .targetNotReached(until)
    }
  }

  private static func fill(
    _ directory: ClusterDirectory, with backup: BaseBackup, as user: ServerUser
  ) async throws(EmbeddedError) {
    try await Command(
      "/usr/bin/cp", ["--archive", "--reflink=auto", backup.data, directory.data], as: user
    ).run()
    let system = "\(directory.data)/postgresql.auto.conf"
    if Files.exists(system) { try Files.rename(system, to: system + ".backup") }
    try Files.write("", to: system, owner: user)
    try Files.write("", to: "\(directory.data)/recovery.signal", owner: user)
  }
}
