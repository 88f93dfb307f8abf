public import GRPCCore
public import RevolvingFund

/// Why a call failed: programs read the reasons, people the sentences.
public struct Problem: Error, Hashable, Sendable {
  /// The status of the first violation.
  public let status: RPCError.Code
  /// Never empty; the first one names the problem.
  public let violations: [Violation]
  /// How many more violations there were than the wire had room for; 0 where it was made.
  public let omitted: Int

  /// One reason, with what lies behind it and what to do next.
  public struct Violation: Hashable, Sendable {
    /// Upper snake case: the raw value of a `RejectionCode` or a `FaultCode`.
    public let reason: String
    public let facts: [Fact]
    public let message: Sentence
    public let remedy: Sentence

    public init(reason: String, facts: [Fact], message: Sentence, remedy: Sentence) {
      self.reason = reason
      self.facts = facts
      self.message = message
      self.remedy = remedy
    }
  }

  /// A number or a name behind a violation.
  public struct Fact: Hashable, Sendable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Violations; there must be at least one.
  init(status: RPCError.Code, violations: [Violation], omitted: Int) {
    precondition(!violations.isEmpty, "a problem has a reason")
    self.status = status
    self.violations = violations
    self.omitted = omitted
  }

  /// A fund's rule says no.
  public init(_ refusal: Refusal) {
    self.init(
      status: refusal.first.status, violations: refusal.rejections.map(Violation.init), omitted: 0)
  }

  /// Something else failed.
  public init(_ fault: Fault) {
    self.init(status: fault.status, violations: [Violation(fault)], omitted: 0)
  }

  /// The violation that names the problem.
  public var first: Violation { violations[0] }
}

extension Problem.Violation {
  init(_ rejection: Rejection) {
    let explanation = rejection.explanation
    self.init(
      reason: rejection.code.rawValue,
      facts: rejection.facts.map { Problem.Fact($0.name, $0.value) },
      message: explanation.message, remedy: explanation.remedy)
  }

  init(_ fault: Fault) {
    let explanation = fault.explanation
    self.init(
      reason: fault.code.rawValue, facts: fault.facts, message: explanation.message,
      remedy: explanation.remedy)
  }

  /// The value of a fact; `nil` when there is none of that name.
  public subscript(fact name: String) -> String? {
    facts.first { $0.name == name }?.value
  }
}
