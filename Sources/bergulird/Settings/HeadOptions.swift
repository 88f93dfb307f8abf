import ArgumentParser
import FundServer

/// Where signed heads of the streams are kept, and what they are signed with.
struct HeadOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The key that signs heads, outside the database (BERGULIR_HEAD_KEY_FILE).",
      valueName: "file"))
  var headKeyFile: String?

  @Option(
    help: ArgumentHelp(
      "Where signed heads go, outside the data directory (BERGULIR_HEADS_FILE).",
      valueName: "file"))
  var headsFile: String?

  @Option(
    help: ArgumentHelp(
      "How often, in minutes; default 5 (BERGULIR_HEADS_EVERY).", valueName: "minutes"))
  var headsEvery: String?

  /// The key and the file, opened; `nil` where neither is named.
  ///
  /// - Throws: `DaemonError`, `HeadKeyError`.
  func kept(_ settings: DaemonSettings, _ environment: Environment) throws -> KeptHeads? {
    let key = headKeyFile ?? environment["BERGULIR_HEAD_KEY_FILE"]
    let named = headsFile ?? environment["BERGULIR_HEADS_FILE"]
    let every = try minutes(environment)
    guard let key, let named else {
      guard key == nil, named == nil else { throw DaemonError.headFileHalf }
      return nil
    }
    let path = DataDirectory.absolute(named)
    guard !path.hasPrefix(settings.dataDirectory + "/") else {
      throw DaemonError.headFileInside(path, directory: settings.dataDirectory)
    }
    return KeptHeads(
      key: try KeyFile(path: key).readHeadKey(), file: try HeadFile(opening: path), every: every)
  }

  private func minutes(_ environment: Environment) throws(DaemonError) -> Duration {
    guard let text = headsEvery ?? environment["BERGULIR_HEADS_EVERY"] else { return .seconds(300) }
    guard let minutes = Int(text), (1...1440).contains(minutes) else {
      throw .minutesUnreadable(text)
    }
    return .seconds(minutes * 60)
  }
}

/// What heads are signed with, where they go, and how often.
struct KeptHeads: Sendable {
  let key: HeadKey
  let file: HeadFile
  let every: Duration

  /// Adds lines to the file.
  var append: @Sendable (String) throws -> Void {
    { [file] lines in try file.append(lines) }
  }
}
