import FundStore
import FundTesting
import Foundation
import Logging
import ProvinceSeed
import Testing

extension FaultFund {
  private static let plan = SeedPlan(
    upks: 3, loansPerUPK: 8, months: 3, since: month("2025-01"), seed: 1)

  static func database(of server: LoneServer, user: String = PrivateCluster.writer)
    -> String
  {
    server.connectionString.replacing("user='postgres'", with: "user='\(user)'")
      .replacing("dbname='postgres'", with: "dbname='\(PrivateCluster.database)'")
  }

  static func seed(_ server: LoneServer, _ scratch: Scratch) async throws {
    try await PrivateCluster.prepare(administration: server.connectionString)
    _ = try await Migrator(
      connectionString: database(of: server, user: PrivateCluster.owner)
    ).migrate()
    // What was answered must survive the server; its files may stay in the machine's memory.
    _ = try await rows("alter database bergulir set synchronous_commit = on", of: server)
    let keys = PersonalDataKeys.generate()
    let file = try scratch.file("person.key", holding: keys)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    let store = try await FundStore.open(
      FundStore.Configuration(connectionString: database(of: server)),
      keys: try PersonalDataKeys(fileContents: keys),
      logger: Logger(label: "seed") { _ in SwiftLogNoOpLogHandler() })
    let seed = ProvinceSeed(plan, into: store, workers: 2)
    let made: Result<ProvinceSeed.Progress, any Error>
    do {
      made = .success(try await seed.fill { _ in })
    } catch {
      made = .failure(error)
    }
    await store.close()
    _ = try made.get()
  }

  static func bootstrap(_ server: LoneServer, _ scratch: Scratch) async throws {
    let made = try await finish(
      Programs.url("bergulird"),
      [
        "principal", "bootstrap", "--database", database(of: server), "--key-file",
        scratch.url.appendingPathComponent("person.key").path,
      ])
    try #require(made.status == 0, "\(made.words)")
    let file = try scratch.file("administrator.token", holding: made.output)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
  }

  /// The token of somebody who takes money at every UPK.
  static func cashier(_ daemon: DaemonProcess, _ home: URL) async throws -> String {
    func done(_ arguments: String...) async throws -> String {
      let finished = try await bergulir(daemon, home, arguments)
      try #require(finished.status == 0, "\(arguments): \(finished.words)")
      return finished.output
    }
    let person = try await done(
      "person", "register", "--name", "Contoh Kasir", "--gender", "female", "--no-headers", "-o",
      "csv"
    ).prefix { $0 != "," && !$0.isNewline }
    _ = try await done(
      "person", "assign", String(person), "--role", "cashier", "--scope", "province")
    _ = try await done("principal", "create", "cashier", "--person", String(person))
    let file = home.appendingPathComponent("cashier.token")
    _ = try await done("token", "issue", "--principal", "cashier", "--out", file.path)
    return try String(contentsOf: file, encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  static func bergulir(
    _ daemon: DaemonProcess, _ home: URL, _ arguments: [String]
  ) async throws -> Finished {
    try await finish(
      Programs.url("bergulir"), arguments,
      environment: [
        "XDG_CONFIG_HOME": home.appendingPathComponent("config").path,
        "BERGULIR_SERVER": try #require(daemon.address, "\(daemon.words)"),
        "BERGULIR_LANG": "en",
        "BERGULIR_TOKEN_FILE": home.appendingPathComponent("administrator.token").path,
      ])
  }

  /// The first column of what the superuser reads.
  static func rows(_ sql: String, of server: LoneServer) async throws -> [String] {
    let read = try await finish(
      try #require(Programs.psql),
      ["-XAt", "-d", database(of: server, user: "postgres"), "-c", sql])
    try #require(read.status == 0, "\(read.words)")
    return read.output.split(whereSeparator: \.isNewline).map(String.init)
  }

  static func daemon(
    _ number: Int, _ server: LoneServer, _ network: Proxy, _ home: URL,
    listen: String = "127.0.0.1:0"
  ) async throws -> DaemonProcess {
    try await DaemonProcess(
      dataDirectory: home.appendingPathComponent("data-\(number)"), listen: listen,
      options: [
        "--database", number == 0 ? database(of: server) : network.connectionString,
        "--key-file", home.appendingPathComponent("person.key").path,
      ])
  }
}
