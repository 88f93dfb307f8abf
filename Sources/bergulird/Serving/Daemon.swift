import BooksVerification
import EmbeddedPostgres
import FrameTransport
import FundServer
import FundStore
import GRPCCore
import Logging
import ServiceLifecycle

/// Serves the frame wire: on the way down no new calls, and those in flight to their end.
struct WireService: Service {
  let server: GRPCServer<FrameServerTransport>
  let logger: Logger

  func run() async throws {
    try await withGracefulShutdownHandler {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.serve() }
        group.addTask {
          let address = try await server.transport.listeningAddress
          logger.notice("listening on \(address)")
        }
        // `waitForAll` would tell of a failure only after the others had ended too.
        for try await _ in group {}
      }
    } onGracefulShutdown: {
      logger.notice("stopping: calls in flight are let to their end")
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
