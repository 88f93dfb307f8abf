internal import RevolvingFund

/// What one caller wants done: a command, or several of which all are recorded or none.
struct CommandCall: Sendable {
  let commands: [PendingCommand]
  let course: Course

  /// What the commands of a call have to do with each other.
  enum Course: Sendable {
    /// There is one.
    case alone
    /// Each sees those before it, and all are recorded or none.
    case inTurn
  }

  init(_ command: PendingCommand) {
    commands = [command]
    course = .alone
  }

  init(inTurn commands: [PendingCommand]) {
    self.commands = commands
    course = .inTurn
  }

  /// What came of one command.
  enum Answer: Sendable {
    case recorded(Recorded)
    case refused(Refusal)

    var refusal: Refusal? {
      if case .refused(let refusal) = self { refusal } else { nil }
    }

    /// The answer where what was accepted is not recorded after all.
    func undoing(_ accepted: some Sequence<GroupState.Accepted>) -> Answer {
      guard case .recorded(let recorded) = self, let sequence = recorded.sequence,
        accepted.contains(where: { $0.event.sequence == sequence })
      else { return self }
      return .recorded(recorded.asDryRun)
    }
  }

  /// Where it is run.
  var pace: Pace {
    if commands.allSatisfy(\.command.kind.isFrequent) { return .frequent }
    return commands.contains { $0.command.kind.isLong } ? .long : .ordinary
  }

  /// How a call shares the writers with others.
  enum Pace: Sendable {
    /// In one commit with others of its lane.
    case frequent
    /// In its lane, in a commit of its own.
    case ordinary
    /// Beside the lanes: those who pay at a counter do not wait for it.
    case long
  }
}

extension CommandKind {
  /// Whether it comes so often that it shares a commit with others.
  fileprivate var isFrequent: Bool {
    switch self {
    case .recordRepayment, .postJournal, .recordVisit: true
    default: false
    }
  }

  /// Whether it reads and writes so much that others would wait for it.
  fileprivate var isLong: Bool {
    switch self {
    case .closePeriod, .closeYear, .confirmReopening, .importBooks: true
    default: false
    }
  }
}

extension Recorded {
  fileprivate var asDryRun: Recorded {
    Recorded(
      sequence: nil, subject: subject, outcome: outcome, vouchers: vouchers, isReplay: isReplay,
      isDryRun: true)
  }
}
