internal import Libpq
internal import RevolvingFund

/// The statements of delegations.
enum DelegationStatements {
  static let ofUPKs = Statement(
    "delegation.of-upks",
    """
    select d.upk_id, d.number, d.role, d.holder, d.delegate, d.valid_from, d.valid_until, d.reason,
      r.revoked_on, r.revoked_by, r.reason
    from fund.delegation d
    left join fund.delegation_revocation r on r.upk_id = d.upk_id and r.delegation = d.number
    where d.upk_id = any($1::bigint[]) order by d.upk_id, d.number
    """)

  static let revoke = Statement(
    "delegation.revoke",
    """
    insert into fund.delegation_revocation (upk_id, delegation, revoked_on, revoked_by, reason)
    select * from unnest($1::bigint[], $2::bigint[], $3::date[], $4::bigint[], $5::text[])
    """)

  static let insert = Statement(
    "delegation.insert",
    """
    insert into fund.delegation (upk_id, number, role, holder, delegate, valid_from, valid_until,
      reason)
    select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::bigint[],
      $6::date[], $7::date[], $8::text[])
    """)

  static let all = [ofUPKs, revoke, insert]

  static func revocation(
    _ rows: [(upk: UPKID, number: Int64, revocation: Revocation)]
  ) -> Request {
    Request(
      revoke,
      [
        .upks(rows.map(\.upk)), .int8s(rows.map(\.number)), .days(rows.map(\.revocation.on)),
        .numbers(rows.map(\.revocation.by)), .texts(rows.map(\.revocation.reason)),
      ])
  }

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
      until: try row.day(6), reason: try row.text(7),
      revocation: try row.optionalDay(8).map { day in
        Revocation(on: day, by: try row.personID(9), reason: try row.text(10))
      })
  }
}
