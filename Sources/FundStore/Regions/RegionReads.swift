internal import Libpq
public import RevolvingFund

extension FundStore {
  /// Regions in the order of their codes, behind one of them.
  ///
  /// - Throws: `StoreError`.
  public func regions(after: RegionCode?, limit: Int) async throws -> [Region] {
    try await read(
      RegionStatements.page, [.text(after?.description), .int4(Int32(clamping: limit))]
    ) { try $0.map { try Region($0) } }
  }

  /// A region by its code.
  ///
  /// - Throws: `StoreError`.
  public func region(_ code: RegionCode) async throws -> Region? {
    try await read(RegionStatements.byCode, [.codes([code])]) {
      try $0.first.map { try Region($0) }
    }
  }
}
