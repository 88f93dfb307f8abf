/// A loan in arrears and what is done about it, as of a day.
///
/// Nobody opens or closes a case: it is there from the day after a due day that passed unpaid until
/// the day on which nothing is overdue. Only what people did is recorded.
public struct CollectionCase: Hashable, Sendable {
  public let history: LoanHistory
  public let position: LoanPosition
  public let episode: ArrearsEpisode
  /// What was done in it, as known on the day, in the order of the numbers.
  public let steps: [CaseStep]
  public let asOf: Day

  public var loan: LoanID { history.loan.id }

  /// The case of an episode; `nil` before the loan was paid out.
  init?(_ episode: ArrearsEpisode, of history: LoanHistory, steps: [CaseStep], asOf day: Day) {
    guard let position = history.position(asOf: day) else { return nil }
    self.history = history
    self.position = position
    self.episode = episode
    self.steps = steps.filter { $0.loan == history.loan.id && episode.contains($0.on) }
      .compactMap { $0.asOf(day) }.sorted { $0.id.number < $1.id.number }
    asOf = day
  }

  public var isOpen: Bool { episode.endedOn == nil }

  /// Days since the oldest unpaid due day; zero once nothing is overdue.
  public var daysLate: Int {
    guard isOpen, let due = position.oldestUnpaidDue else { return 0 }
    return Int(asOf.epochDays - due.epochDays)
  }

  /// The highest rung that the loan stands on; `nil` once nothing is overdue.
  public var rung: CollectionLadder.Rung? {
    guard isOpen else { return nil }
    return CollectionLadder.reached(oldestUnpaidDue: position.oldestUnpaidDue, on: asOf).last
  }

  /// What its rungs ask for and nobody has done, lowest rung first.
  ///
  /// A report that waits for its answer is not asked for again.
  public var actionsDue: [CaseAction] {
    guard isOpen else { return [] }
    let taken = Set(steps.map(\.action))
    return CollectionLadder.reached(oldestUnpaidDue: position.oldestUnpaidDue, on: asOf)
      .flatMap(\.actions).filter { !taken.contains($0) }
  }

  /// The rung after the one that it stands on, and the day on which it is reached unless something
  /// is paid.
  public var next: (rung: CollectionLadder.Rung, on: Day)? {
    guard isOpen, let due = position.oldestUnpaidDue else { return nil }
    return CollectionLadder.rungs.first { asOf < $0.day(from: due) }
      .map { ($0, $0.day(from: due)) }
  }

  /// Escalations that wait for an answer.
  public var unanswered: [CaseStep] { steps.filter { $0.isUnanswered(on: asOf) } }

  /// What has become of the promise of a step; `nil` where nothing was promised.
  public func outcome(of step: CaseStep) -> PromiseOutcome? {
    step.promise?.outcome(madeOn: step.on, of: history, asOf: asOf)
  }
}

extension LoanHistory {
  /// The cases of a loan that had opened by a day, oldest first.
  public func cases(_ steps: [CaseStep], asOf day: Day) -> [CollectionCase] {
    arrears(upTo: day).compactMap { CollectionCase($0, of: self, steps: steps, asOf: day) }
  }

  /// The case that is open at the end of a day; `nil` while nothing is overdue.
  public func openCase(_ steps: [CaseStep], asOf day: Day) -> CollectionCase? {
    cases(steps, asOf: day).last.flatMap { $0.isOpen ? $0 : nil }
  }
}

extension LoanBook {
  /// The cases that are open at the end of a day, by the numbers of their loans.
  public func openCases(
    _ steps: [LoanID: [CaseStep]], asOf day: Day
  ) -> [CollectionCase] {
    loans.compactMap { $0.openCase(steps[$0.loan.id] ?? [], asOf: day) }
  }
}
