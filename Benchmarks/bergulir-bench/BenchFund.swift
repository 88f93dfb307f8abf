import BooksVerification
import EmbeddedPostgres
import Foundation
import FundServer
import FundStore
import GRPCCore
import Logging

/// What calls pass through on the server.
enum Interceptors: String, CaseIterable, Codable, Sendable {
  /// The gate and the log, as in the daemon.
  case all
  /// The gate, and a log that says nothing of calls that went well.
  case unlogged
  /// Nothing, to see what the two cost.
  case none
}

/// The daemon's services with the daemon's interceptors, over any wire.
///
/// Unless told otherwise every call passes the gate and is logged, as in the daemon. The log goes
/// to standard error, which the measuring process throws away.
struct BenchFund: Sendable {
  let store: FundStore
  let services: [any RegistrableRPCService]
  let interceptors: [any ServerInterceptor]
  let logger: Logger

  init(_ options: FundOptions) async throws {
    var logger = Logger(label: "bergulird") { LineLog(label: $0) }
    logger.logLevel = options.interceptors == .all ? .info : .error
    self.logger = logger
    store = try await FundStore.open(
      FundStore.Configuration(connectionString: options.database),
      keys: try BenchKeys.read(options.keyFile), logger: logger)
    let fund = FundServices(
      store: store,
      verification: VerificationSessions(connectionString: options.database),
      clock: Clock(minutesEastOfUTC: 7 * 60), version: "bench",
      conformance: .served, heads: .unsigned(over: store, logger: logger), logger: logger)
    services = fund.services
    interceptors = options.interceptors == .none ? [] : fund.interceptors
  }

  /// Serves until the task is cancelled, while the body runs beside it.
  func withServer<Transport: ServerTransport>(
    _ transport: Transport, _ body: @Sendable @escaping () async throws -> Void
  ) async throws {
    let server = GRPCServer(
      transport: transport, services: services, interceptors: interceptors)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.serve() }
      group.addTask { try await body() }
      for try await _ in group {}
    }
  }
}

/// A PostgreSQL for this run alone: the gate has a store, which an open call does not ask.
struct BenchDatabase {
  let cluster: EmbeddedCluster
  let directory: String

  /// The connection string of the daemon's role.
  var connectionString: String {
    cluster.connectionString(database: PrivateCluster.database, user: PrivateCluster.writer)
  }

  static func start() async throws -> BenchDatabase {
    let directory = "/tmp/bergulir-bench-\(getpid())"
    let quiet = Logger(label: "postgres") { _ in SwiftLogNoOpLogHandler() }
    let cluster = try await EmbeddedCluster.open(
      directory: directory, settings: .disposable, logger: quiet)
    let database = BenchDatabase(cluster: cluster, directory: directory)
    do {
      try await PrivateCluster.prepare(
        administration: cluster.connectionString(database: "postgres", user: "postgres"))
      _ = try await Migrator(
        connectionString: cluster.connectionString(
          database: PrivateCluster.database, user: PrivateCluster.owner)
      ).migrate()
    } catch {
      try await database.stop()
      throw error
    }
    return database
  }

  func stop() async throws {
    try await cluster.stop()
    try FileManager.default.removeItem(atPath: directory)
  }
}
