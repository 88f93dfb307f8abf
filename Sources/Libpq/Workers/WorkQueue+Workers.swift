extension WorkQueue {
  /// What a worker is to do next.
  enum Task {
    case run([Job])
    /// Connect, and say what came of it by `hasConnected()` or `hasNotConnected(_:)`.
    case connect
    /// The queue is closed and empty.
    case end
  }

  /// Waits for the next unit of a worker that holds a connection.
  func nextUnit(for bell: Bell) -> Task {
    var isIdle = false
    return monitor.wait(for: .work) { state in
      let unit = state.takeUnit()
      if unit.isEmpty, !state.isClosed || !state.jobs.isEmpty {
        if !isIdle { state.idle += 1 }
        isIdle = true
        return .wait(until: nil)
      }
      if isIdle { state.idle -= 1 }
      guard !unit.isEmpty else { return .done(.end) }
      for job in unit { job.ticket.isTaken(by: bell) }
      return .done(.run(unit))
    }
  }

  /// Says that a worker has run a unit, or gave it back: the next of its lane may be run.
  func hasRun(_ unit: [Job]) {
    guard let lane = unit.first?.place?.lane else { return }
    monitor.withLock { state in
      state.busyLanes.remove(lane)
      if state.isClosed { return monitor.broadcast(.work) }
      // Whoever ran it looks next, unless it has lost its connection.
      if state.idle > 0, state.hasUnit { monitor.signal(.work) }
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

  /// Takes back what could not be begun: the worker found its connection closed.
  func putBack(_ unit: [Job]) {
    hasRun(unit)
    monitor.withLock { state in
      state.jobs.insert(contentsOf: unit, at: 0)
      // A deadline of theirs may be the first now, and cancelling finds them only here.
      state.nextLook = ([state.nextLook] + unit.map(\.deadline)).compactMap(\.self).min()
      monitor.signal(.deadlines)
      callWorker(state)
    }
  }
}

extension WorkQueue.State {
  private func isFree(_ job: Job) -> Bool {
    job.place.map { !busyLanes.contains($0.lane) } ?? true
  }

  /// Whether there is something that a worker may run now.
  fileprivate var hasUnit: Bool { jobs.contains(where: isFree) }

  /// Takes out the first job that may be run now, with those that may be run with it; nothing where
  /// all that wait is of lanes that are being run.
  fileprivate mutating func takeUnit() -> [Job] {
    guard let first = jobs.firstIndex(where: isFree) else { return [] }
    guard let place = jobs[first].place else { return [jobs.remove(at: first)] }
    busyLanes.insert(place.lane)
    var unit: [Job] = []
    var weight = 0
    var isFull = false
    jobs.removeAll { job in
      guard let other = job.place, other.lane == place.lane, !isFull else { return false }
      isFull = !unit.isEmpty && weight + other.weight > place.limit
      guard !isFull else { return false }
      weight += other.weight
      unit.append(job)
      return true
    }
    return unit
  }

  /// Takes out the calls that have waited for long enough, unless another worker is connected.
  fileprivate mutating func giveUpHopeless(after setback: Connecting.Setback) -> [Job] {
    guard connecting.connected == 0, let instant = setback.hopeless else { return [] }
    let hopeless = jobs.filter { $0.queuedAt <= instant }
    jobs.removeAll { $0.queuedAt <= instant }
    return hopeless
  }
}
