import EmbeddedPostgres
import Foundation
import FundServer
import FundStore

/// The server that is backed up.
struct BackupSource: Sendable {
  let connectionString: String
  /// Ours to stop afterwards; `nil` where it runs for somebody else.
  let cluster: EmbeddedCluster?

  /// The named database, else the private cluster under the data directory: the one that a daemon
  /// runs, or started for the backup where none does.
  ///
  /// - Throws: `BackupMistake.nothingThere`, `EmbeddedError`.
  static func open(_ settings: BackupSettings) async throws -> BackupSource {
    if let database = settings.database {
      return BackupSource(connectionString: database, cluster: nil)
    }
    let path = settings.dataDirectory + "/postgres"
    guard FileManager.default.fileExists(atPath: path + "/data/PG_VERSION") else {
      throw BackupMistake.nothingThere(settings.dataDirectory)
    }
    let database = PrivateCluster.database
    do throws(EmbeddedError) {
      let cluster = try await EmbeddedCluster.open(
        directory: path, settings: .daemon, logger: settings.logger)
      return BackupSource(
        connectionString: cluster.connectionString(database: database, user: "postgres"),
        cluster: cluster)
    } catch {
      guard case .directoryInUse = error else { throw error }
      return BackupSource(
        connectionString: try EmbeddedCluster.connectionString(
          running: path, database: database, user: "postgres"),
        cluster: nil)
    }
  }

  /// Takes a backup from it.
  func backup(into directory: BackupDirectory) async throws -> BaseBackup {
    let begun = Moment.now
    let reads = BackupReads(connectionString: connectionString)
    let (schema, heads) = try await reads.position()
    let name = Moment.name(begun)
    let (source, password) = try FundStore.splitPassword(of: connectionString)
    return try await BackupTools().take(name, into: directory, from: source, password: password) {
      try BackupRecord(
        name: name, begun: begun, finished: Moment.now, schema: schema, heads: heads, manifest: $0
      ).text
    }
  }
}

/// Times of backups.
enum Moment {
  /// By the second, as the daemon reads time.
  static var now: Date {
    Date(timeIntervalSince1970: TimeInterval(Clock.secondsSince1970))
  }

  /// A name that sorts by time, such as `20180131T020000Z`.
  static func name(_ date: Date) -> String {
    text(date).filter { $0 != "-" && $0 != ":" }
  }

  /// A time such as `2018-01-31T02:00:00Z`.
  static func text(_ date: Date) -> String { date.formatted(.iso8601) }

  /// Reads `2018-01-31T09:00:00+07:00`, with a fraction of the second or not.
  ///
  /// - Throws: `BackupMistake.momentUnreadable`.
  static func date(_ text: String) throws -> Date {
    let shape = /(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,6})?(Z|[+-]\d\d:\d\d)/
    guard let match = text.wholeMatch(of: shape) else {
      throw BackupMistake.momentUnreadable(text)
    }
    do {
      return try Date("\(match.1)\(match.3)", strategy: .iso8601)
    } catch {
      throw BackupMistake.momentUnreadable(text)
    }
  }

  /// The same as PostgreSQL reads it while it starts, when it knows no names of time zones yet.
  static func forServer(_ text: String) -> String {
    text.replacing("T", with: " ").replacing("Z", with: "+00:00")
  }

  /// How long something took or is ago, in its two greatest units.
  static func length(seconds: Int) -> String {
    switch seconds {
    case ..<120: "\(seconds) s"
    case ..<7_200: "\(seconds / 60) min \(seconds % 60) s"
    case ..<172_800: "\(seconds / 3_600) h \(seconds % 3_600 / 60) min"
    default: "\(seconds / 86_400) days \(seconds % 86_400 / 3_600) h"
    }
  }
}
