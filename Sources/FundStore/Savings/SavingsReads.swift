internal import Libpq
public import RevolvingFund

extension FundStore {
  /// The savings of groups, with every movement; those that never saved are not among them.
  ///
  /// - Throws: `StoreError`.
  public func savings(of groups: [KSMID]) async throws -> [KSMID: SavingsAccount] {
    try await read(SavingsStatements.movements, keyColumns(groups)) {
      try SavingsStatements.accounts($0)
    }
  }

  /// The savers' money of a UPK, and what it owes them, day by day.
  ///
  /// - Throws: `StoreError`.
  public func savingsPool(_ upk: UPKID) async throws -> SavingsPool {
    try await read(SavingsStatements.pools, [.upks([upk])]) {
      try SavingsStatements.pools($0)[upk] ?? .empty
    }
  }
}
