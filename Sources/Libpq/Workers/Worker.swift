/// What one worker thread does: it owns a connection and runs jobs on it.
struct Worker {
  let queue: WorkQueue
  let configuration: ConnectionConfiguration
  let report: @Sendable (PoolEvent) -> Void

  /// A connection as its worker holds it.
  private struct Held {
    let connection: Connection
    let since = ContinuousClock.now
    var hasServed = false
  }

  /// Runs jobs until the queue is closed and empty.
  func run() {
    let bell = Bell()
    var held: Held?
    while true {
      guard let current = held else {
        guard case .connect = queue.nextTurnToConnect() else { return }
        held = connected(bell)
        continue
      }
      guard case .run(let unit) = queue.nextUnit(for: bell) else { return }
      if let reason = current.connection.whyItEnded {
        held = nil
        // Before the loss is told, which may have to be told to these callers too.
        queue.putBack(unit)
        drop(current, reason)
        continue
      }
      perform(unit, on: current.connection)
      queue.hasRun(unit)
      if let reason = current.connection.whyItIsUnfit {
        held = nil
        drop(current, reason)
      } else if !current.hasServed {
        held?.hasServed = true
        queue.hasServed()
      }
    }
  }

  private func connected(_ bell: Bell) -> Held? {
    do throws(PostgresError) {
      let connection = try Connection(configuration, bell: bell)
      queue.hasConnected()
      report(.connected)
      return Held(connection: connection)
    } catch {
      let pause = queue.hasNotConnected(error)
      report(.connectionFailed(reason: error.description, pause: pause))
      return nil
    }
  }

  /// Runs the calls of a unit together, without those that need not be run any more.
  private func perform(_ unit: [Job], on connection: Connection) {
    var wanted: [Job] = []
    for job in unit {
      if job.ticket.isCancelled {
        job.fail(CancellationError())
      } else if job.isExpired(at: .now) {
        job.fail(PostgresError.deadlineExceeded)
      } else {
        wanted.append(job)
      }
    }
    guard let first = wanted.first else { return }
    connection.begin(Unit(wanted))
    first.perform(connection, wanted.map(\.ticket))
    connection.end()
  }

  /// Gives a connection up; one that the server ended before it was of use was none.
  private func drop(_ held: Held, _ reason: String) {
    report(.connectionDropped(reason: reason))
    guard !held.hasServed, held.connection.wasLost else { return queue.hasDisconnected() }
    let error = PostgresError.connection(reason: reason)
    if let pause = queue.hasDisconnectedUnused(error, since: held.since) {
      report(.connectionFailed(reason: error.description, pause: pause))
    }
  }
}
