internal import Libpq
public import RevolvingFund

extension FundStore {
  /// All versions of a UPK's approval chain, oldest first; none while its board set none.
  ///
  /// - Throws: `StoreError`.
  public func approvalChains(_ upk: UPKID) async throws -> [ApprovalChain] {
    try await read(ApprovalChainStatements.loading([upk])) {
      try ApprovalChainStatements.chains($0)
    }
  }

  /// Who leaves a signature to whom in some UPK, in the order of their numbers.
  ///
  /// - Throws: `StoreError`.
  public func delegations(_ upks: [UPKID]) async throws -> [Delegation] {
    try await read(DelegationStatements.ofUPKs, [.upks(upks)]) {
      try $0.map { try Delegation($0) }
    }
  }

  /// Who is close to which group of a UPK, in the order of their numbers.
  ///
  /// - Throws: `StoreError`.
  public func relationships(_ upk: UPKID) async throws -> [Relationship] {
    try await read(RelationshipStatements.ofUPK, [.int8(upk.value)]) {
      try $0.map { try Relationship($0) }
    }
  }
}
