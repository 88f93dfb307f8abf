internal import Libpq
public import RevolvingFund

extension FundStore {
  /// Regions in the order of their codes, behind one of them.
  ///
  /// - Throws: `StoreError`.
  public func regions(after: RegionCode?, limit: Int) async throws -> [Region] {
    try await read { session in
      try session.rows(
        RegionStatements.page, [.text(after?.description), .int4(Int32(clamping: limit))]
      ).map { try Region($0) }
    }
  }

  /// A region by its code.
  ///
  /// - Throws: `StoreError`.
  public func region(_ code: RegionCode) async throws -> Region? {
    try await read { session in
      try session.rows(RegionStatements.byCode, [.codes([code])]).first.map { try Region($0) }
    }
  }
}
