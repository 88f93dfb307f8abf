/// Why there is no private cluster to work with, and what to do about it.
public enum EmbeddedError: Error, Hashable, Sendable {
  /// The server's programs are not installed; the directories are those that were looked at.
  case programsMissing(searched: [String])
  /// We are root, who may not run a server, and there is no user `postgres` to run it as.
  case userMissing
  /// Another daemon holds the directory.
  case directoryInUse(String, pid: Int32?)
  /// The directory holds something that no cluster of ours has.
  case directoryForeign(String, entry: String)
  /// The directory, or another path that the cluster needs, cannot be used.
  case pathUnusable(String, reason: String)
  /// The data are of a major version of PostgreSQL that is not installed.
  case versionMismatch(String, found: String, installed: [Int])
  /// A program of the server ended with an error.
  case programFailed(String, reason: String)
  /// The server ended while it started, or did not get ready in time.
  case startFailed(String)
  /// The server did not stop.
  case stopFailed(String)
  /// A cluster is to be made of a backup where something is already.
  case directoryNotEmpty(String)
  /// A base backup is not what it was when it was taken.
  case backupDamaged(String, reason: String)
  /// The archive lacks a segment of the log, and has later ones up to `last`.
  case logMissing(String, segment: String, last: String)
  /// A segment in the archive is not what was put there.
  case logDamaged(String, reason: String)
  /// Nothing in the archive is later than the moment that was asked for.
  case targetNotReached(String)
}

extension EmbeddedError {
  /// Whether a backup or its archive is not what it must be.
  public var isDamage: Bool {
    switch self {
    case .backupDamaged, .logMissing, .logDamaged: true
    default: false
    }
  }
}

extension EmbeddedError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .programsMissing(let searched):
      """
      PostgreSQL's server programs are not installed (looked in \
      \(searched.joined(separator: ", "))); install the package postgresql, or name a database \
      with --database
      """
    case .userMissing:
      """
      root may not run PostgreSQL and there is no user postgres; install the package postgresql, \
      which makes that user, or do not run as root
      """
    case .directoryInUse(let path, let pid):
      """
      another daemon\(pid.map { " (process \($0))" } ?? "") uses \(path); stop it or choose \
      another directory
      """
    case .directoryForeign(let path, let entry):
      """
      \(path) is neither empty nor a cluster made here: it holds \(entry); choose another directory
      """
    case .pathUnusable(let path, let reason):
      "\(path) cannot be used: \(reason)"
    case .versionMismatch(let path, let found, let installed):
      """
      \(path) holds data of PostgreSQL \(found), installed is \
      \(installed.map(String.init).joined(separator: ", ")); install the package \
      postgresql-\(found), or move the data to a newer version with pg_upgrade
      """
    case .programFailed(let program, let reason):
      "\(program) failed: \(reason)"
    case .startFailed(let reason):
      "PostgreSQL did not start: \(reason)"
    case .stopFailed(let reason):
      "PostgreSQL did not stop: \(reason)"
    case .directoryNotEmpty(let path):
      "\(path) is not empty; name a directory that is empty or not there yet"
    case .backupDamaged(let path, let reason):
      "the backup \(path) is damaged: \(reason); use another one with --backup NAME"
    case .logMissing(let path, let segment, let last):
      """
      \(path) lacks the segment \(segment) though it has later ones up to \(last); look for \
      \(segment).gz in another copy, or restore with --until a moment before it ends
      """
    case .logDamaged(let path, let reason):
      "a segment in \(path) is damaged: \(reason); take it from another copy"
    case .targetNotReached(let until):
      """
      nothing that was archived is later than \(until); without --until all of it is restored
      """
    }
  }
}
