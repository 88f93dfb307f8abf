internal import Libpq
public import RevolvingFund

/// A stream that is written in bulk: commands that were decided elsewhere are numbered and chained
/// here as the store does it, and `FundStore.load` writes them all at once.
///
/// Who decides sees to it that the commands saw each other's effects (`Facts.take`). Before a
/// loan's names are freed nobody else may take them, and an application is inspected once.
public struct BulkStream: Sendable {
  private(set) var state: StreamHead
  private(set) var accepted: [GroupState.Accepted] = []
  /// Where the stream stands in the database.
  private(set) var written: Position

  /// A place in a stream: the next number, and the hash that the next event is chained to.
  public struct Position: Hashable, Sendable {
    public let nextSequence: Int64
    public let lastHash: [UInt8]
  }

  /// A stream in which nothing stands yet.
  public init(empty stream: UPKID) {
    self.init(StreamHead(empty: stream))
  }

  init(_ state: StreamHead) {
    self.state = state
    written = Position(nextSequence: state.nextSequence, lastHash: state.lastHash)
  }

  /// Where it stands with all that was recorded.
  public var position: Position {
    Position(nextSequence: state.nextSequence, lastHash: state.lastHash)
  }

  /// What commands see of it.
  public var head: Head { state.head }

  /// The next number by what is written.
  public var writtenSequence: Int64 { written.nextSequence }

  /// How many commands wait to be written.
  public var count: Int { accepted.count }

  /// Records what follows from a command, at a moment in microseconds since 1970 UTC.
  public mutating func record(
    _ command: any Command, _ request: WriteRequest, _ effects: Effects, at moment: Int64
  ) {
    precondition(command.stream == state.stream, "a command of another stream")
    let pending = PendingCommand(command: command, request: request)
    let (event, hash) = state.append(pending, effects, recordedAt: moment)
    accepted.append(GroupState.Accepted(event: event, hash: hash, effects: effects))
  }

  /// Forgets what was recorded: it is written, or stood in the database before.
  public mutating func settle() {
    accepted = []
    state.settle()
    written = position
  }
}

extension BulkStream {
  /// Every row, in an order in which each finds those that it refers to.
  var writes: [Request] {
    let rows = WriteSet(BulkStream.last(of: accepted.flatMap(\.effects.changes)))
    return rows.requests
      + [EventStatements.insertion(accepted.map { ($0.event, $0.hash) })]
      + JournalWrites.insertion(accepted.map(\.event)) + rows.bookedRequests
      + [EventStatements.headUpdate([state])] + EventStatements.counterUpdate([state])
  }

  /// The changes with each application as it is after the last of them, and no claims on names
  /// that are free again: of what was and passed only the events tell.
  private static func last(of changes: [Change]) -> [Change] {
    var applications: [ApplicationID: Application] = [:]
    var standings: [ApplicationID: (state: ApplicationState, loan: LoanID?)] = [:]
    var freed: Set<LoanID> = []
    for change in changes {
      switch change {
      case .applicationChanged(let application):
        applications[application.id] = application
        standings[application.id] = (application.state, application.loan)
      case .applicationState(let id, let state, let loan): standings[id] = (state, loan)
      case .loanPaid(let loan), .loanEnded(let loan):
        if loan.state.freesNames { freed.insert(loan.id) }
      default: break
      }
    }
    return changes.map { change in
      switch change {
      case .applicationChanged(let application):
        var last = applications[application.id] ?? application
        last.state = standings[application.id]?.state ?? last.state
        return .applicationChanged(last)
      case .applicationState(let id, _, _):
        return .applicationState(
          id, standings[id]?.state ?? .submitted, loan: standings[id]?.loan)
      case .loanOpened(let loan, let borrowers):
        return .loanOpened(loan, borrowers: freed.contains(loan.id) ? [] : borrowers)
      default: return change
      }
    }
  }
}
