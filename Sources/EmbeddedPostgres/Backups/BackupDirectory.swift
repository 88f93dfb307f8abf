/// Where the backups of one cluster are, and the log that leads on from them.
///
/// `base` has a directory for each base backup, `wal` the segments of the log, compressed.
public struct BackupDirectory: Hashable, Sendable {
  /// Absolute.
  public let path: String

  private static let entries: Set<String> = ["base", "wal", "lost+found"]

  /// - Throws: `EmbeddedError.pathUnusable` for a path that does not begin at the root, or that
  ///   cannot stand on one line.
  public init(_ path: String) throws(EmbeddedError) {
    guard path.hasPrefix("/") else {
      throw .pathUnusable(path, reason: "the path does not begin at the root directory")
    }
    guard !path.contains(where: \.isNewline) else {
      throw .pathUnusable(path, reason: "the path is more than a line")
    }
    self.path = path
  }

  /// The directory that a cluster noted, a path and the end of its line.
  init?(noted text: String) {
    let path = String(text.prefix { !$0.isNewline })
    guard path.hasPrefix("/") else { return nil }
    self.path = path
  }

  /// The archived log.
  public var log: String { "\(path)/wal" }
  var base: String { "\(path)/base" }

  /// Makes what is missing of it, for the server's user.
  ///
  /// A directory with something else in it stays as it is: it would change its owner.
  ///
  /// - Throws: `EmbeddedError.directoryForeign`, `.pathUnusable`.
  func prepare(owner: ServerUser) throws(EmbeddedError) {
    let foreign = Files.names(in: path).first { !Self.entries.contains($0) }
    if let foreign { throw .directoryForeign(path, entry: foreign) }
    for directory in [path, base, log] {
      try Files.makeDirectory(directory, owner: owner)
    }
  }

  /// The backups that were finished, oldest first.
  public var backups: [BaseBackup] {
    Files.names(in: base).filter { !$0.hasPrefix(".") }
      .map { BaseBackup(name: $0, directory: self) }
      .filter { Files.exists($0.record) }
  }
}

/// One base backup: the files of a cluster and, beside them, what is known of it.
public struct BaseBackup: Hashable, Sendable {
  /// When it was begun, such as `20180131T020000Z`, so that names stand in order.
  public let name: String
  public let directory: BackupDirectory

  public var path: String { "\(directory.base)/\(name)" }
  /// What `bergulird` wrote about it, in JSON.
  public var record: String { "\(path)/backup.json" }
  var data: String { "\(path)/data" }
  var manifest: String { "\(data)/backup_manifest" }
}
