internal import Libpq
internal import RevolvingFund

/// Commands that are run in one commit.
///
/// Two round trips and one implicit transaction: the first locks the streams and loads what the
/// commands need, the second writes all that follows and ends in a Sync, so that nothing can stay
/// open. What is written does not depend on how many commands or which kinds there are.
struct CommandGroup: Sendable {
  let commands: [PendingCommand]
  let course: Course

  /// What the commands of a group have to do with each other.
  enum Course: Sendable {
    /// Each is answered for itself. The facts are not changed by those that are accepted: no two
    /// may touch the same rows but their stream's numbers.
    case apart
    /// Repayments of which each sees those before it, and all are recorded or none.
    case inTurn
  }

  /// What came of one command.
  enum Answer: Sendable {
    case recorded(Recorded)
    case refused(Refusal)

    var refusal: Refusal? {
      if case .refused(let refusal) = self { refusal } else { nil }
    }

    /// The answer where what was accepted is not recorded after all.
    func undoing(_ accepted: [GroupState.Accepted]) -> Answer {
      guard case .recorded(let recorded) = self, let sequence = recorded.sequence,
        accepted.contains(where: { $0.event.sequence == sequence })
      else { return self }
      return .recorded(recorded.asDryRun)
    }
  }

  /// Runs the commands and answers each, in their order.
  ///
  /// - Throws: `WriteFailure` once the writes were sent, else `PostgresError`, `StoreError`.
  func run(on connection: Connection) throws -> [Answer] {
    var state = try load(connection)
    let answers = try commands.map { try state.answer($0) }
    let isHalf = course == .inTurn && answers.contains { $0.refusal != nil }
    guard !state.accepted.isEmpty && !isHalf else {
      // Locks alone would make a commit that has to reach the disk.
      try connection.abandon()
      return isHalf ? answers.map { $0.undoing(state.accepted) } : answers
    }
    do {
      _ = try connection.pipeline(state.writes, end: .sync)
    } catch {
      throw WriteFailure(error: error)
    }
    return answers
  }

  private func load(_ connection: Connection) throws -> GroupState {
    var keys = Keys()
    for pending in commands {
      pending.command.needs(&keys)
      // Commands look up the roles of whoever runs them, and do not know who that will be.
      keys.assignmentsOf.insert(pending.request.caller.person)
    }
    let streams = Set(commands.map(\.command.stream)).sorted()
    let load = FactLoad(keys, asOf: nil)
    let rows = try connection.pipeline(
      [
        Request(EventStatements.lockHeads, [.upks(streams)]),
        Request(
          EventStatements.counters,
          [.upks(streams), .texts(keys.ksms.map { Counter.member(ksm: $0.number).name }.sorted())]),
        Request(FreezeStatements.holding, [.upks(streams)]),
        usedRequests,
      ] + usedPapers + load.requests, end: .flush)
    var state = try GroupState(course, heads: rows[0], counters: rows[1], freezes: rows[2])
    for row in rows[3] {
      let place = Int(try row.int8(0)) - 1
      state.used[commands[place].key] = try UsedRequest(row)
    }
    for row in rows.dropFirst(4).prefix(usedPapers.count).joined() {
      let key = ReferenceKey(upk: try row.upkID(8), reference: try row.text(9))
      state.usedPapers[UsedPaper(kind: try row.text(10), key: key)] = try UsedRequest(row)
    }
    try load.take(Array(rows.dropFirst(4 + usedPapers.count)), into: &state.facts)
    return state
  }

  /// What was recorded with the papers that the commands name; nothing is asked where none does.
  private var usedPapers: [Request] {
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

  private var usedRequests: Request {
    let keys = commands.map(\.key)
    return Request(
      EventStatements.used,
      [
        .upks(keys.map(\.stream)), .numbers(keys.map(\.principal)), .names(keys.map(\.kind)),
        .uuids(keys.map(\.requestID.bytes)),
      ])
  }
}

extension Recorded {
  fileprivate var asDryRun: Recorded {
    Recorded(
      sequence: nil, subject: subject, outcome: outcome, vouchers: vouchers, isReplay: isReplay,
      isDryRun: true)
  }
}

/// An error after the writes were sent: whether they were done may not be known.
struct WriteFailure: Error {
  let error: PostgresError
}
