import ArgumentParser
import FundStore

/// Where reports over a UPK or an area are read.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Standbys that reports are read from, as the daemon's role (BERGULIR_REPORT_DATABASE); those \
      that --database names unless given.
      """, valueName: "conninfo"))
  var reportDatabase: String?

  @Option(
    help: ArgumentHelp(
      "How many seconds a standby may be behind; default 30 (BERGULIR_REPORT_LAG).",
      valueName: "seconds"))
  var reportLag: String?

  @Option(
    help: ArgumentHelp(
      """
      Where no standby may answer: primary, the default, reads the primary, and refuse refuses \
      (BERGULIR_WHEN_BEHIND).
      """, valueName: "way"))
  var whenBehind: String?

  /// Of one server reports are read there; of several, or where others are named, from a standby.
  func settings(
    database: String?, _ environment: Environment
  ) throws(DaemonError) -> FundStore.Reports? {
    let lag = try longestLag(environment)
    let way = try wayWhenBehind(environment)
    let own = reportDatabase ?? environment["BERGULIR_REPORT_DATABASE"]
    guard let database else {
      guard own == nil else { throw .reportsWithoutDatabase }
      return nil
    }
    guard let servers = own ?? (FundStore.namesSeveralServers(database) ? database : nil) else {
      return nil
    }
    return FundStore.Reports(connectionString: servers, longestLag: lag, whenBehind: way)
  }

  private func longestLag(_ environment: Environment) throws(DaemonError) -> Duration {
    guard let text = reportLag ?? environment["BERGULIR_REPORT_LAG"] else { return .seconds(30) }
    guard let seconds = Int(text), (0...3600).contains(seconds) else {
      throw .lagUnreadable(text)
    }
    return .seconds(seconds)
  }

  private func wayWhenBehind(
    _ environment: Environment
  ) throws(DaemonError) -> FundStore.Reports.WhenBehind {
    guard let text = whenBehind ?? environment["BERGULIR_WHEN_BEHIND"] else { return .readPrimary }
    guard let way = FundStore.Reports.WhenBehind(rawValue: text) else {
      throw .whenBehindUnknown(text)
    }
    return way
  }
}
