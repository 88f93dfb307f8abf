internal import Libpq
public import RevolvingFund

/// The statements of closed years.
enum YearStatements {
  static let ofUPKs = Statement(
    "year.of-upks",
    """
    select upk_id, year, closed_on, closed_by, income, cost from fund.year_close
    where upk_id = any($1::bigint[]) order by upk_id, year
    """)

  static let insert = Statement(
    "year.insert",
    """
    insert into fund.year_close (upk_id, year, closed_on, closed_by, income, cost)
    select * from unnest($1::bigint[], $2::integer[], $3::date[], $4::bigint[], $5::bigint[],
      $6::bigint[])
    """)

  static let all = [ofUPKs, insert]

  static func insertion(_ rows: [ClosedYear]) -> Request {
    Request(
      insert,
      [
        .upks(rows.map(\.upk)), .int4s(rows.map { Int32($0.year) }), .days(rows.map(\.closedOn)),
        .numbers(rows.map(\.closedBy)), .amounts(rows.map(\.income)), .amounts(rows.map(\.cost)),
      ])
  }
}

extension ClosedYear {
  init(_ row: Row) throws {
    self.init(
      upk: try row.upkID(0), year: Int(try row.int4(1)), closedOn: try row.day(2),
      closedBy: try row.personID(3), income: try row.rupiah(4), cost: try row.rupiah(5))
  }
}

extension FundStore {
  /// The closed years of a UPK, oldest first.
  ///
  /// - Throws: `StoreError`.
  public func closedYears(_ upk: UPKID) async throws -> [ClosedYear] {
    try await read(YearStatements.ofUPKs, [.upks([upk])]) { try $0.map { try ClosedYear($0) } }
  }
}
