extension CollectionCase {
  /// Days in which nobody did anything about an open case: since the last step, or since it opened
  /// (rules.md R-052).
  public var daysIdle: Int {
    guard isOpen else { return 0 }
    let since = steps.map(\.on).max() ?? episode.openedOn
    return max(0, Int(asOf.epochDays - since.epochDays))
  }
}

extension LoanBook {
  /// Open cases in which nobody did anything for at least some days, the longest first.
  public func neglectedCases(
    _ steps: [LoanID: [CaseStep]], asOf day: Day, days: Int
  ) -> [CollectionCase] {
    openCases(steps, asOf: day).filter { $0.daysIdle >= days }
      .sorted { ($1.daysIdle, $0.loan.number) < ($0.daysIdle, $1.loan.number) }
  }
}
