import EmbeddedPostgres
import Glibc
import Libpq
import Logging
import Testing

/// Opens the cluster in `path`, small and with settings that keep every commit.
func open(_ path: String, sharedBuffersMiB: Int = 32) async throws -> EmbeddedCluster {
  var settings = ClusterSettings.disposable
  settings.durability = .everything
  settings.sharedBuffersMiB = sharedBuffersMiB
  return try await EmbeddedCluster.open(
    directory: path, settings: settings,
    logger: Logger(label: "postgres") { _ in SwiftLogNoOpLogHandler() })
}

/// The error that opening the cluster in `path` ends in.
func openingFails(_ path: String) async throws -> EmbeddedError? {
  do {
    let cluster = try await open(path)
    try await cluster.stop()
    return nil
  } catch let error as EmbeddedError {
    return error
  }
}

extension EmbeddedCluster {
  /// Runs a statement that answers with one text.
  nonisolated func ask(_ statement: Statement) async throws -> String {
    try await withPool { pool in
      try await pool.run { try $0.run(statement)[0].text(0) }
    }
  }

  nonisolated func run(_ script: String) async throws {
    try await withPool { pool in
      try await pool.run { try $0.script(script) }
    }
  }

  nonisolated private func withPool<Value>(
    _ body: (WorkerPool) async throws -> Value
  ) async throws -> Value {
    let pool = WorkerPool(
      configuration: .init(
        connectionString: connectionString(database: "postgres", user: "postgres"), workers: 1,
        queueLimit: 1, applicationName: "embedded-tests"))
    do {
      let value = try await body(pool)
      await pool.shutdown()
      return value
    } catch {
      await pool.shutdown()
      throw error
    }
  }
}

/// Whether a process of that number runs; one that has ended and waits to be collected does not.
func isRunning(_ pid: Int32) -> Bool {
  access("/proc/\(pid)/exe", F_OK) == 0
}

/// Puts text into a file, which is made or replaced.
func write(_ text: String, to path: String) throws {
  let file = try #require(fopen(path, "w"))
  defer { fclose(file) }
  fputs(text, file)
}
