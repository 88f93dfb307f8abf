internal import Libpq
public import RevolvingFund

extension FundStore {
  /// Applications to a UPK, all or those in one state, in the order of their numbers, behind one.
  ///
  /// - Throws: `StoreError`.
  public func applications(
    _ upk: UPKID, state: ApplicationState?, after: Int64?, limit: Int
  ) async throws -> [Application] {
    try await read { session in
      let page = try session.rows(
        ApplicationStatements.page,
        [
          .int8(upk.value), .text(state?.rawValue), .int8(after ?? 0),
          .int4(Int32(clamping: limit)),
        ])
      let ids = try page.map { ApplicationID(upk, try $0.int8(0)) }
      return try ApplicationStatements.applications(
        try session.rows(ApplicationStatements.loading(ids)))
    }
  }

  /// An application with shares, inspection and signatures.
  ///
  /// - Throws: `StoreError`.
  public func application(_ id: ApplicationID) async throws -> Application? {
    try await read(ApplicationStatements.loading([id])) {
      try ApplicationStatements.applications($0).first
    }
  }
}
