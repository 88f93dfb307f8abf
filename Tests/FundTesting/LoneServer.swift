import EmbeddedPostgres
import Glibc
import Logging

/// A server of a test's own, which may be killed and started again.
public actor LoneServer {
  /// Its database `postgres`, as its superuser; the same after each start.
  public nonisolated let connectionString: String
  private let directory: String
  private var cluster: EmbeddedCluster

  private init(directory: String) async throws {
    self.directory = directory
    cluster = try await LoneServer.open(directory)
    connectionString = cluster.connectionString(database: "postgres", user: "postgres")
  }

  /// Gives `body` a server, which is gone afterwards.
  public static func with(_ body: (LoneServer) async throws -> Void) async throws {
    try await withClusterDirectory(named: "lone") { path in
      try await body(try await LoneServer(directory: path))
    }
  }

  private static func open(_ directory: String) async throws(EmbeddedError) -> EmbeddedCluster {
    try await EmbeddedCluster.open(
      directory: directory, settings: .disposable,
      logger: Logger(label: "postgres") { _ in SwiftLogNoOpLogHandler() })
  }

  /// Sends the main process a signal and waits until it has ended.
  public func end(by signal: Int32) async throws {
    kill(cluster.serverProcessID, signal)
    _ = await cluster.waitForExit()
    try await cluster.stop()
  }

  /// Starts it again once the last session of the one before is gone.
  public func start() async throws {
    let limit = ContinuousClock.now + .seconds(30)
    while true {
      do throws(EmbeddedError) {
        cluster = try await LoneServer.open(directory)
        return
      } catch {
        guard case .startFailed = error, ContinuousClock.now < limit else { throw error }
      }
    }
  }
}

extension FundWorld {
  /// Gives `body` a world on a server of its own, where what was answered survives the server.
  public static func withServer(
    _ body: (FundWorld, LoneServer) async throws -> Void
  ) async throws {
    try await LoneServer.with { server in
      try await DatabaseTemplate.world.prepare(server.connectionString)
      let today = FundFixture.lastDay
      try await FundFixture.open(server.connectionString, today: today, writers: 1) {
        try await $0.script("alter database postgres set synchronous_commit = on")
      }
      try await FundFixture.open(server.connectionString, today: today, writers: 2) { fixture in
        try await body(try await FundWorld(existingIn: fixture, .eligible), server)
      }
    }
  }
}
