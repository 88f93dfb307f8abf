import RevolvingFund

extension Books {
  /// Keeps what the store would keep of complaints, inspections and publications.
  mutating func applyAccountability(_ record: AccountabilityRecord) {
    switch record {
    case .complaint(let complaint): facts.complaints[complaint.id] = complaint
    case .complaintAnswer(let id, let answer): facts.complaints[id]?.answer = answer
    case .meeting: break
    case .supervision(let supervision):
      facts.supervisions[supervision.upk, default: []].append(supervision)
      for finding in supervision.findings { facts.findings[finding.id] = finding }
    case .findingAnswer(let id, let answer): facts.findings[id]?.answer = answer
    case .publication(let publication):
      facts.publications[publication.upk, default: []].append(publication)
    case .confirmation(let confirmation):
      for finding in confirmation.findings { facts.findings[finding.id] = finding }
    }
  }
}
