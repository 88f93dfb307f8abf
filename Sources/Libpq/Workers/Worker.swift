/// What one worker thread does: it owns a connection and runs jobs on it.
struct Worker {
  let queue: WorkQueue
  let configuration: ConnectionConfiguration
  let report: @Sendable (PoolEvent) -> Void

  /// Runs jobs until the queue is closed and empty.
  func run() {
    let bell = Bell()
    var held: Connection?
    while true {
      guard let connection = held else {
        guard case .connect = queue.nextTurnToConnect() else { return }
        held = connected(bell)
        continue
      }
      guard case .run(let job) = queue.nextJob(for: bell) else { return }
      if let reason = connection.whyItEnded {
        held = nil
        drop(reason)
        queue.putBack(job)
        continue
      }
      perform(job, on: connection)
      guard let reason = connection.whyItIsUnfit else { continue }
      held = nil
      drop(reason)
    }
  }

  private func connected(_ bell: Bell) -> Connection? {
    do throws(PostgresError) {
      let connection = try Connection(configuration, bell: bell)
      queue.hasConnected()
      report(.connected)
      return connection
    } catch {
      let pause = queue.hasNotConnected(error)
      report(.connectionFailed(reason: error.description, pause: pause))
      return nil
    }
  }

  private func perform(_ job: Job, on connection: Connection) {
    if job.ticket.isCancelled {
      job.fail(CancellationError())
    } else if job.isExpired(at: .now) {
      job.fail(PostgresError.deadlineExceeded)
    } else {
      connection.begin(Unit(deadline: job.deadline, ticket: job.ticket))
      job.perform(connection)
      connection.end()
    }
  }

  private func drop(_ reason: String) {
    queue.hasDisconnected()
    report(.connectionDropped(reason: reason))
  }
}
