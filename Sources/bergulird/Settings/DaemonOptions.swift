import ArgumentParser
import EmbeddedPostgres
import Foundation
import FundServer
import FundStore
import Logging

/// Where the books and the keys are; the same for every command that needs them.
struct DaemonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where the private PostgreSQL and its key are kept (BERGULIR_DATA_DIRECTORY).",
      valueName: "dir"))
  var dataDirectory: String?

  @Option(
    help: ArgumentHelp(
      "A database of your own, as the daemon's role (BERGULIR_DATABASE).", valueName: "conninfo"))
  var database: String?

  @OptionGroup var reports: ReportOptions

  @Option(
    help: ArgumentHelp(
      "The same as the owner of the tables, to migrate (BERGULIR_OWNER_DATABASE).",
      valueName: "conninfo"))
  var ownerDatabase: String?

  @Option(
    help: ArgumentHelp(
      "The key of names and NIK, outside the database (BERGULIR_KEY_FILE).", valueName: "file"))
  var keyFile: String?

  @Option(
    help: ArgumentHelp(
      "trace, debug, info, notice, warning, error or critical (BERGULIR_LOG_LEVEL).",
      valueName: "level"))
  var logLevel: String?
}

extension DaemonOptions {
  /// The options with what the environment says where a flag is missing.
  func settings(_ environment: Environment) throws -> DaemonSettings {
    let level = logLevel ?? environment["BERGULIR_LOG_LEVEL"] ?? "info"
    guard let logLevel = Logger.Level(rawValue: level.lowercased()) else {
      throw DaemonError.logLevelUnknown(level)
    }
    let database = database ?? environment["BERGULIR_DATABASE"]
    return DaemonSettings(
      dataDirectory: try DataDirectory.path(dataDirectory, environment), database: database,
      reports: try reports.settings(database: database, environment),
      ownerDatabase: ownerDatabase ?? environment["BERGULIR_OWNER_DATABASE"],
      keyFile: keyFile ?? environment["BERGULIR_KEY_FILE"], logLevel: logLevel)
  }
}

/// Where everything is kept that the daemon keeps itself.
enum DataDirectory {
  /// The directory of a flag, else of the environment, else the standard one, as an absolute path.
  static func path(_ flag: String?, _ environment: Environment) throws -> String {
    guard let named = flag ?? environment["BERGULIR_DATA_DIRECTORY"] else {
      let cluster = try EmbeddedCluster.standardDirectory(environment: environment.variables)
      return String(cluster[..<(cluster.lastIndex(of: "/") ?? cluster.endIndex)])
    }
    return absolute(named)
  }

  /// A path as seen from the root.
  static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }
}

/// Where the books and the keys are, settled.
struct DaemonSettings: Sendable {
  /// Absolute; it has the private cluster and the key beside each other.
  let dataDirectory: String
  /// `nil` for the private PostgreSQL.
  let database: String?
  /// `nil` where reports are read as everything else is.
  let reports: FundStore.Reports?
  let ownerDatabase: String?
  let keyFile: String?
  let logLevel: Logger.Level
  /// Only `serve` says another.
  var archiving = ClusterSettings.Archiving.asBefore

  /// The key file: beside the cluster, not in it, so that a copy of the data is no copy of the key.
  var keys: KeyFile { KeyFile(path: keyFile ?? dataDirectory + "/person.key") }

  /// Where certificates and their keys are, unless others are named.
  var certificates: CertificateFolder { .standard(in: dataDirectory) }

  /// A logger to standard error; standard output is for what commands print.
  var logger: Logger {
    var logger = Logger(label: "bergulird") { LineLog(label: $0) }
    logger.logLevel = logLevel
    return logger
  }
}
