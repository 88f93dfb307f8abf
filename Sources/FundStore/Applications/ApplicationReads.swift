internal import Libpq
public import RevolvingFund

extension FundStore {
  /// Applications to a UPK as they stood on a day, all or those in one state, in the order of their
  /// numbers, behind one.
  ///
  /// - Throws: `StoreError`.
  public func applications(
    _ upk: UPKID, state: ApplicationState?, on day: Day, after: Int64?, limit: Int
  ) async throws -> [Application] {
    try await read { session in
      var found: [Application] = []
      var last = after ?? 0
      while found.count < limit {
        let numbers = try session.rows(
          ApplicationStatements.page,
          [.int8(upk.value), .int8(last), .day(day), .int4(ApplicationStatements.pageSize)]
        ).map { try $0.int8(0) }
        let stood = try session.applications(numbers.map { ApplicationID(upk, $0) }, on: day)
        found += stood.filter { state == nil || $0.state(on: day) == state }
        guard let next = numbers.last, numbers.count == ApplicationStatements.pageSize else {
          break
        }
        last = next
      }
      return Array(found.prefix(limit))
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

  /// Applications to some UPK that were not over on a day, as they stood then, in the order of UPK
  /// and number.
  ///
  /// - Throws: `StoreError`.
  public func openApplications(_ upks: [UPKID], on day: Day) async throws -> [Application] {
    try await read { session in
      let ids: [ApplicationID] = try session.rows(
        ApplicationStatements.open, [.upks(upks), .day(day)]
      ).map { try $0.number(0, 1) }
      return try session.applications(ids, on: day)
    }
  }
}

extension ReadSession {
  /// Applications as they stood on a day, in the order of the keys.
  fileprivate func applications(_ ids: [ApplicationID], on day: Day) throws -> [Application] {
    guard !ids.isEmpty else { return [] }
    return try ApplicationStatements.applications(rows(ApplicationStatements.loading(ids)))
      .compactMap { $0.asOf(day) }
  }
}
