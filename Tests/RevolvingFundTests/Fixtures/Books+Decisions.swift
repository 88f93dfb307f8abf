@testable import RevolvingFund

extension Books {
  /// What leads to a decision to lend.
  mutating func applyDecision(_ change: Change) {
    switch change {
    case .application(let application), .applicationFiled(let application):
      facts.applications[application.id] = application
    case .inspection(let id, let inspection):
      facts.applications[id]?.inspection = inspection
      facts.applications[id]?.approvals = []
    case .approval(let id, let approval):
      if approval.verdict == .sendBack {
        facts.applications[id]?.returned.append(approval)
      } else {
        facts.applications[id]?.approvals.append(approval)
      }
    case .applicationChanged(let application):
      let before = facts.applications[application.id]
      var after = application
      after.approvals = before?.approvals ?? []
      facts.applications[application.id] = after
    case .approvalChain(let chain): facts.chains[chain.upk, default: []].append(chain)
    case .delegation(let delegation):
      facts.delegations[delegation.upk, default: []].append(delegation)
    case .relationship(let relationship):
      facts.relationships[relationship.ksm, default: []].append(relationship)
    case .delegationRevoked(let upk, let number, let revocation):
      for place in facts.delegations[upk]?.indices ?? 0..<0
      where facts.delegations[upk]?[place].number == number {
        facts.delegations[upk]?[place].revocation = revocation
      }
    case .relationshipEnded(let ksm, let number, let end):
      for place in facts.relationships[ksm]?.indices ?? 0..<0
      where facts.relationships[ksm]?[place].number == number {
        facts.relationships[ksm]?[place].end = end
      }
    case .applicationVoided(let id, let cancellation):
      facts.applications[id]?.state = .cancelled
      facts.applications[id]?.loan = nil
      facts.applications[id]?.cancellation = cancellation
    case .applicationState(let id, let state, let loan):
      facts.applications[id]?.state = state
      facts.applications[id]?.loan = loan
    default: break
    }
  }
}
