internal import Libpq
internal import RevolvingFund

/// The statements of groups and their members.
enum KSMStatements {
  /// Groups asked for by number, and those of applications and loans asked for.
  static let byKey = Statement(
    "ksm.by-key",
    """
    select k.upk_id, k.number, k.name, k.formed_on
    from (
      select q.upk_id, q.number from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
      union
      select a.upk_id, a.ksm
      from unnest($3::bigint[], $4::bigint[]) as q (upk_id, number)
      cross join lateral (
        select a.upk_id, a.ksm from fund.application a
        where a.upk_id = q.upk_id and a.number = q.number limit 1) a
      union
      select l.upk_id, l.ksm
      from unnest($5::bigint[], $6::bigint[]) as q (upk_id, number)
      cross join lateral (
        select l.upk_id, l.ksm from fund.loan l
        where l.upk_id = q.upk_id and l.number = q.number limit 1) l) w
    cross join lateral (
      select k.upk_id, k.number, k.name, k.formed_on from fund.ksm k
      where k.upk_id = w.upk_id and k.number = w.number limit 1) k
    order by k.upk_id, k.number
    """)

  static let members = Statement(
    "ksm.members",
    """
    select m.upk_id, m.ksm, m.number, m.person_id, p.gender, m.joined_on, m.left_on
    from (
      select q.upk_id, q.number from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
      union
      select a.upk_id, a.ksm
      from unnest($3::bigint[], $4::bigint[]) as q (upk_id, number)
      cross join lateral (
        select a.upk_id, a.ksm from fund.application a
        where a.upk_id = q.upk_id and a.number = q.number limit 1) a
      union
      select l.upk_id, l.ksm
      from unnest($5::bigint[], $6::bigint[]) as q (upk_id, number)
      cross join lateral (
        select l.upk_id, l.ksm from fund.loan l
        where l.upk_id = q.upk_id and l.number = q.number limit 1) l) w
    cross join lateral (
      select m.* from fund.member m where m.upk_id = w.upk_id and m.ksm = w.number
      order by m.number offset 0) m
    cross join lateral (
      select p.gender from fund.person p where p.person_id = m.person_id limit 1) p
    order by m.upk_id, m.ksm, m.number
    """)

  static let openMemberships = Statement(
    "ksm.open-memberships",
    """
    select m.upk_id, m.person_id, m.ksm
    from unnest($1::bigint[], $2::bigint[]) as q (upk_id, person_id)
    cross join lateral (
      select m.upk_id, m.person_id, m.ksm from fund.member m
      where m.upk_id = q.upk_id and m.person_id = q.person_id and m.left_on is null limit 1) m
    """)

  /// Groups that have a member on a day.
  static let inhabited = Statement(
    "ksm.inhabited",
    """
    select k.upk_id, k.number
    from unnest($1::bigint[]) as q (upk_id)
    cross join lateral (
      select k.upk_id, k.number from fund.ksm k where k.upk_id = q.upk_id offset 0) k
    where exists (
      select from fund.member m
      where m.upk_id = k.upk_id and m.ksm = k.number and m.joined_on <= $2::date
        and (m.left_on is null or m.left_on > $2::date))
    order by k.upk_id, k.number
    """)

  static let page = Statement(
    "ksm.page",
    """
    select number from fund.ksm
    where upk_id = $1::bigint and number > $2::bigint and formed_on <= $4::date
    order by number limit $3::integer
    """)

  static let insert = Statement(
    "ksm.insert",
    """
    insert into fund.ksm (upk_id, number, name, formed_on)
    select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::date[])
    """)

  static let insertMember = Statement(
    "ksm.insert-member",
    """
    insert into fund.member (upk_id, ksm, number, person_id, joined_on, left_on)
    select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::date[],
      $6::date[])
    """)

  static let endMembership = Statement(
    "ksm.end-membership",
    """
    update fund.member m set left_on = q.left_on
    from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::date[])
      as q (upk_id, ksm, number, left_on)
    where m.upk_id = q.upk_id and m.ksm = q.ksm and m.number = q.number
    """)

  static let all = [
    byKey, members, openMemberships, inhabited, page, insert, insertMember, endMembership,
  ]

  static func insertion(_ groups: [KSM]) -> Request {
    Request(
      insert,
      [
        .upks(groups.map(\.id.upk)), .int8s(groups.map(\.id.number)),
        .texts(groups.map(\.name)), .days(groups.map(\.formedOn)),
      ])
  }

  static func insertion(_ rows: [(ksm: KSMID, member: Member)]) -> Request {
    Request(
      insertMember,
      [
        .upks(rows.map(\.ksm.upk)), .int8s(rows.map(\.ksm.number)),
        .int8s(rows.map(\.member.number)), .numbers(rows.map(\.member.person)),
        .days(rows.map(\.member.joinedOn)), .days(rows.map(\.member.leftOn)),
      ])
  }

  static func ending(_ rows: [(ksm: KSMID, member: Int64, leftOn: Day)]) -> Request {
    Request(
      endMembership,
      [
        .upks(rows.map(\.ksm.upk)), .int8s(rows.map(\.ksm.number)), .int8s(rows.map(\.member)),
        .days(rows.map(\.leftOn)),
      ])
  }

  /// Groups by their own numbers and by those of their applications and loans.
  static func loading(
    _ ids: some Sequence<KSMID>, of applications: some Sequence<ApplicationID>,
    _ loans: some Sequence<LoanID>
  ) -> [Request] {
    let keys = keyColumns(ids) + keyColumns(applications) + keyColumns(loans)
    return [Request(byKey, keys), Request(members, keys)]
  }

  /// Puts together what `loading` asked for, in the order of UPK and number.
  static func groups(_ rows: some Collection<Rows>) throws -> [KSM] {
    let rows = Array(rows)
    var byGroup: [KSMID: [Member]] = [:]
    for row in rows[1] {
      let id: KSMID = try row.number(0, 1)
      byGroup[id, default: []].append(
        Member(
          number: try row.int8(2), person: try row.personID(3), gender: try row.named(4),
          joinedOn: try row.day(5), leftOn: try row.optionalDay(6)))
    }
    return try rows[0].map { row in
      let id: KSMID = try row.number(0, 1)
      return KSM(
        id: id, name: try row.text(2), formedOn: try row.day(3), members: byGroup[id] ?? [])
    }
  }
}
