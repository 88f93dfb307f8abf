/// What is wrong with how a backup, a restore or a drill was asked for, and what to do about it.
enum BackupMistake: Error, Hashable, Sendable {
  case archiveOfAnother
  case directoryMissing(option: String)
  case databaseMissing
  case nothingThere(String)
  case none(String)
  case unknown(String, known: [String])
  case noneBefore(String, oldest: String)
  case momentUnreadable(String)
}

extension BackupMistake: CustomStringConvertible {
  var description: String {
    switch self {
    case .archiveOfAnother:
      """
      --archive is for the private PostgreSQL; of a database of your own let its server archive \
      the log, as deploy/README.md shows in section 8
      """
    case .directoryMissing(let option):
      "\(option) (or BERGULIR_ARCHIVE) is missing: name the directory of backups"
    case .databaseMissing:
      """
      BERGULIR_DATABASE is a database of your own, as the daemon's role, which may not copy it; \
      name a role for replication with --database or BERGULIR_BACKUP_DATABASE
      """
    case .nothingThere(let path):
      "\(path) has no private PostgreSQL; name the daemon's --data-directory, or a --database"
    case .none(let path):
      "there is no finished backup in \(path); take one with: bergulird backup --to \(path)"
    case .unknown(let name, let known):
      "there is no backup \(name); there are \(known.joined(separator: ", "))"
    case .noneBefore(let moment, let oldest):
      "no backup was finished before \(moment); the oldest is \(oldest)"
    case .momentUnreadable(let text):
      "\(text) is no moment; write it with its offset, such as 2018-01-31T09:15:00+07:00"
    }
  }
}
