import Glibc

extension BackupTools {
  private static let filesAtOnce = 200

  /// Whether a backup is what it was when it was taken, and the archive leads on from it.
  ///
  /// - Returns: The last segment of the log that follows it.
  /// - Throws: `EmbeddedError.backupDamaged` naming the first file that is missing or not what it
  ///   was, `.logMissing` naming the first segment, `.logDamaged`.
  @discardableResult
  public func check(_ backup: BaseBackup) async throws(EmbeddedError) -> String {
    try await verifyFiles(of: backup)
    let range = try LogRange(of: backup)
    if let gap = range.gap {
      throw .logMissing(backup.directory.log, segment: gap, last: range.last)
    }
    var rest = range.archived[...]
    while !rest.isEmpty {
      let files = rest.prefix(Self.filesAtOnce).map { "\(backup.directory.log)/\($0).gz" }
      rest = rest.dropFirst(Self.filesAtOnce)
      do {
        try await Command("/usr/bin/gzip", ["--test"] + files, as: user).run()
      } catch {
        throw .logDamaged(backup.directory.log, reason: "\(error)")
      }
    }
    return range.last
  }

  /// Holds every file against the checksum in the manifest, and reads the log between.
  ///
  /// - Throws: `EmbeddedError.backupDamaged` naming the first file that is missing or another.
  public func verifyFiles(of backup: BaseBackup) async throws(EmbeddedError) {
    guard Files.exists(backup.manifest) else {
      throw .backupDamaged(backup.path, reason: "it has no manifest")
    }
    do {
      try await tool("pg_verifybackup", ["--exit-on-error", backup.data]).run()
    } catch {
      throw .backupDamaged(backup.path, reason: "\(error)")
    }
  }
}

/// The segments of the log that a backup needs, and those that lead on from it.
struct LogRange: Sendable {
  let first: LogSegment
  /// How many segments the middle eight digits of a name count.
  let perLog: UInt64
  /// Those in the archive that recovery would read, in order.
  let archived: [String]
  let last: String
  /// The first that is missing with others after it.
  let gap: String?

  /// - Throws: `EmbeddedError.backupDamaged`.
  init(of backup: BaseBackup) throws(EmbeddedError) {
    let manifest = try BackupManifest(of: backup)
    let log = "\(backup.data)/pg_wal"
    guard let bytes = Self.segmentBytes(in: log),
      let first = BackupManifest.segment(
        of: manifest.logStart, timeline: manifest.timeline, bytes: bytes)
    else { throw .backupDamaged(backup.path, reason: "it has no log") }
    let perLog = (1 << 32) / bytes
    func segments(_ names: [Substring]) -> [LogSegment] {
      names.compactMap { LogSegment($0, perLog: perLog) }
        .filter { $0.timeline == first.timeline && $0.number >= first.number }.sorted()
    }
    let inArchive = segments(
      Files.names(in: backup.directory.log).filter { $0.hasSuffix(".gz") }.map { $0.dropLast(3) })
    let all = Set(inArchive + segments(Files.names(in: log).map { $0[...] })).sorted()
    let last = all.last ?? first
    let gap = zip(all, first.number...).first { $0.number != $1 }?.1
    self.first = first
    self.perLog = perLog
    archived = inArchive.map { $0.name(perLog: perLog) }
    self.last = last.name(perLog: perLog)
    self.gap = gap.map {
      LogSegment(timeline: first.timeline, number: $0).name(perLog: perLog)
    }
  }

  private static func segmentBytes(in log: String) -> UInt64? {
    for name in Files.names(in: log) where name.count == 24 {
      var status = stat()
      if lstat("\(log)/\(name)", &status) == 0, status.st_size >= 1 << 20 {
        return UInt64(status.st_size)
      }
    }
    return nil
  }
}
