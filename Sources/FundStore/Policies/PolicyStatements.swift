internal import Libpq
internal import RevolvingFund

/// The statements of lending policies.
enum PolicyStatements {
  static let ofUPK = Statement(
    "policy.of-upk",
    """
    select upk_id, version, valid_from, first_loan_ceiling, later_loan_ceiling, shortest_term,
      longest_term, rate_millionths, method, round_unit, early_settlement, reserve_scheme, minutes
    from fund.lending_policy where upk_id = any($1::bigint[]) order by upk_id, version
    """)

  static let insert = Statement(
    "policy.insert",
    """
    insert into fund.lending_policy (upk_id, version, valid_from, first_loan_ceiling,
      later_loan_ceiling, shortest_term, longest_term, rate_millionths, method, round_unit,
      early_settlement, reserve_scheme, minutes)
    select * from unnest($1::bigint[], $2::bigint[], $3::date[], $4::bigint[], $5::bigint[],
      $6::integer[], $7::integer[], $8::bigint[], $9::text[], $10::bigint[], $11::text[],
      $12::text[], $13::text[])
    """)

  static let all = [ofUPK, insert]

  static func insertion(_ policies: [LendingPolicy]) -> Request {
    Request(
      insert,
      [
        .upks(policies.map(\.upk)), .int8s(policies.map(\.version)),
        .days(policies.map(\.validFrom)), .amounts(policies.map(\.firstLoanCeiling)),
        .amounts(policies.map(\.laterLoanCeiling)),
        .int4s(policies.map { Int32($0.shortestTerm) }),
        .int4s(policies.map { Int32($0.longestTerm) }), .int8s(policies.map(\.rate.millionths)),
        .names(policies.map(\.method)), .int8s(policies.map(\.roundUnit)),
        .names(policies.map(\.earlySettlement)), .names(policies.map(\.reserveScheme)),
        .texts(policies.map(\.minutes)),
      ])
  }
}

extension LendingPolicy {
  init(_ row: Row) throws {
    self.init(
      upk: try row.upkID(0), version: try row.int8(1), validFrom: try row.day(2),
      firstLoanCeiling: try row.rupiah(3), laterLoanCeiling: try row.rupiah(4),
      shortestTerm: Int(try row.int4(5)), longestTerm: Int(try row.int4(6)),
      rate: MonthlyRate(millionths: try row.int8(7)), method: try row.named(8),
      roundUnit: try row.int8(9), earlySettlement: try row.named(10),
      reserveScheme: try row.named(11), minutes: try row.text(12))
  }
}
