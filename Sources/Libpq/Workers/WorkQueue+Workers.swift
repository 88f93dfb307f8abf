extension WorkQueue {
  /// What a worker is to do next.
  enum Task {
    case run(Job)
    /// Connect, and say what came of it by `hasConnected()` or `hasNotConnected(_:)`.
    case connect
    /// The queue is closed and empty.
    case end
  }

  /// Waits for the next job of a worker that holds a connection.
  func nextJob(for bell: Bell) -> Task {
    var isIdle = false
    return monitor.wait(for: .work) { state in
      if state.jobs.isEmpty, !state.isClosed {
        if !isIdle { state.idle += 1 }
        isIdle = true
        return .wait(until: nil)
      }
      if isIdle { state.idle -= 1 }
      guard !state.jobs.isEmpty else { return .done(.end) }
      let job = state.jobs.removeFirst()
      job.ticket.isTaken(by: bell)
      return .done(.run(job))
    }
  }

  /// Waits until there is work for a worker without a connection, and its turn to connect.
  func nextTurnToConnect() -> Task {
    monitor.wait(for: .connecting) { state in
      guard state.jobs.count > state.idle else {
        // What is left when the queue is closed is for those who wait with a connection.
        return state.isClosed ? .done(.end) : .wait(until: nil)
      }
      switch state.connecting.permission(at: .now) {
      case .later(let instant):
        return .wait(until: instant)
      case .granted:
        state.connecting.begin(at: .now)
        return .done(.connect)
      }
    }
  }

  func hasConnected() {
    monitor.withLock { state in
      state.connecting.succeed()
      monitor.signal(.connecting)
    }
  }

  /// Notes why a worker got no connection and gives the pause until the next try.
  ///
  /// If no other worker has one either, the calls that waited for it are told, so that they do not
  /// pile up before a server that is not there.
  func hasNotConnected(_ error: PostgresError) -> Duration {
    let (setback, jobs) = monitor.withLock { state in
      let setback = state.connecting.fail(error, at: .now)
      return (setback, state.giveUpHopeless(after: setback))
    }
    monitor.broadcast(.connecting)
    for job in jobs { job.fail(error) }
    return setback.pause
  }

  /// Notes why a worker's connection ended, before it had served a call, and gives the pause until
  /// the next try; `nil` where none is needed, since the connection had stood for long.
  ///
  /// Calls are told as when there is no connection to be had.
  func hasDisconnectedUnused(
    _ error: PostgresError, since: ContinuousClock.Instant
  ) -> Duration? {
    let (setback, jobs) = monitor.withLock { state in
      let setback = state.connecting.loseUnused(error, since: since, at: .now)
      return (setback, setback.map { state.giveUpHopeless(after: $0) } ?? [])
    }
    monitor.broadcast(.connecting)
    for job in jobs { job.fail(error) }
    return setback?.pause
  }

  /// Says that a new connection has served a call.
  func hasServed() {
    monitor.withLock { $0.connecting.serve() }
  }

  /// Says that a worker has no connection any more.
  func hasDisconnected() {
    monitor.withLock { $0.connecting.lose() }
  }

  /// Takes back a job that could not be begun: the worker found its connection closed.
  func putBack(_ job: Job) {
    monitor.withLock { state in
      state.jobs.insert(job, at: 0)
      // Its deadline may be the first now, and cancelling finds it only here.
      state.nextLook = [state.nextLook, job.deadline].compactMap(\.self).min()
      monitor.signal(.deadlines)
      callWorker(state)
    }
  }
}

extension WorkQueue.State {
  /// Takes out the calls that have waited for long enough, unless another worker is connected.
  fileprivate mutating func giveUpHopeless(after setback: Connecting.Setback) -> [Job] {
    guard connecting.connected == 0, let instant = setback.hopeless else { return [] }
    let hopeless = jobs.filter { $0.queuedAt <= instant }
    jobs.removeAll { $0.queuedAt <= instant }
    return hopeless
  }
}
