import Glibc
import Subprocess
import Synchronization
import SystemPackage

/// The server's main process, a child of this one.
final class ServerProcess: Sendable {
  let pid: Int32
  private let exit: ExitSignal

  private static let lookInterval = Duration.milliseconds(10)
  /// Recovery after a crash reads up to `max_wal_size` of log.
  static let startLimit = Duration.seconds(300)

  private init(pid: Int32, exit: ExitSignal) {
    self.pid = pid
    self.exit = exit
  }

  /// Starts the server and waits until it takes connections.
  ///
  /// - Throws: `EmbeddedError.startFailed` with the server's last words, `.pathUnusable`.
  static func start(
    _ directory: ClusterDirectory, programs: ServerPrograms, user: ServerUser,
    within limit: Duration
  ) async throws(EmbeddedError) -> ServerProcess {
    let log = try openStartupLog(directory)
    let command = Command(
      "\(programs.directory)/postgres",
      ["-D", directory.data, "-c", "config_file=\(directory.settings)"], as: user)
    let exit = ExitSignal()
    let pid = await withCheckedContinuation { started in
      let start = Once(started)
      // Not a child task: the server outlives the call that starts it, and its end is seen here.
      Task {
        do {
          let result = try await Subprocess.run(
            command.configuration, input: .none,
            output: .fileDescriptor(log, closeAfterSpawningProcess: true),
            error: .combinedWithOutput
          ) { execution in start.resume(returning: execution.processIdentifier.value) }
          exit.raise("\(result.terminationStatus)")
        } catch {
          exit.raise("\(error)")
          start.resume(returning: nil)
        }
      }
    }
    guard let pid else { throw .startFailed(await exit.raised()) }
    let server = ServerProcess(pid: pid, exit: exit)
    do throws(EmbeddedError) {
      try await server.waitUntilReady(directory, within: limit)
      return server
    } catch {
      await server.endAtOnce()
      throw error
    }
  }

  /// Whether the server has ended.
  var hasEnded: Bool { exit.reason != nil }

  /// Waits until the server has ended and says how.
  func ended() async -> String {
    await exit.raised()
  }

  private func endAtOnce() async {
    guard !hasEnded else { return }
    kill(pid, SIGQUIT)
    _ = await ended()
  }

  private func waitUntilReady(
    _ directory: ClusterDirectory, within duration: Duration
  ) async throws(EmbeddedError) {
    let limit = ContinuousClock.now + duration
    while directory.postmasterState != PostmasterState(pid: pid, isReady: true) {
      if let reason = exit.reason {
        let words = lastLines(of: Files.read(directory.startupLog) ?? "")
        throw .startFailed("\(reason): \(words); see also \(directory.logs)")
      }
      guard ContinuousClock.now < limit else {
        throw .startFailed("it was not ready after \(duration); see \(directory.logs)")
      }
      do {
        try await Task.sleep(for: Self.lookInterval)
      } catch {
        throw .startFailed("the wait was cancelled")
      }
    }
  }

  private static func openStartupLog(
    _ directory: ClusterDirectory
  ) throws(EmbeddedError) -> FileDescriptor {
    do {
      return try FileDescriptor.open(
        FilePath(directory.startupLog), .writeOnly,
        options: [.create, .truncate, .noFollow, .closeOnExec], permissions: .ownerReadWrite)
    } catch {
      throw .pathUnusable(directory.startupLog, reason: "\(error)")
    }
  }
}

/// The end of a process, for whoever waits for it.
final class ExitSignal: Sendable {
  private struct State {
    var reason: String?
    var waiters: [CheckedContinuation<String, Never>] = []
  }

  private let state = Mutex(State())

  var reason: String? {
    state.withLock { $0.reason }
  }

  func raise(_ reason: String) {
    let waiters = state.withLock { state in
      state.reason = reason
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters {
      waiter.resume(returning: reason)
    }
  }

  func raised() async -> String {
    await withCheckedContinuation { continuation in
      let reason = state.withLock { state in
        if state.reason == nil { state.waiters.append(continuation) }
        return state.reason
      }
      if let reason { continuation.resume(returning: reason) }
    }
  }
}

/// A continuation that is resumed by the first of several who may.
private final class Once: Sendable {
  private let continuation: Mutex<CheckedContinuation<Int32?, Never>?>

  init(_ continuation: CheckedContinuation<Int32?, Never>) {
    self.continuation = Mutex(continuation)
  }

  func resume(returning value: Int32?) {
    continuation.withLock { $0.take() }?.resume(returning: value)
  }
}
