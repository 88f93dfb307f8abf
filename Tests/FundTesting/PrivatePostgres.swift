import EmbeddedPostgres
import Glibc
import Libpq
import Logging

/// One private cluster for all tests of this process, and a database of its own for each test.
///
/// Where `BERGULIR_TEST_CITUS` names a Citus cluster, the databases are there instead.
///
/// The cluster is made at its first use and ends with the process, however that ends. Tests may
/// run in parallel, commit for real, and share nothing but the cluster's roles.
public actor PrivatePostgres {
  private static let shared = PrivatePostgres()

  private var starting: Task<any TestServer, any Error>?
  private var templates: [String: Task<Void, any Error>] = [:]
  private var databases = 0

  /// Gives `body` an empty database, by the connection string of its superuser.
  public static func withDatabase<Value>(
    _ body: (_ connectionString: String) async throws -> Value
  ) async throws -> Value {
    let server = try await shared.running()
    let name = await shared.nextName()
    try await server.create(name)
    return try await server.lend(name, body)
  }

  /// Gives `body` a copy of the template's database, by the connection string of its superuser.
  public static func withDatabase<Value>(
    from template: DatabaseTemplate, _ body: (_ connectionString: String) async throws -> Value
  ) async throws -> Value {
    try await shared.prepare(template)
    let server = try await shared.running()
    let name = await shared.nextName()
    try await server.copy(template.databaseName, as: name)
    return try await server.lend(name, body)
  }

  private func running() async throws -> any TestServer {
    let task =
      starting
      ?? Task {
        if let citus = try await CitusCluster.named() { return citus }
        return try await RunningPostgres.start()
      }
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
private struct RunningPostgres: TestServer {
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

  func create(_ name: String) async throws {
    try await administer("create database \(name) template template0")
  }

  func copy(_ template: String, as name: String) async throws {
    try await administer("create database \(name) template \(template)")
  }

  func drop(_ name: String) async throws {
    try await administer("drop database \(name) with (force)")
  }

  func connectionString(_ name: String) -> String {
    cluster.connectionString(database: name, user: "postgres")
  }

  func make(_ template: DatabaseTemplate) async throws {
    try await create(template.databaseName)
    try await template.prepare(connectionString(template.databaseName))
  }

  private func administer(_ command: String) async throws {
    try await administration.run { try $0.script(command) }
  }
}
