/// What belongs to a complete application (rules.md 4.1, `submitted`).
public enum ApplicationPaper: String, Hashable, Sendable, CaseIterable {
  /// The form, signed by the group.
  case form
  case memberList
  /// A copy of every member's identity card.
  case identityCards
  /// The minutes of the group's formation.
  case formationMinutes
  /// The statement by which the members answer for each other (tanggung renteng).
  case jointLiabilityStatement

  /// The papers that are missing beside those that were handed in, in their order.
  static func missing(beside papers: Set<ApplicationPaper>) -> [ApplicationPaper] {
    allCases.filter { !papers.contains($0) }
  }
}
