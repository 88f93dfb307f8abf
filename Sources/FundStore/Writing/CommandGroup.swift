internal import Libpq
internal import RevolvingFund

/// Calls whose commands are run in one commit.
///
/// Two round trips and one implicit transaction: the first locks the streams and loads what the
/// commands need, the second writes all that follows and ends in a Sync, so that nothing can stay
/// open. What is written does not depend on how many commands or which kinds there are.
struct CommandGroup {
  let calls: [CommandCall]
  /// What is done where another session holds a stream.
  let onHeld: OnHeld

  enum OnHeld: Sendable {
    /// Waits for it, as long as the session's `lock_timeout` allows.
    case wait
    /// Leaves the calls that want it, so that the others need not wait with them.
    case leave
  }

  /// What came of one call.
  enum Outcome {
    case answered([CommandCall.Answer])
    /// Another session holds its stream.
    case held
  }

  private var commands: [PendingCommand] { calls.flatMap(\.commands) }

  /// Runs the calls and says of each, in their order, what came of it.
  ///
  /// - Throws: `WriteFailure` once the writes were sent, else `PostgresError`, `StoreError`.
  func run(on connection: Connection) throws -> [Outcome] {
    var state = try load(connection)
    let outcomes = try calls.map { try state.outcome(of: $0, onHeld) }
    guard !state.accepted.isEmpty else {
      // Locks alone would make a commit that has to reach the disk.
      try connection.abandon()
      return outcomes
    }
    do {
      _ = try connection.pipeline(state.writes, end: .sync)
    } catch {
      throw WriteFailure(error: error)
    }
    return outcomes
  }

  private func load(_ connection: Connection) throws -> GroupState {
    let commands = commands
    var keys = Keys()
    for pending in commands { pending.needs(&keys) }
    let streams = Set(commands.map(\.command.stream)).sorted()
    let load = FactLoad(keys, asOf: nil)
    let papers = usedPapers(commands)
    let rows = try connection.pipeline(
      [
        Request(onHeld.lockHeads, [.upks(streams)]),
        Request(
          EventStatements.counters,
          [.upks(streams), .texts(keys.ksms.map { Counter.member(ksm: $0.number).name }.sorted())]),
        Request(FreezeStatements.holding, [.upks(streams)]),
        usedRequests(commands),
      ] + papers + load.requests, end: .flush)
    var state = try GroupState(heads: rows[0], counters: rows[1], freezes: rows[2])
    for row in rows[3] {
      let place = Int(try row.int8(0)) - 1
      state.used[commands[place].key] = try UsedRequest(row)
    }
    for row in rows.dropFirst(4).prefix(papers.count).joined() {
      let key = ReferenceKey(upk: try row.upkID(8), reference: try row.text(9))
      state.usedPapers[UsedPaper(kind: try row.text(10), key: key)] = try UsedRequest(row)
    }
    try load.take(Array(rows.dropFirst(4 + papers.count)), into: &state.facts)
    return state
  }

  /// What was recorded with the papers that the commands name; nothing is asked where none does.
  private func usedPapers(_ commands: [PendingCommand]) -> [Request] {
    let papers = commands.compactMap { pending in
      pending.command.paper.map { (kind: pending.command.kind, key: $0.key) }
    }
    guard !papers.isEmpty else { return [] }
    return [
      Request(
        EventStatements.usedPapers,
        [
          .upks(papers.map(\.key.upk)), .texts(papers.map(\.key.reference)),
          .names(papers.map(\.kind)),
        ])
    ]
  }

  private func usedRequests(_ commands: [PendingCommand]) -> Request {
    let keys = commands.map(\.key)
    return Request(
      EventStatements.used,
      [
        .upks(keys.map(\.stream)), .numbers(keys.map(\.principal)), .names(keys.map(\.kind)),
        .uuids(keys.map(\.requestID.bytes)),
      ])
  }
}

extension CommandGroup.OnHeld {
  fileprivate var lockHeads: Statement {
    switch self {
    case .wait: EventStatements.lockHeads
    case .leave: EventStatements.lockFreeHeads
    }
  }
}

/// An error after the writes were sent: whether they were done may not be known.
struct WriteFailure: Error {
  let error: PostgresError
}
