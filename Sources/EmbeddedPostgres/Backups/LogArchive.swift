/// How the server copies its log into the archive, and out of it again.
///
/// Both are commands of the shell and the system's own programs, since the server runs them as its
/// user, who may not be let to our program, and since an archive must be readable without it.
struct LogArchive: Sendable {
  let directory: BackupDirectory

  /// The settings that turn archiving on.
  ///
  /// A segment that is not full is archived after a minute too: no more is lost with the disk.
  var parameters: [(String, String)] {
    [("archive_mode", "on"), ("archive_timeout", "60s"), ("archive_command", store)]
  }

  /// Never writes over a segment: what is there is either the same, after a crash of the server, or
  /// another cluster's, and then the server says so in its log and keeps its own.
  ///
  /// It is answered for once file and name are on disk and read as what they were.
  var store: String {
    """
    d=\(word); f="$d/%f.gz"; \
    test -f "$f" || { gzip -1 -c "%p" > "$f.new" && sync "$f.new" && mv "$f.new" "$f"; } && \
    gzip -dc "$f" | cmp -s - "%p" && sync "$f" "$d"
    """
  }

  /// Ends with 1 where the archive has no such segment, which is its end; 255 for one that is
  /// damaged stops the server, which would take any other failure for the end as well.
  var fetch: String {
    """
    d=\(word); test -f "$d/%f.gz" || exit 1; gzip -dc "$d/%f.gz" > "%p" || exit 255
    """
  }

  /// The path as one word of the shell, in which the server leaves the percent signs alone.
  private var word: String {
    let quoted = directory.log.flatMap { character -> String in
      switch character {
      case "'": "'\\''"
      case "%": "%%"
      default: String(character)
      }
    }
    return "'\(String(quoted))'"
  }
}

/// How a server comes back from a backup.
struct Recovery: Sendable {
  let archive: LogArchive
  /// The last moment that is wanted, as PostgreSQL reads it; `nil` for all that is archived.
  let until: String?

  /// Recovery may take as long as there is log.
  static let startLimit = Duration.seconds(24 * 60 * 60)

  /// The settings for the time of the recovery alone.
  ///
  /// It stays on the backup's own line of the log. No session is let in before it is over: that
  /// would ask for the limits of the server that was backed up.
  var parameters: [(String, String)] {
    [
      ("restore_command", archive.fetch), ("recovery_target_timeline", "current"),
      ("recovery_target_action", "promote"), ("hot_standby", "off"), ("archive_mode", "off"),
      ("logging_collector", "off"),
    ] + (until.map { [("recovery_target_time", $0)] } ?? [])
  }
}
