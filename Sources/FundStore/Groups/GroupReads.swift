internal import Libpq
public import RevolvingFund

extension FundStore {
  /// Groups of a UPK formed by a day, with all their members, by number, behind one of them.
  ///
  /// - Throws: `StoreError`.
  public func ksms(
    _ upk: UPKID, asOf day: Day, after: Int64?, limit: Int
  ) async throws -> [KSM] {
    try await read { session in
      let page = try session.rows(
        KSMStatements.page,
        [.int8(upk.value), .int8(after ?? 0), .int4(Int32(clamping: limit)), .day(day)])
      let ids = try page.map { KSMID(upk, try $0.int8(0)) }
      return try KSMStatements.groups(try session.rows(KSMStatements.loading(ids, of: [], [])))
    }
  }

  /// A group with all its members.
  ///
  /// - Throws: `StoreError`.
  public func ksm(_ id: KSMID) async throws -> KSM? {
    try await read(KSMStatements.loading([id], of: [], [])) { try KSMStatements.groups($0).first }
  }
}
