internal import Libpq
internal import RevolvingFund

/// What a group of commands found, and what it will write.
struct GroupState {
  var facts = Facts()
  var used: [RequestKey: UsedRequest] = [:]
  /// What was recorded with the numbers of papers.
  var usedPapers: [UsedPaper: UsedRequest] = [:]
  /// What will be written: nothing of a dry run.
  private(set) var accepted: [Accepted] = []
  private var streams: [UPKID: StreamHead] = [:]
  /// By the database's clock, which all daemons share.
  private var now: Int64 = 0

  /// A command that will be recorded.
  struct Accepted {
    let event: Event
    let hash: [UInt8]
    let effects: Effects
  }

  init(heads: Rows, counters: Rows, freezes: Rows) throws {
    for row in heads {
      let head = try StreamHead(row)
      streams[head.stream] = head
      now = try row.timestamp(4)
    }
    for row in counters {
      streams[try row.upkID(0)]?.load(try row.text(1), next: try row.int8(2))
    }
    for row in freezes {
      let freeze = try Freeze(row)
      streams[freeze.upk]?.freeze = freeze
    }
    facts.heads = streams.mapValues(\.head)
  }

  /// Answers a call, if its streams are had.
  mutating func outcome(
    of call: CommandCall, _ onHeld: CommandGroup.OnHeld
  ) throws -> CommandGroup.Outcome {
    let isHad = call.commands.allSatisfy { streams[$0.command.stream] != nil }
    guard isHad || onHeld == .wait else { return .held }
    switch call.course {
    case .alone: return .answered(try call.commands.map { try answer($0, isTried: false) })
    case .inTurn: return .answered(try answers(inTurn: call.commands))
    }
  }

  /// Answers commands each of which sees those before it; where one is refused nothing was.
  private mutating func answers(
    inTurn commands: [PendingCommand]
  ) throws -> [CommandCall.Answer] {
    let before = self
    let answers = try commands.map { try answer($0, isTried: true) }
    let isRefused = answers.contains { $0.refusal != nil }
    guard isRefused || commands.contains(where: \.request.isDryRun) else { return answers }
    let undone = accepted.dropFirst(before.accepted.count)
    self = before
    return answers.map { $0.undoing(undone) }
  }

  /// Answers a command: from what was recorded of the same request, or by deciding it.
  ///
  /// One that is tried changes what follows even in a dry run, and is taken back by who tries it.
  private mutating func answer(
    _ pending: PendingCommand, isTried: Bool
  ) throws -> CommandCall.Answer {
    let stream = pending.command.stream
    if let earlier = used[pending.key] { return earlier.answer(pending) }
    if let paper = pending.command.paper,
      let earlier = usedPapers[UsedPaper(pending.command.kind, paper.key)],
      paper.isSame(as: earlier.content)
    {
      return .recorded(earlier.recorded)
    }
    guard var head = streams[stream] else {
      return .refused(Refusal(.notFound(.upk, name: "\(stream.value)")))
    }
    let effects: Effects
    do {
      effects = try pending.command.effects(given: facts, for: pending.request.caller)
    } catch {
      return .refused(error)
    }
    if let name = effects.outcome.repeatedName {
      throw StoreError.corrupted("what came of \(pending.command.kind.rawValue) says \(name) twice")
    }
    let isDryRun = pending.request.isDryRun
    guard !isDryRun || isTried else {
      return .recorded(Recorded(effects, sequence: nil, isDryRun: true))
    }
    let (event, hash) = head.append(pending, effects, recordedAt: now)
    streams[stream] = head
    facts.take(effects, of: pending.command, by: pending.request.caller.person)
    if !isDryRun { accepted.append(Accepted(event: event, hash: hash, effects: effects)) }
    let earlier = UsedRequest(event, isDryRun: isDryRun)
    used[pending.key] = earlier
    if let paper = pending.command.paper {
      usedPapers[UsedPaper(pending.command.kind, paper.key)] = earlier
    }
    return .recorded(
      Recorded(effects, sequence: isDryRun ? nil : event.sequence, isDryRun: isDryRun))
  }

  /// Everything that follows from the accepted commands, one statement a table.
  var writes: [Request] {
    let moved = Set(accepted.map(\.event.stream)).sorted().compactMap { streams[$0] }
    let rows = WriteSet(accepted.flatMap(\.effects.changes))
    return rows.requests
      + [EventStatements.insertion(accepted.map { ($0.event, $0.hash) })]
      + JournalWrites.insertion(accepted.map(\.event)) + rows.bookedRequests
      + [EventStatements.headUpdate(moved)] + EventStatements.counterUpdate(moved)
  }
}

/// A request that was recorded: what it asked for and what came of it.
struct UsedRequest: Sendable {
  let content: Content
  let recorded: Recorded

  init(_ event: Event, isDryRun: Bool) {
    content = event.content
    recorded = Recorded(
      sequence: isDryRun ? nil : event.sequence, subject: event.subject, outcome: event.outcome,
      vouchers: event.vouchers.map(\.number.description), isReplay: true, isDryRun: isDryRun)
  }

  init(_ row: Row) throws {
    content = try row.content(4, 5)
    recorded = Recorded(
      sequence: try row.int8(1), subject: try row.text(2), outcome: try row.content(6, 7),
      vouchers: try row.texts(3), isReplay: true, isDryRun: false)
  }

  /// The recorded answer, if the same is asked for; else a refusal that names what differs.
  func answer(_ pending: PendingCommand) -> CommandCall.Answer {
    if let field = pending.command.content.firstDifference(from: content) {
      return .refused(Refusal(.requestIDReused(field: field)))
    }
    return .recorded(recorded)
  }
}

extension Recorded {
  fileprivate init(_ effects: Effects, sequence: Int64?, isDryRun: Bool) {
    self.init(
      sequence: sequence, subject: effects.subject.path, outcome: effects.outcome.sorted,
      vouchers: effects.vouchers.map(\.number.description), isReplay: false,
      isDryRun: isDryRun)
  }
}

/// A paper's number, and the kind of receipt that it stands for.
struct UsedPaper: Hashable {
  let kind: String
  let key: ReferenceKey

  init(kind: String, key: ReferenceKey) {
    self.kind = kind
    self.key = key
  }

  init(_ kind: CommandKind, _ key: ReferenceKey) {
    self.init(kind: kind.rawValue, key: key)
  }
}
