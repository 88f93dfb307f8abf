import Foundation
import FundTesting
import Libpq
import Testing

/// A fund with a loan in a database of one's own, and the file of its key.
struct KeyedFund: Sendable {
  let world: FundWorld
  private let folder: Scratch
  private let scratch: Scratch

  /// The folder of the key has nothing else in it.
  var key: URL { folder.url.appendingPathComponent("person.key") }

  static func with(_ body: (KeyedFund) async throws -> Void) async throws {
    let (folder, scratch) = (try Scratch(), try Scratch())
    defer {
      folder.remove()
      scratch.remove()
    }
    try await FundFixture.withWorld { world in
      _ = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let fund = KeyedFund(world: world, folder: folder, scratch: scratch)
      try fund.write(FundFixture.keysFile, to: "person.key", mode: 0o640)
      let token = try await fund.bergulird(
        "principal", "bootstrap", "--database", world.fixture.connectionString)
      try #require(token.status == 0, "\(token.words)")
      let file = try scratch.file("administrator.token", holding: token.output)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
      try await body(fund)
    }
  }

  func rotate() async throws -> Finished {
    try await bergulird("rotate-key", "--owner-database", world.fixture.connectionString)
  }

  /// Begins a rotation, and ends it by SIGKILL while it waits for a row in the midst of all.
  func rotateKilledHalfWay() async throws {
    let last = "select from fund.person order by person_id desc limit 1 for update"
    try await Outsider(fixture: world.fixture).holding(last) {
      let process = Process()
      process.executableURL = Programs.url("bergulird")
      process.arguments = [
        "rotate-key", "--owner-database", world.fixture.connectionString,
        "--key-file", key.path,
      ]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      try await eventually { try await waiting() == 1 }
      kill(process.processIdentifier, SIGKILL)
      await Task.detached { process.waitUntilExit() }.value
    }
    // PostgreSQL notices the loss when it has the row, and takes back what was done.
    try await eventually { try await waiting() == 0 }
  }

  /// Everybody's row as the command line shows it, from a daemon that has the key file.
  func people() async throws -> [Substring] {
    let daemon = try await daemon()
    let address = try #require(daemon.address, "\(daemon.words)")
    let listed = try await finish(
      Programs.url("bergulir"), ["person", "list", "--all", "-o", "csv"],
      environment: [
        "XDG_CONFIG_HOME": scratch.url.appendingPathComponent("config").path,
        "BERGULIR_SERVER": address,
        "BERGULIR_TOKEN_FILE": scratch.url.appendingPathComponent("administrator.token").path,
      ])
    await daemon.stop()
    try #require(listed.status == 0, "\(listed.words)")
    return listed.output.split(whereSeparator: \.isNewline).dropFirst().map { $0 }
  }

  func daemon(keyFile: String = "person.key") async throws -> DaemonProcess {
    try await DaemonProcess(
      dataDirectory: scratch.url,
      options: [
        "--database", world.fixture.connectionString,
        "--key-file", folder.url.appendingPathComponent(keyFile).path,
      ])
  }

  func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
  }

  func mode(_ name: String) throws -> Int? {
    let path = folder.url.appendingPathComponent(name).path
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    return (mode as? NSNumber)?.intValue
  }

  func write(_ text: String, to name: String, mode: Int = 0o600) throws {
    let file = try folder.file(name, holding: text)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
  }

  private func bergulird(_ arguments: String...) async throws -> Finished {
    try await finish(Programs.url("bergulird"), arguments + ["--key-file", key.path])
  }

  /// How many rotations of this database go on.
  private func waiting() async throws -> Int64 {
    try await world.fixture.superuser { connection in
      try connection.run(
        Statement(
          "rotations",
          """
          select count(*) from pg_stat_activity where datname = current_database()
            and application_name = 'bergulird-rotate-key' and wait_event_type = 'Lock'
          """))[0].int8(0)
    }
  }
}
