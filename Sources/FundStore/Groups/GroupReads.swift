internal import Libpq
public import RevolvingFund

extension FundStore {
  /// All versions of a UPK's lending policy, oldest first.
  ///
  /// - Throws: `StoreError`.
  public func policies(_ upk: UPKID) async throws -> [LendingPolicy] {
    try await read { session in
      try session.rows(PolicyStatements.ofUPK, [.upks([upk])]).map { try LendingPolicy($0) }
    }
  }

  /// Groups of a UPK with all their members, in the order of their numbers, behind one of them.
  ///
  /// - Throws: `StoreError`.
  public func ksms(_ upk: UPKID, after: Int64?, limit: Int) async throws -> [KSM] {
    try await read { session in
      let page = try session.rows(
        KSMStatements.page,
        [.int8(upk.value), .int8(after ?? 0), .int4(Int32(clamping: limit))])
      return try session.ksms(try page.map { KSMID(upk, try $0.int8(0)) })
    }
  }

  /// A group with all its members.
  ///
  /// - Throws: `StoreError`.
  public func ksm(_ id: KSMID) async throws -> KSM? {
    try await read { try $0.ksms([id]).first }
  }
}

extension ReadSession {
  fileprivate func ksms(_ ids: [KSMID]) throws -> [KSM] {
    let rows = try rows(KSMStatements.loading(ids, of: []))
    return try KSMStatements.groups(rows[0], members: rows[1])
      .sorted { $0.id.number < $1.id.number }
  }
}
