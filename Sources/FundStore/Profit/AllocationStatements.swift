internal import Libpq
public import RevolvingFund

/// The statements of what became of closed years' profits.
enum AllocationStatements {
  static let ofUPKs = Statement(
    "allocation.of-upks",
    """
    select a.upk_id, a.year, a.allocated_on, a.decided_by, a.minutes, p.purposes, p.hundredths,
      p.amounts, a.bounds
    from fund.profit_allocation a
    cross join lateral (
      select array_agg(p.purpose order by p.line), array_agg(p.hundredths order by p.line),
        array_agg(p.amount order by p.line)
      from fund.profit_part p where p.upk_id = a.upk_id and p.year = a.year
    ) as p (purposes, hundredths, amounts)
    where a.upk_id = any($1::bigint[]) order by a.upk_id, a.year
    """)

  static let insert = Statement(
    "allocation.insert",
    """
    insert into fund.profit_allocation (upk_id, year, allocated_on, decided_by, minutes, bounds)
    select * from unnest($1::bigint[], $2::integer[], $3::date[], $4::bigint[], $5::text[],
      $6::bigint[])
    """)

  static let insertParts = Statement(
    "allocation.insert-parts",
    """
    insert into fund.profit_part (upk_id, year, line, purpose, hundredths, amount)
    select * from unnest($1::bigint[], $2::integer[], $3::integer[], $4::text[], $5::integer[],
      $6::bigint[])
    """)

  static let all = [ofUPKs, insert, insertParts]

  static func insertion(_ rows: [ProfitAllocation]) -> [Request] {
    let parts = rows.flatMap { allocation in
      allocation.lines.enumerated().map { (allocation, number: $0 + 1, line: $1) }
    }
    return [
      Request(
        insert,
        [
          .upks(rows.map(\.upk)), .int4s(rows.map { Int32($0.year) }), .days(rows.map(\.on)),
          .numbers(rows.map(\.decidedBy)), .texts(rows.map(\.minutes)),
          .int8s(rows.map(\.bounds)),
        ]),
      Request(
        insertParts,
        [
          .upks(parts.map(\.0.upk)), .int4s(parts.map { Int32($0.0.year) }),
          .int4s(parts.map { Int32($0.number) }), .names(parts.map(\.line.purpose)),
          .int4s(parts.map { Int32($0.line.hundredths) }), .amounts(parts.map(\.line.amount)),
        ]),
    ]
  }
}

extension ProfitAllocation {
  init(_ row: Row) throws {
    let names = try row.texts(5)
    let hundredths = try row.int4s(6)
    let amounts = try row.int8s(7)
    self.init(
      upk: try row.upkID(0), year: Int(try row.int4(1)), on: try row.day(2),
      decidedBy: try row.personID(3), minutes: try row.text(4),
      bounds: try row.optionalInt8(8),
      lines: try names.indices.map { place in
        let purpose = try stored(
          ProfitPurpose(rawValue: names[place]), "`\(names[place])` is no purpose of a profit")
        return Line(
          purpose: purpose, hundredths: Int(hundredths[place]), amount: Rupiah(amounts[place]))
      })
  }
}

extension FundStore {
  /// What became of the profits of a UPK's closed years, oldest first.
  ///
  /// - Throws: `StoreError`.
  public func allocations(_ upk: UPKID) async throws -> [ProfitAllocation] {
    try await read(AllocationStatements.ofUPKs, [.upks([upk])]) {
      try $0.map { try ProfitAllocation($0) }
    }
  }
}
