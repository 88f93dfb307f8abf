internal import Libpq
public import RevolvingFund

extension FundStore {
  /// The reconciliations of a UPK up to a day, every version, behind a number.
  ///
  /// - Throws: `StoreError`.
  public func reconciliations(
    _ upk: UPKID, asOf day: Day, after number: Int64, limit: Int
  ) async throws -> [Reconciliation] {
    try await read { session in
      let rows = try session.rows(
        ReconciliationStatements.ofUPK,
        [.int8(upk.value), .day(day), .int8(number), .int4(Int32(clamping: limit))])
      return try session.withItems(rows)
    }
  }

  /// A reconciliation of an account and a month: one version, or the last; `nil` where there is
  /// none.
  ///
  /// - Throws: `StoreError`.
  public func reconciliation(_ key: BankMonth, version: Int64?) async throws -> Reconciliation? {
    try await read { session in
      let rows = try session.rows(
        ReconciliationStatements.version,
        [
          .int8(key.upk.value), .int4(key.account.number), .day(key.month.first),
          .int8(version),
        ])
      return try session.withItems(rows).first
    }
  }
}

extension ReadSession {
  /// Reconciliations with their items, from their own rows.
  fileprivate func withItems(_ rows: Rows) throws -> [Reconciliation] {
    let items = try self.rows(
      ReconciliationStatements.items,
      [.upks(rows.map { try $0.upkID(0) }), .int8s(rows.map { try $0.int8(1) })])
    return try ReconciliationStatements.reconciliations(rows, items: items)
  }
}
