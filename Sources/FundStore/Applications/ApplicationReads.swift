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
      return try session.applications(try page.map { ApplicationID(upk, try $0.int8(0)) })
    }
  }

  /// An application with shares, inspection and signatures.
  ///
  /// - Throws: `StoreError`.
  public func application(_ id: ApplicationID) async throws -> Application? {
    try await read { try $0.applications([id]).first }
  }
}

extension ReadSession {
  fileprivate func applications(_ ids: [ApplicationID]) throws -> [Application] {
    try ApplicationStatements.applications(try rows(ApplicationStatements.loading(ids)))
  }
}
