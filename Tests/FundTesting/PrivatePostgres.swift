import EmbeddedPostgres
import Glibc
import Libpq
import Logging

/// One private cluster for all tests of this process, and a database of its own for each test.
///
/// The cluster is made at its first use and ends with the process, however that ends. Tests may
/// run in parallel, commit for real, and share nothing but the cluster's roles.
public actor PrivatePostgres {
  private static let shared = PrivatePostgres()

  private var starting: Task<RunningPostgres, any Error>?
  private var templates: [String: Task<Void, any Error>] = [:]
  private var databases = 0

  /// Gives `body` an empty database, by the connection string of its superuser.
  public static func withDatabase<Value>(
    _ body: (_ connectionString: String) async throws -> Value
  ) async throws -> Value {
    try await shared.running().withDatabase(shared.nextName(), template: "template0", body)
  }

  /// Gives `body` a copy of the template's database, by the connection string of its superuser.
  public static func withDatabase<Value>(
    from template: DatabaseTemplate, _ body: (_ connectionString: String) async throws -> Value
  ) async throws -> Value {
    try await shared.prepare(template)
    return try await shared.running().withDatabase(
      shared.nextName(), template: template.databaseName, body)
  }

  private func running() async throws -> RunningPostgres {
    let task = starting ?? Task { try await RunningPostgres.start() }
    starting = task
    return try await task.value
  }

  private func nextName() -> String {
    databases += 1
    return "test_\(databases)"
  }

  private func prepare(_ template: DatabaseTemplate) async throws {
    let task =
      templates[template.name]
      ?? Task { try await running().make(template) }
    templates[template.name] = task
    try await task.value
  }
}

/// A database that is prepared once a process and copied for each test.
public struct DatabaseTemplate: Sendable {
  let name: String
  let prepare: @Sendable (_ connectionString: String) async throws -> Void

  /// A template by a name of letters and digits; `prepare` closes what connections it opens.
  public init(
    name: StaticString,
    prepare: @escaping @Sendable (_ connectionString: String) async throws -> Void
  ) {
    self.name = name.description
    self.prepare = prepare
  }

  var databaseName: String { "template_\(name)" }
}

/// The cluster once it runs.
private struct RunningPostgres: Sendable {
  let cluster: EmbeddedCluster
  let administration: WorkerPool
  let undertaker: Undertaker

  static func start() async throws -> Self {
    let directory = "/tmp/bergulir-test-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    let undertaker = try Undertaker(watching: directory)
    let cluster = try await EmbeddedCluster.open(
      directory: directory, settings: .disposable,
      logger: Logger(label: "postgres") { _ in SwiftLogNoOpLogHandler() })
    let administration = WorkerPool(
      configuration: .init(
        connectionString: cluster.connectionString(database: "postgres", user: "postgres"),
        workers: 2, queueLimit: 10_000, applicationName: "tests"))
    return Self(cluster: cluster, administration: administration, undertaker: undertaker)
  }

  func withDatabase<Value>(
    _ name: String, template: String, _ body: (String) async throws -> Value
  ) async throws -> Value {
    try await administer("create database \(name) template \(template)")
    let value: Value
    do {
      value = try await body(cluster.connectionString(database: name, user: "postgres"))
    } catch {
      try await administer("drop database \(name) with (force)")
      throw error
    }
    try await administer("drop database \(name) with (force)")
    return value
  }

  func make(_ template: DatabaseTemplate) async throws {
    let name = template.databaseName
    try await administer("create database \(name) template template0")
    try await template.prepare(cluster.connectionString(database: name, user: "postgres"))
  }

  private func administer(_ command: String) async throws {
    try await administration.run { try $0.script(command) }
  }
}
