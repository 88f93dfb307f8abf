import Logging

/// A server that may be running on our data although this process did not start it.
///
/// A daemon that is killed leaves its server running; a server that is killed leaves its file, and
/// for a moment the processes of its sessions.
struct LeftServer: Sendable {
  let directory: ClusterDirectory
  let programs: ServerPrograms
  let user: ServerUser
  let logger: Logger

  private static let stopSeconds = 60
  private static let looks = 200
  private static let lookInterval = Duration.milliseconds(50)

  /// Sees to it that nothing of an earlier server is left.
  ///
  /// - Throws: `EmbeddedError.stopFailed`, `.pathUnusable`.
  func clear() async throws(EmbeddedError) {
    guard let state = directory.postmasterState else { return }
    let processes = directory.serverProcesses
    if processes.contains(state.pid) {
      logger.notice(
        "stopping the PostgreSQL server that an earlier daemon left running",
        metadata: ["process": "\(state.pid)"])
      try await stop(within: Self.stopSeconds)
      return
    }
    if processes.isEmpty {
      // The number in the file may be another program's by now, which PostgreSQL would take for
      // a server. Nobody else can be starting one: the lock is ours.
      try Files.remove(directory.postmaster)
      return
    }
    logger.notice("waiting for the sessions of a PostgreSQL server that was killed")
    try await waitForProcesses()
  }

  /// Stops the server, at once if it does not stop in order.
  ///
  /// - Throws: `EmbeddedError.stopFailed`.
  func stop(within seconds: Int) async throws(EmbeddedError) {
    do {
      try await control("fast", seconds: seconds)
    } catch {
      guard !directory.serverProcesses.isEmpty else { return }
      do {
        try await control("immediate", seconds: seconds)
      } catch let second {
        throw .stopFailed("\(error); \(second)")
      }
      throw .stopFailed("\(error); it was told to end at once")
    }
  }

  private func control(_ mode: String, seconds: Int) async throws(EmbeddedError) {
    try await Command(
      "\(programs.directory)/pg_ctl",
      ["stop", "--pgdata=\(directory.data)", "--mode=\(mode)", "--wait", "--timeout=\(seconds)"],
      as: user
    ).run()
  }

  /// Waits until the sessions of a killed server have seen that it is gone, which takes them
  /// milliseconds.
  private func waitForProcesses() async throws(EmbeddedError) {
    for _ in 0..<Self.looks {
      if directory.serverProcesses.isEmpty { return }
      do {
        try await Task.sleep(for: Self.lookInterval)
      } catch {
        throw .stopFailed("the wait was cancelled")
      }
    }
    let left = directory.serverProcesses.map(String.init).joined(separator: ", ")
    throw .stopFailed("processes of a killed server still work on the data: \(left)")
  }
}
