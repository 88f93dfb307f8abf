/// What one worker thread does: it owns a connection and runs jobs on it.
struct Worker {
  let queue: WorkQueue
  let configuration: ConnectionConfiguration

  /// Runs jobs until the queue is closed and empty.
  func run() {
    var connection: Connection?
    while let job = queue.next() {
      guard !job.isExpired(at: .now) else {
        job.fail(PostgresError.deadlineExceeded)
        continue
      }
      do throws(PostgresError) {
        let usable = try usable(connection)
        job.perform(usable)
        connection = usable.isBroken ? nil : usable
      } catch {
        connection = nil
        job.fail(error)
      }
    }
  }

  /// The connection if the server still holds it, else a new one, tried once.
  private func usable(_ connection: Connection?) throws(PostgresError) -> Connection {
    if let connection, !connection.wasHungUp { return connection }
    return try Connection(configuration)
  }
}
