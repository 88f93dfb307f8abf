internal import Libpq
public import RevolvingFund

extension FundStore {
  /// All versions of a UPK's lending policy, oldest first.
  ///
  /// - Throws: `StoreError`.
  public func policies(_ upk: UPKID) async throws -> [LendingPolicy] {
    try await read(PolicyStatements.ofUPK, [.upks([upk])]) { try $0.map { try LendingPolicy($0) } }
  }

  /// Who knows which version of a UPK's lending policy, by version and person.
  ///
  /// - Throws: `StoreError`.
  public func acknowledgements(_ upk: UPKID) async throws -> [PolicyAcknowledgement] {
    try await read(PolicyStatements.acknowledgements, [.upks([upk])]) {
      try $0.map { try PolicyAcknowledgement($0) }
    }
  }

  /// All versions of the province's bounds, oldest first; none while it set none.
  ///
  /// - Throws: `StoreError`.
  public func policyBounds() async throws -> [PolicyBounds] {
    try await read(PolicyBoundsStatements.versions, []) { try $0.map { try PolicyBounds($0) } }
  }

  /// All versions of the charter of a UPK's board, oldest first.
  ///
  /// - Throws: `StoreError`.
  public func charters(_ upk: UPKID) async throws -> [Charter] {
    try await read(CharterStatements.ofUPK, [.upks([upk])]) { try $0.map { try Charter($0) } }
  }
}
