internal import FundAPI
internal import FundStore
internal import RevolvingFund

extension Desk {
  /// Those of some unanswered escalations that wait for an answer: whose case has ended waits no
  /// more.
  ///
  /// - Throws: `StoreError`.
  func waiting(_ escalations: [Escalation], on day: Day) async throws -> [Escalation] {
    let upks = Set(escalations.map(\.step.id.upk))
    guard !upks.isEmpty else { return [] }
    let facts = try await store.facts(asOf: day) { $0.portfolios.formUnion(upks) }
    let open = facts.portfolios.values.flatMap(\.loans).reduce(into: [:]) { open, history in
      open[history.loan.id] = history.openCase([], asOf: day)?.episode
    }
    return escalations.filter { open[$0.step.loan]?.contains($0.step.on) ?? false }
  }

  /// The escalations that wait for an answer by who holds these offices, oldest first.
  ///
  /// - Throws: `StoreError`.
  func escalations(
    to held: [Assignment], on day: Day, atMost limit: Int
  ) async throws -> [Escalation] {
    var found: [CaseStepID: Escalation] = [:]
    for assignment in held {
      for office in Escalate.Office.allCases where office.action.addressee == assignment.role {
        let filter = EscalationFilter(
          place: assignment.scope, action: office.action, isOverdueOnly: false)
        let listed = try await store.unansweredEscalations(
          filter, asOf: day, after: nil, limit: limit)
        for escalation in listed { found[escalation.step.id] = escalation }
      }
    }
    return try await waiting(Array(found.values), on: day).sorted {
      ($0.step.on, $0.upk, $0.step.id.number) < ($1.step.on, $1.upk, $1.step.id.number)
    }
  }
}
