import Glibc

/// The server programs of one installed version of PostgreSQL.
struct ServerPrograms: Hashable, Sendable {
  /// The directory of `initdb`, `postgres` and `pg_ctl`.
  let directory: String
  let majorVersion: Int

  /// Where Debian puts each version, and where others put their `pg_config`.
  private static let versionsDirectory = "/usr/lib/postgresql"
  private static let configurationPrograms = [
    "/usr/bin/pg_config", "/usr/local/bin/pg_config", "/usr/local/pgsql/bin/pg_config",
  ]

  /// What is installed, the newest first.
  ///
  /// PATH is not looked at: what a name there stands for may change from one day to the next.
  ///
  /// - Throws: `EmbeddedError.programsMissing`.
  static func installed() async throws(EmbeddedError) -> [Self] {
    var directories = Files.names(in: versionsDirectory)
      .map { "\(versionsDirectory)/\($0)/bin" }
    for program in configurationPrograms where access(program, X_OK) == 0 {
      let answer = try await Command(program, ["--bindir"]).run()
      directories.append(String(answer.prefix { !$0.isNewline }))
    }
    var found: Set<Self> = []
    for directory in directories where hasPrograms(directory) {
      let answer = try await Command("\(directory)/postgres", ["--version"]).run()
      guard let version = majorVersion(in: answer) else { continue }
      found.insert(Self(directory: directory, majorVersion: version))
    }
    guard !found.isEmpty else {
      throw .programsMissing(searched: ["\(versionsDirectory)/*/bin"] + configurationPrograms)
    }
    return found.sorted { $0.majorVersion > $1.majorVersion }
  }

  /// The number in `postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)`.
  static func majorVersion(in answer: String) -> Int? {
    let words = answer.split(separator: " ")
    guard words.count >= 3 else { return nil }
    return Int(words[2].prefix { $0.isNumber })
  }

  private static func hasPrograms(_ directory: String) -> Bool {
    ["postgres", "initdb", "pg_ctl"].allSatisfy { access("\(directory)/\($0)", X_OK) == 0 }
  }
}
