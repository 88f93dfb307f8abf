import Logging

/// Making the data of a new cluster, and finding the programs for those that are there.
struct ClusterCreation: Sendable {
  let directory: ClusterDirectory
  let installed: [ServerPrograms]
  let user: ServerUser
  let settings: ClusterSettings
  let logger: Logger

  /// Makes the data if there are none.
  ///
  /// - Returns: The programs of the version that the data are of.
  /// - Throws: `EmbeddedError.versionMismatch`, `.pathUnusable`, `.programFailed`.
  func run() async throws(EmbeddedError) -> ServerPrograms {
    guard Files.exists(directory.data) else {
      guard let newest = installed.first else { throw .programsMissing(searched: []) }
      try await create(newest)
      return newest
    }
    let version = String((Files.read(directory.version) ?? "").prefix { !$0.isNewline })
    guard let programs = installed.first(where: { "\($0.majorVersion)" == version }) else {
      throw .versionMismatch(
        directory.path, found: version, installed: installed.map(\.majorVersion))
    }
    return programs
  }

  /// Writes what the server reads at its start, which is from a backup where there is a recovery.
  func writeSettings(
    _ programs: ServerPrograms, recovery: Recovery?
  ) async throws(EmbeddedError) {
    try Files.makeDirectory(directory.logs, owner: user)
    try Files.makeDirectory(directory.socketDirectory, owner: user)
    try Files.write(ClusterSettings.accessFile, to: directory.access, owner: user)
    let compression = await walCompression(programs)
    let extra: [(String, String)]
    if let recovery {
      extra = recovery.parameters
    } else {
      extra = try archiveParameters()
    }
    try Files.write(
      settings.file(for: directory, walCompression: compression, extra: extra),
      to: directory.settings, owner: user)
  }

  /// What turns archiving on, and remembers it: a start that forgot it would tear the archive.
  private func archiveParameters() throws(EmbeddedError) -> [(String, String)] {
    let archive: BackupDirectory?
    switch settings.archiving {
    case .asBefore:
      archive = Files.read(directory.archive).flatMap { BackupDirectory(noted: $0) }
    case .to(let named): archive = named
    case .off: archive = nil
    }
    guard let archive else {
      try Files.remove(directory.archive)
      return []
    }
    try archive.prepare(owner: user)
    try Files.write(archive.path + "\n", to: directory.archive, owner: user)
    logger.info("the log is archived", metadata: ["directory": "\(archive.log)"])
    return LogArchive(directory: archive).parameters
  }

  private func create(_ programs: ServerPrograms) async throws(EmbeddedError) {
    logger.info("making a PostgreSQL cluster", metadata: ["directory": "\(directory.path)"])
    removeUnfinished()
    let unfinished = directory.nameForUnfinished()
    var arguments = [
      "--pgdata=\(unfinished)", "--username=postgres", "--encoding=UTF8",
      "--locale=C.UTF-8", "--data-checksums", "--auth=trust", "--no-instructions",
    ]
    if settings.durability == .nothing { arguments.append("--no-sync") }
    try await Command("\(programs.directory)/initdb", arguments, as: user).run()
    try Files.rename(unfinished, to: directory.data)
    // Else a crash might bring the old name back, and the next start would take it for half made.
    try Files.synchronize(directory: directory.path)
  }

  /// Removes what killed daemons left half made; what is still being written stays for next time.
  private func removeUnfinished() {
    for path in directory.unfinished {
      do {
        try Files.remove(path)
      } catch {
        logger.notice("a cluster half made is left for now", metadata: ["reason": "\(error)"])
      }
    }
  }

  /// `lz4` if the programs were built with it, else PostgreSQL's own compression.
  private func walCompression(_ programs: ServerPrograms) async -> String {
    let probe = Command(
      "\(programs.directory)/postgres",
      ["-D", directory.data, "-C", "wal_compression", "-c", "wal_compression=lz4"], as: user)
    do {
      try await probe.run()
      return "lz4"
    } catch {
      return "on"
    }
  }
}
