import ArgumentParser
import EmbeddedPostgres
import Logging

/// What is backed up, settled.
struct BackupSettings: Sendable {
  let dataDirectory: String
  /// `nil` for the private PostgreSQL.
  let database: String?
  let logger: Logger
}

/// The directory of backups, by whatever name a command calls it.
enum Backups {
  /// The flag, else the environment.
  ///
  /// - Throws: `BackupMistake.directoryMissing`, `EmbeddedError.pathUnusable`.
  static func directory(
    _ flag: String?, option: String, _ environment: Environment
  ) throws -> BackupDirectory {
    guard let path = flag ?? environment["BERGULIR_ARCHIVE"] else {
      throw BackupMistake.directoryMissing(option: option)
    }
    return try BackupDirectory(DataDirectory.absolute(path))
  }

  /// The backup of a name, else the newest; the newest that was finished before a moment.
  ///
  /// - Throws: `BackupMistake.none`, `.noneBefore`, `.momentUnreadable`, `EmbeddedError`.
  static func choose(
    _ name: String?, until: String?, in directory: BackupDirectory
  ) throws -> (backup: BaseBackup, record: BackupRecord) {
    let all = directory.backups
    guard !all.isEmpty else { throw BackupMistake.none(directory.path) }
    let moment = try until.map(Moment.date)
    if let name {
      guard let backup = all.first(where: { $0.name == name }) else {
        throw BackupMistake.unknown(name, known: all.map(\.name))
      }
      return (backup, try BackupRecord(of: backup))
    }
    for backup in all.reversed() {
      let record = try BackupRecord(of: backup)
      if let moment, record.finished > moment { continue }
      return (backup, record)
    }
    throw BackupMistake.noneBefore(until ?? "", oldest: all[0].name)
  }
}
