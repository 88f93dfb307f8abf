/// What has to be done when, as a loan grows older in arrears (rules.md 2.9, B-54).
///
/// It is climbed by the age of the oldest unpaid installment, so that a payment takes a loan down
/// again; what was done stays done as long as the case is open.
public enum CollectionLadder {
  /// One step of the ladder.
  public struct Rung: Hashable, Sendable {
    /// Counted from 1.
    public let number: Int
    /// How long after the due day of the oldest unpaid installment it is reached.
    public let age: Age
    /// What is to be done, all of it.
    public let actions: [CaseAction]

    /// The office that the rung turns to; `nil` while UPK and group are by themselves.
    public var addressee: Role? { actions.lazy.compactMap(\.addressee).first }

    /// The day on which a loan with this oldest unpaid due day reaches the rung.
    public func day(from due: Day) -> Day {
      due.addingMonths(age.months).addingDays(age.days)
    }
  }

  /// Whole months, and days after them.
  public struct Age: Hashable, Sendable {
    public let months: Int
    public let days: Int32
  }

  /// The rungs, lowest first.
  ///
  /// The last one is reached with class 5, on the day after nine months: from then on a loan is a
  /// candidate for write-off.
  public static let rungs: [Rung] = [
    Rung(number: 1, age: Age(months: 0, days: 1), actions: [.bill]),
    Rung(number: 2, age: Age(months: 1, days: 0), actions: [.warning1, .jointLiabilityMeeting]),
    Rung(
      number: 3, age: Age(months: 2, days: 0), actions: [.warning2, .boardReport, .boardVisit]),
    Rung(
      number: 4, age: Age(months: 3, days: 0), actions: [.warning3, .savingsSetOff, .wardReport]),
    Rung(number: 5, age: Age(months: 6, days: 0), actions: [.cityReport, .boardDecision]),
    Rung(number: 6, age: Age(months: 9, days: 1), actions: [.provinceReport]),
  ]

  /// How many days an office has for its answer where nobody says otherwise.
  public static let answerDays: Int32 = 14
  /// How far off an answer may be awaited.
  public static let longestAnswerMonths = 1
  /// How far off a promised day may be.
  public static let longestPromiseMonths = 3

  /// The rung that asks for an action; `nil` for what may be done at any time.
  public static func rung(of action: CaseAction) -> Rung? {
    rungs.first { $0.actions.contains(action) }
  }

  /// The rungs that a loan has reached on a day; none while nothing is overdue.
  public static func reached(oldestUnpaidDue due: Day?, on day: Day) -> [Rung] {
    due.map { due in rungs.filter { $0.day(from: due) <= day } } ?? []
  }

  /// The rungs that a loan has reached and that are not done, lowest first.
  ///
  /// An action is done when it was recorded by the day; a report when its office has answered, or
  /// its time to do so is over. `steps` are those of the open case.
  public static func missing(
    steps: [CaseStep], position: LoanPosition, on day: Day
  ) -> [Rung] {
    let done = done(steps, on: day)
    return reached(oldestUnpaidDue: position.oldestUnpaidDue, on: day).filter {
      !done.isSuperset(of: $0.actions)
    }
  }

  /// The actions that the steps have done by a day.
  public static func done(_ steps: [CaseStep], on day: Day) -> Set<CaseAction> {
    Set(steps.filter { $0.isDone(on: day) }.map(\.action))
  }
}
