internal import Libpq
internal import RevolvingFund

/// The statements of who is close to a group.
enum RelationshipStatements {
  static let ofGroups = Statement(
    "relationship.of-groups",
    """
    select r.upk_id, r.ksm, r.number, r.person, r.kind, r.note, r.declared_on, r.declared_by,
      e.ended_on, e.ended_by, e.reason
    from (
      select q.upk_id, q.number from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
      union
      select p.upk_id, p.ksm
      from unnest($3::bigint[], $4::bigint[]) as q (upk_id, number)
      cross join lateral (
        select p.upk_id, p.ksm from fund.application p
        where p.upk_id = q.upk_id and p.number = q.number limit 1) p
      union
      select l.upk_id, l.ksm
      from unnest($5::bigint[], $6::bigint[]) as q (upk_id, number)
      cross join lateral (
        select l.upk_id, l.ksm from fund.loan l
        where l.upk_id = q.upk_id and l.number = q.number limit 1) l) w
    cross join lateral (
      select * from fund.relationship r
      where r.upk_id = w.upk_id and r.ksm = w.number offset 0) r
    left join fund.relationship_end e on e.upk_id = r.upk_id and e.relationship = r.number
    order by r.upk_id, r.number
    """)

  static let ofUPK = Statement(
    "relationship.of-upk",
    """
    select r.upk_id, r.ksm, r.number, r.person, r.kind, r.note, r.declared_on, r.declared_by,
      e.ended_on, e.ended_by, e.reason
    from fund.relationship r
    left join fund.relationship_end e on e.upk_id = r.upk_id and e.relationship = r.number
    where r.upk_id = $1::bigint order by r.number
    """)

  static let end = Statement(
    "relationship.end",
    """
    insert into fund.relationship_end (upk_id, relationship, ended_on, ended_by, reason)
    select * from unnest($1::bigint[], $2::bigint[], $3::date[], $4::bigint[], $5::text[])
    """)

  static let insert = Statement(
    "relationship.insert",
    """
    insert into fund.relationship (upk_id, ksm, number, person, kind, note, declared_on,
      declared_by)
    select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::text[],
      $6::text[], $7::date[], $8::bigint[])
    """)

  static let all = [ofGroups, ofUPK, end, insert]

  static func ending(_ rows: [(upk: UPKID, number: Int64, end: RelationshipEnd)]) -> Request {
    Request(
      end,
      [
        .upks(rows.map(\.upk)), .int8s(rows.map(\.number)), .days(rows.map(\.end.on)),
        .numbers(rows.map(\.end.by)), .texts(rows.map(\.end.reason)),
      ])
  }

  static func insertion(_ rows: [Relationship]) -> Request {
    Request(
      insert,
      [
        .upks(rows.map(\.ksm.upk)), .int8s(rows.map(\.ksm.number)), .int8s(rows.map(\.number)),
        .numbers(rows.map(\.person)), .names(rows.map(\.kind)), .texts(rows.map(\.note)),
        .days(rows.map(\.declaredOn)), .numbers(rows.map(\.declaredBy)),
      ])
  }
}

extension Relationship {
  init(_ row: Row) throws {
    self.init(
      ksm: try row.number(0, 1), number: try row.int8(2), person: try row.personID(3),
      kind: try row.named(4), note: try row.text(5), declaredOn: try row.day(6),
      declaredBy: try row.personID(7),
      end: try row.optionalDay(8).map { day in
        RelationshipEnd(on: day, by: try row.personID(9), reason: try row.text(10))
      })
  }
}
