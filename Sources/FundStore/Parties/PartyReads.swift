internal import Libpq
public import RevolvingFund
internal import Synchronization

extension FundStore {
  /// Boards in the order of their codes, behind one of them.
  ///
  /// - Throws: `StoreError`.
  public func bkms(after: Code?, limit: Int) async throws -> [BKM] {
    try await read(
      BKMStatements.page, [.text(after?.description), .int4(Int32(clamping: limit))]
    ) { try $0.map { try BKM($0) } }
  }

  /// A board by its code.
  ///
  /// - Throws: `StoreError`.
  public func bkm(_ code: Code) async throws -> BKM? {
    try await read(BKMStatements.byCode, [.codes([code])]) { try $0.first.map { try BKM($0) } }
  }

  /// Lending units in the order of their codes, behind one of them.
  ///
  /// - Throws: `StoreError`.
  public func upks(
    in area: RegionCode?, after: Code?, limit: Int
  ) async throws -> [UPK] {
    try await read(
      UPKStatements.page,
      [
        .text(after?.description), .int4(Int32(clamping: limit)), .text(area?.description),
      ]
    ) { try $0.map { try UPK($0) } }
  }

  /// A lending unit by its code.
  ///
  /// A unit that was found is remembered, since it never changes.
  ///
  /// - Throws: `StoreError`.
  public func upk(code: Code) async throws -> UPK? {
    if let known = knownUPKs.withLock({ $0[code] }) { return known }
    let found = try await read(UPKStatements.byKey, [.upks([]), .codes([code])]) {
      try $0.first.map { try UPK($0) }
    }
    guard let found else { return nil }
    knownUPKs.withLock { known in
      if known.count >= FundStore.mostKnownUPKs { known.removeAll() }
      known[code] = found
    }
    return found
  }

  /// A lending unit by its number.
  ///
  /// - Throws: `StoreError`.
  public func upk(_ id: UPKID) async throws -> UPK? {
    try await read(UPKStatements.byKey, [.upks([id]), .codes([Code]())]) {
      try $0.first.map { try UPK($0) }
    }
  }

  /// More than a province has; the memory is cleared beyond it.
  private static let mostKnownUPKs = 20_000
}
