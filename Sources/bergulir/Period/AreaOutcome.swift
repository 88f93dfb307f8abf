import FundAPI
import RevolvingFund

/// What became of one UPK when its area was closed.
struct UnitOutcome: Sendable {
  let upk: String
  /// The month that was asked for last.
  let month: Month
  let ending: Ending

  /// How it ended.
  enum Ending: Sendable {
    case closed
    case failed(CallFailure)
    /// It was stopped before the month was its turn.
    case left
  }

  init(_ upk: String, _ month: Month, _ ending: Ending) {
    self.upk = upk
    self.month = month
    self.ending = ending
  }
}

/// What became of the UPK of an area when a month was closed.
struct AreaOutcome: Sendable {
  private(set) var closed = 0
  /// Those that are not closed, in the order of the answers.
  private(set) var refused: [(unit: UnitOutcome, failure: CallFailure)] = []
  /// How many were not tried.
  var left = 0
  var wasStopped = false
  private var unansweredInTurn = 0
  private var ground: CallFailure?

  /// So many UPK in turn without an answer mean that the daemon is away.
  private static let mostUnanswered = 3

  /// Whether there is no sense in going on: every other UPK would fare the same.
  var isOver: Bool { ground != nil || unansweredInTurn >= AreaOutcome.mostUnanswered }

  mutating func take(_ unit: UnitOutcome) {
    switch unit.ending {
    case .left: left += 1
    case .closed:
      closed += 1
      unansweredInTurn = 0
    case .failed(let failure):
      refused.append((unit, failure))
      unansweredInTurn = failure.exit == .unreachable ? unansweredInTurn + 1 : 0
      if failure.isOfEveryUnit { ground = ground ?? failure }
    }
  }

  /// What the command ends with; `nil` where every UPK is closed.
  var exit: ExitStatus? {
    if wasStopped { return .interrupted }
    if let ground { return ground.exit }
    let isUnanswered = refused.contains { $0.failure.exit == .unreachable }
    return isUnanswered ? .unreachable : refused.isEmpty ? nil : .refused
  }

  func answer(of month: Month, isDryRun: Bool, language: Language) -> Answer {
    let items = refused.sorted { $0.unit.upk < $1.unit.upk }.map {
      Record($0.unit, $0.failure, language: language)
    }
    let shape = Record(
      UnitOutcome("", month, .closed), nil, language: language)
    var answer = Answer(
      .listing(
        Listing(
          items, shape: shape,
          context: Record([
            "closed_month": .text(month.description), "upks_closed": .count(Int64(closed)),
            "upks_refused": .count(Int64(refused.count)), "upks_left": .count(Int64(left)),
          ]))),
      notes: [
        isDryRun
          ? Notes.areaTried(closed, refused: refused.count, month)
          : Notes.areaClosed(closed, refused: refused.count, month)
      ])
    if left > 0 { answer.notes.append(Notes.areaLeft(left)) }
    answer.exit = exit
    return answer
  }
}

extension CallFailure {
  /// Whether it is not about the UPK but about who asks, or the month, or the day.
  fileprivate var isOfEveryUnit: Bool {
    let codes: [RejectionCode] = [.periodNotOver, .dayInFuture]
    return status == .unauthenticated || status == .invalidArgument
      || violations.contains { violation in codes.contains { $0.rawValue == violation.reason } }
  }
}

extension Record {
  /// A UPK that is not closed, why, and what to do.
  init(_ unit: UnitOutcome, _ failure: CallFailure?, language: Language) {
    let violation = failure?.violations.first
    self.init([
      "upk": .filled(unit.upk), "month": .text(unit.month.description),
      "problem": violation.map { .code($0.reason, $0.message) } ?? .absent,
      "remedy": .filled(violation?.remedy[language] ?? ""),
    ])
  }
}
