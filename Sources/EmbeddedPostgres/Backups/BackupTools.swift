/// PostgreSQL's own programs for backups, run as the server's user.
public struct BackupTools: Sendable {
  let programs: ServerPrograms
  let user: ServerUser

  /// - Throws: `EmbeddedError.userMissing`, `.programsMissing`.
  public init() async throws(EmbeddedError) {
    user = try ServerUser.current()
    guard let newest = try await ServerPrograms.installed().first else {
      throw .programsMissing(searched: [])
    }
    programs = newest
  }

  /// Takes a base backup of a running server, checks it, and gives it its name only then.
  ///
  /// `source` is a connection string without its password, which everybody could read in the list
  /// of processes; `record` gives the text of the JSON beside the backup.
  ///
  /// - Throws: `EmbeddedError.directoryForeign`, `.pathUnusable`, `.directoryInUse`,
  ///   `.programFailed`, `.backupDamaged`.
  public func take(
    _ name: String, into directory: BackupDirectory, from source: String, password: String?,
    record: (BackupManifest) throws -> String
  ) async throws -> BaseBackup {
    try directory.prepare(owner: user)
    let lock = try DirectoryLock(directory: directory.path, path: "\(directory.base)/.lock")
    defer { withExtendedLifetime(lock) {} }
    try removeUnfinished(in: directory)
    let unfinished = BaseBackup(name: ".unfinished-\(name)", directory: directory)
    try Files.makeDirectory(unfinished.path, owner: user)
    do {
      var command = tool(
        "pg_basebackup",
        [
          "--pgdata=\(unfinished.data)", "--dbname=\(source)", "--wal-method=stream",
          "--checkpoint=fast", "--manifest-checksums=SHA256", "--no-password",
        ])
      command.password = password
      try await command.run()
      try await verifyFiles(of: unfinished)
      let manifest = try BackupManifest(of: unfinished)
      try Files.write(record(manifest), to: unfinished.record, owner: user)
    } catch {
      try Files.remove(unfinished.path)
      throw error
    }
    let backup = BaseBackup(name: name, directory: directory)
    // pg_basebackup has written its files through; these are ours.
    try Files.synchronize(directory: unfinished.path)
    try Files.rename(unfinished.path, to: backup.path)
    try Files.synchronize(directory: directory.base)
    return backup
  }

  /// Removes all but the newest `count` backups and the log that only they needed.
  ///
  /// - Returns: What was removed.
  /// - Throws: `EmbeddedError.pathUnusable`, `.programFailed`, `.backupDamaged`.
  public func keep(
    _ count: Int, in directory: BackupDirectory
  ) async throws(EmbeddedError) -> [BaseBackup] {
    precondition(count >= 1, "the last good backup stays")
    let backups = directory.backups
    let removed = Array(backups.dropLast(count))
    for backup in removed { try Files.remove(backup.path) }
    var first: LogSegment?
    var perLog: UInt64 = 0
    for backup in backups.suffix(count) {
      let range = try LogRange(of: backup)
      perLog = range.perLog
      if range.first.number < first?.number ?? .max { first = range.first }
    }
    if let first {
      // Lines do not matter to it, only places.
      try await tool(
        "pg_archivecleanup", ["-x", ".gz", directory.log, first.name(perLog: perLog)]
      ).run()
    }
    return removed
  }

  /// Removes what a backup that was killed left behind.
  private func removeUnfinished(in directory: BackupDirectory) throws(EmbeddedError) {
    for name in Files.names(in: directory.base) where name.hasPrefix(".unfinished-") {
      try Files.remove("\(directory.base)/\(name)")
    }
  }

  func tool(_ name: String, _ arguments: [String]) -> Command {
    Command("\(programs.directory)/\(name)", arguments, as: user)
  }
}
