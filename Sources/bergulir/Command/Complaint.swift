import FundAPI

/// What the program finds wrong by itself, before it asks the daemon; exit code 2.
struct Complaint: Error, Hashable, Sendable {
  /// Never empty.
  let mistakes: [Mistake]

  init(_ mistake: Mistake) {
    mistakes = [mistake]
  }

  /// Several mistakes of one file; there must be at least one.
  init(_ mistakes: [Mistake]) {
    precondition(!mistakes.isEmpty, "a complaint has a reason")
    self.mistakes = mistakes
  }

  var violations: [Problem.Violation] { mistakes.map(Problem.Violation.init) }
}
