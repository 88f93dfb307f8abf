import Foundation
import FundTesting
import Testing

/// A small province behind a real daemon: UPK without loans, and two people who close months.
struct Province: Sendable {
  let daemon: DaemonProcess
  let home: URL

  /// UPK of the city 92.71, by code.
  static let city = ["aimas", "boswesen", "klademak", "malabutor", "remu"]
  /// The UPK of the city 92.72.
  static let elsewhere = "doom"

  /// Runs `bergulir` as one of those who have a token.
  func bergulir(_ arguments: String..., by who: String = "province") async throws -> Finished {
    try await finish(
      Programs.url("bergulir"), arguments, environment: try environment(of: who))
  }

  func environment(of who: String) throws -> [String: String] {
    [
      "XDG_CONFIG_HOME": home.appendingPathComponent("config").path,
      "BERGULIR_SERVER": try #require(daemon.address), "BERGULIR_LANG": "en",
      "BERGULIR_TOKEN_FILE": home.appendingPathComponent("\(who).token").path,
    ]
  }

  /// The same, of what must be done.
  @discardableResult
  func done(_ arguments: String..., by who: String = "administrator") async throws -> String {
    let finished = try await finish(
      Programs.url("bergulir"), arguments, environment: try environment(of: who))
    try #require(finished.status == 0, "\(arguments): \(finished.words)")
    return finished.output
  }

  /// UPK that have not closed a month, by code.
  func missing(_ month: String) async throws -> [String] {
    let listed = try await bergulir(
      "rollup", "completeness", "--province", "--month", month, "--missing", "--all", "-o", "csv")
    return listed.output.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      line.split(separator: ",").first.map { String($0.dropFirst("upks/".count)) }
    }
  }

  /// The daemon's own database.
  func postgres() throws -> DaemonPostgres {
    try DaemonPostgres(dataDirectory: home.appendingPathComponent("data"))
  }

  /// Runs a statement past the daemon.
  func sql(_ statement: String) async throws { try await postgres().run(statement) }
}

/// Runs with a province that is thrown away afterwards.
func withProvince(_ body: (Province) async throws -> Void) async throws {
  let scratch = try Scratch()
  defer { scratch.remove() }
  let data = scratch.url.appendingPathComponent("data")
  let token = try await finish(
    Programs.url("bergulird"),
    [
      "principal", "bootstrap", "--data-directory", data.path, "--name", "Contoh Administrator",
    ])
  try #require(token.status == 0, "\(token.words)")
  let file = try scratch.file("administrator.token", holding: token.output)
  try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
  try await withDaemon(dataDirectory: data) { daemon in
    let province = Province(daemon: daemon, home: scratch.url)
    try await province.found()
    try await body(province)
  }
}

extension Province {
  private static let day = "2017-01-05"

  fileprivate func found() async throws {
    try await region("92", "Papua Barat")
    for (city, units) in [("92.71", Province.city), ("92.72", [Province.elsewhere])] {
      try await region(city, "Kota")
      try await region("\(city).01", "Distrik")
      try await region("\(city).01.1001", "Kelurahan")
      for upk in units {
        try await done(
          "bkm", "register", "bkm-\(upk)", "--name", "BKM \(upk)", "--region",
          "\(city).01.1001", "--on", Province.day)
        try await done(
          "upk", "register", upk, "--name", "UPK \(upk)", "--bkm", "bkm-\(upk)", "--region",
          "\(city).01.1001", "--operating-since", "2017-01", "--on", Province.day)
      }
    }
    let most = Province.city.dropLast().map { ("bookkeeper", "upks/\($0)") }
    try await appoint("city", [("cityCoordinator", "regions/92.71")] + most)
    try await appoint("province", [("bookkeeper", "province")])
  }

  private func region(_ code: String, _ name: String) async throws {
    try await done("region", "register", code, "--name", name, "--on", Province.day)
  }

  private func appoint(_ who: String, _ roles: [(String, String)]) async throws {
    let output = try await done(
      "person", "register", "--name", "Contoh \(who)", "--gender", "female", "--on",
      Province.day, "--no-headers", "-o", "csv")
    let person = String(output.prefix { $0 != "," && !$0.isNewline })
    for (role, scope) in roles {
      try await done(
        "person", "assign", person, "--role", role, "--scope", scope, "--on", Province.day)
    }
    try await done("principal", "create", who, "--person", person)
    try await done(
      "token", "issue", "--principal", who, "--days", "30", "--out",
      home.appendingPathComponent("\(who).token").path)
  }
}
