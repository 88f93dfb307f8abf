internal import Libpq
internal import RevolvingFund

/// The statements of delegations.
enum DelegationStatements {
  static let ofUPKs = Statement(
    "delegation.of-upks",
    """
    select upk_id, number, role, holder, delegate, valid_from, valid_until, reason
    from fund.delegation where upk_id = any($1::bigint[]) order by upk_id, number
    """)

  static let insert = Statement(
    "delegation.insert",
    """
    insert into fund.delegation (upk_id, number, role, holder, delegate, valid_from, valid_until,
      reason)
    select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::bigint[],
      $6::date[], $7::date[], $8::text[])
    """)

  static let all = [ofUPKs, insert]

  static func insertion(_ rows: [Delegation]) -> Request {
    Request(
      insert,
      [
        .upks(rows.map(\.upk)), .int8s(rows.map(\.number)), .names(rows.map(\.role)),
        .numbers(rows.map(\.holder)), .numbers(rows.map(\.delegate)), .days(rows.map(\.from)),
        .days(rows.map(\.until)), .texts(rows.map(\.reason)),
      ])
  }
}

extension Delegation {
  init(_ row: Row) throws {
    self.init(
      upk: try row.upkID(0), number: try row.int8(1), role: try row.named(2),
      holder: try row.personID(3), delegate: try row.personID(4), from: try row.day(5),
      until: try row.day(6), reason: try row.text(7))
  }
}
