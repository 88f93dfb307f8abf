internal import Libpq
public import RevolvingFund

extension FundStore {
  /// Closed months of a UPK from one to another, oldest first, each by its newest version.
  ///
  /// - Throws: `StoreError`.
  public func periods(
    _ upk: UPKID, from first: Month, until last: Month, limit: Int
  ) async throws -> [ClosedPeriod] {
    try await read(
      PeriodStatements.page,
      [.int8(upk.value), .day(first.first), .day(last.first), .int4(Int32(clamping: limit))]
    ) { try $0.map { try ClosedPeriod($0) } }
  }

  /// Every version of the closed months from one to another, oldest first.
  ///
  /// - Throws: `StoreError`.
  public func periodVersions(
    _ upk: UPKID, from first: Month, until last: Month
  ) async throws -> [ClosedPeriod] {
    try await read(
      PeriodStatements.versions, [.int8(upk.value), .day(first.first), .day(last.first)]
    ) { try $0.map { try ClosedPeriod($0) } }
  }

  /// A closed month, and the list that it froze if a suspension began with it.
  ///
  /// - Throws: `StoreError`.
  public func period(
    _ upk: UPKID, _ month: Month
  ) async throws -> (period: ClosedPeriod, frozen: Suspension?)? {
    let key: [Parameter] = [.int8(upk.value), .day(month.first)]
    let requests = [
      Request(PeriodStatements.page, key + [.day(month.first), .int4(1)]),
      Request(PeriodStatements.frozen, key),
    ]
    return try await read(requests) { rows in
      guard let row = rows[0].first else { return nil }
      let period = try ClosedPeriod(row)
      let loans = try rows[1].map { try FrozenLoan($0) }
      return (
        period, period.suspendedSince == month ? Suspension(since: month, loans: loans) : nil
      )
    }
  }

  /// The last closed month of a UPK and its earliest day; neither of one without books.
  ///
  /// - Throws: `StoreError`.
  public func closing(
    _ upk: UPKID
  ) async throws -> (closedThrough: Month?, firstDay: Day?) {
    let requests = [
      Request(PeriodStatements.closedMonth, [.int8(upk.value)]),
      Request(PeriodStatements.firstDays, [.upks([upk])]),
    ]
    return try await read(requests) { rows in
      (
        try rows[0].first.flatMap { try $0.optionalDay(0)?.month },
        try rows[1].first.flatMap { try $0.optionalDay(1) }
      )
    }
  }
}
