internal import Libpq
public import RevolvingFund

extension FundStore {
  /// Visits of a UPK by a day, by number, behind one of them.
  ///
  /// - Throws: `StoreError`.
  public func visits(
    _ upk: UPKID, loan: Int64?, findingsOnly: Bool, asOf day: Day, after: Int64, limit: Int
  ) async throws -> [MemberVisit] {
    try await read(
      VisitStatements.page,
      [
        .int8(upk.value), .int8(after), .int4(Int32(clamping: limit)), .day(day), .int8(loan),
        .bool(findingsOnly),
      ]
    ) { try $0.map { try MemberVisit($0) } }
  }

  /// Members of open loans whom nobody had visited by a day, of those due by another, by loan and
  /// member, behind one of them.
  ///
  /// - Throws: `StoreError`.
  public func dueVisits(
    _ upk: UPKID, asOf day: Day, dueBy last: Day, after: (loan: Int64, member: Int64), limit: Int
  ) async throws -> [DueVisit] {
    try await read(
      VisitStatements.due,
      [
        .int8(upk.value), .int8(after.loan), .int8(after.member), .int4(Int32(clamping: limit)),
        .day(day), .day(last),
      ]
    ) { rows in
      try rows.map { row in
        DueVisit(
          loan: try row.number(0, 1), ksm: try row.number(0, 2), member: try row.int8(3),
          share: try row.rupiah(4), due: try row.day(5).addingMonths(1))
      }
    }
  }

  /// What the visits of a UPK found up to a day.
  ///
  /// - Throws: `StoreError`.
  public func visitSummary(_ upk: UPKID, asOf day: Day) async throws -> VisitSummary {
    try await read(VisitStatements.summary, [.int8(upk.value), .day(day)]) { rows in
      let row = try stored(rows.first { _ in true }, "a count without a row")
      func count(_ column: Int) throws -> Int { Int(try row.int8(column)) }
      return VisitSummary(
        asOf: day, due: try count(0), visited: try count(1), confirmed: try count(2),
        partly: try count(3), deviated: try count(4), nameLending: try count(5))
    }
  }

  /// Blocks of a UPK that began by a day, by number, behind one of them; or only those that held at
  /// its end.
  ///
  /// - Throws: `StoreError`.
  public func blocks(
    _ upk: UPKID, standingOnly: Bool, asOf day: Day, after: Int64, limit: Int
  ) async throws -> [BorrowerBlock] {
    try await read(
      BlockStatements.page,
      [
        .int8(upk.value), .int8(after), .int4(Int32(clamping: limit)), .day(day),
        .bool(standingOnly),
      ]
    ) { try $0.map { try BorrowerBlock($0) } }
  }
}
