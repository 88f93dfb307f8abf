/// On what terms a board lends to those who will start a business (000 §SOP-2; rules.md R-067).
///
/// It only narrows the terms for all: the stricter of both holds.
public struct StartUpRule: Hashable, Sendable {
  /// The most that one such member may borrow.
  public let ceiling: Rupiah
  /// The most months.
  public let longestTerm: Int

  public init(ceiling: Rupiah, longestTerm: Int) {
    self.ceiling = ceiling
    self.longestTerm = longestTerm
  }
}

/// Whether a loan is for a business that is there or for one that will be (rules.md R-067).
public enum BusinessStage: String, Hashable, Sendable, CaseIterable {
  case existing, startUp
}

/// Whether borrowers must hold savings at a bank, and in whose name (000 §SOP-1; rules.md R-066).
public enum SavingsAccountRule: String, Hashable, Sendable, CaseIterable {
  case none
  /// One account of the group.
  case group
  /// One account of each member.
  case member
}

extension LendingPolicy {
  /// Whether a reason must be given.
  ///
  /// A compulsory bank account, and no loans for those who will start, keep out people whom the
  /// programme lets in (rules.md ): a board may decide so, but says why.
  public var needsReason: Bool { savingsAccount != .none || startUps == nil }
}
