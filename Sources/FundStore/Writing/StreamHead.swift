internal import Libpq
internal import RevolvingFund

/// Where a stream stands: its next number, the hash to chain to, its series.
struct StreamHead {
  let stream: UPKID
  private(set) var nextSequence: Int64
  private(set) var lastHash: [UInt8]
  private(set) var latestDay: Day
  private(set) var closedThrough: Month?
  /// Why nothing is written to it, where that is so.
  var freeze: Freeze?
  private(set) var counters: [String: Int64] = [:]
  /// The series that were drawn on since the stream was locked.
  private(set) var drawn: [String: Int64] = [:]

  /// That of a stream in which nothing stands yet.
  init(empty stream: UPKID) {
    let head = Head.empty(stream)
    self.stream = stream
    nextSequence = 1
    lastHash = Event.noHash
    latestDay = head.latestDay
  }

  init(_ row: Row) throws {
    stream = try row.upkID(0)
    nextSequence = try row.int8(1)
    lastHash = try row.bytea(2)
    latestDay = try row.day(3)
    closedThrough = try row.optionalDay(5)?.month
  }

  /// What commands see of it.
  var head: Head {
    Head(
      stream: stream, latestDay: latestDay, counters: counters, closedThrough: closedThrough,
      freeze: freeze)
  }

  mutating func load(_ counter: String, next: Int64) {
    counters[counter] = next
  }

  /// Forgets which series were drawn on: their numbers are written.
  mutating func settle() { drawn = [:] }

  /// Numbers and chains an event, and moves on behind it.
  mutating func append(
    _ pending: PendingCommand, _ effects: Effects, recordedAt: Int64
  ) -> (event: Event, hash: [UInt8]) {
    let event = Event(
      stream: stream, sequence: nextSequence, requestID: pending.request.requestID,
      kind: pending.command.kind.rawValue, principal: pending.request.caller.principal,
      person: pending.request.caller.person, subject: effects.subject.path,
      bookedOn: pending.command.day, recordedAt: recordedAt,
      content: pending.command.content.sorted, outcome: effects.outcome.sorted,
      vouchers: effects.vouchers)
    let hash = event.hash(after: lastHash)
    nextSequence += 1
    lastHash = hash
    latestDay = max(latestDay, pending.command.day)
    closedThrough = effects.closedMonth ?? closedThrough
    counters.merge(effects.counters) { $1 }
    drawn.merge(effects.counters) { $1 }
    return (event, hash)
  }
}

/// A command that waits to be run, with how it is to be run.
struct PendingCommand: Sendable {
  let command: any Command
  let request: WriteRequest

  /// Adds the keys of all that is asked for: the command's, and the roles of its caller, of whom it
  /// does not know who it will be.
  func needs(_ keys: inout Keys) {
    command.needs(&keys)
    keys.assignmentsOf.insert(request.caller.person)
  }

  /// By what a repeated request is recognised.
  var key: RequestKey {
    RequestKey(
      stream: command.stream, principal: request.caller.principal, kind: command.kind,
      requestID: request.requestID)
  }
}

/// What a request is recorded under, once.
struct RequestKey: Hashable {
  let stream: UPKID
  let principal: PrincipalID
  let kind: CommandKind
  let requestID: RequestID
}
