import BooksVerification
import EmbeddedPostgres
import FundServer
import FundStore
import GRPCCore
import Logging
import ServiceLifecycle

/// Serves a wire: on the way down no new calls, and those in flight to their end.
struct WireService<Transport: ServerTransport>: Service {
  let server: GRPCServer<Transport>
  /// What streams that would not end by themselves, and whoever sends calls here, go by.
  let readiness: Readiness
  let logger: Logger
  /// Says where it listens, once it does.
  let announcement: @Sendable (Transport) async throws -> String

  func run() async throws {
    try await withGracefulShutdownHandler {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.serve() }
        group.addTask {
          let announcement = try await announcement(server.transport)
          logger.notice("\(announcement)")
        }
        // `waitForAll` would tell of a failure only after the others had ended too.
        for try await _ in group {}
      }
    } onGracefulShutdown: {
      Task {
        guard await readiness.stop() else { return }
        logger.notice("stopping: calls in flight are let to their end")
      }
      server.beginGracefulShutdown()
    }
  }
}

/// Keeps the store open until nothing serves from it any more.
struct StoreService: Service {
  let store: FundStore
  let verification: VerificationSessions

  func run() async throws {
    do {
      try await gracefulShutdown()
    } catch is CancellationError {
      await close()
      return
    }
    await close()
  }

  private func close() async {
    await verification.close()
    await store.close()
  }
}

/// Watches the private PostgreSQL, and stops it when nothing uses it any more.
struct ClusterService: Service {
  let cluster: EmbeddedCluster
  let logger: Logger

  /// - Throws: `DaemonError.databaseStopped` if it ends before it was asked to; `EmbeddedError`.
  func run() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        if case .unexpected(let status) = await cluster.waitForExit() {
          throw DaemonError.databaseStopped(status)
        }
      }
      group.addTask {
        do {
          try await gracefulShutdown()
        } catch is CancellationError {
          logger.debug("PostgreSQL is stopped because another part of the daemon failed")
        }
        try await cluster.stop()
      }
      // `waitForAll` would tell of a failure only after the others had ended too.
      for try await _ in group {}
    }
  }
}
