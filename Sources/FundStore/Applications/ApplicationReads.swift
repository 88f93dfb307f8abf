internal import Libpq
public import RevolvingFund

extension FundStore {
  /// Applications to a UPK, all or those in one state on a day, in the order of their numbers,
  /// behind one.
  ///
  /// - Throws: `StoreError`.
  public func applications(
    _ upk: UPKID, state: ApplicationState?, on day: Day, after: Int64?, limit: Int
  ) async throws -> [Application] {
    try await read { session in
      let page = try session.rows(
        ApplicationStatements.page,
        [
          .int8(upk.value), .text(state?.rawValue), .int8(after ?? 0),
          .int4(Int32(clamping: limit)), .day(day), .int4(Application.incompleteValidDays),
          .int4(Application.waitingValidDays), .int4(Application.approvalValidDays),
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

  /// Applications to some UPK that are not over, in the order of UPK and number.
  ///
  /// - Throws: `StoreError`.
  public func openApplications(_ upks: [UPKID]) async throws -> [Application] {
    try await read { session in
      let ids: [ApplicationID] = try session.rows(ApplicationStatements.open, [.upks(upks)])
        .map { try $0.number(0, 1) }
      return try ApplicationStatements.applications(
        try session.rows(ApplicationStatements.loading(ids)))
    }
  }
}
