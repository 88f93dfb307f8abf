internal import Libpq

/// The statements that load what visits in the whole province say of persons.
///
/// Who the persons are is found first, in their own UPK: on a database that is spread only the rest
/// is asked of every node.
enum ConductStatements {
  /// For what members of groups used earlier shares, by group or by application.
  static let uses = Statement(
    "conduct.uses",
    """
    with m as materialized (
      select m.person_id
      from (
        select q.upk_id, q.number from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
        union
        select p.upk_id, p.ksm
        from unnest($3::bigint[], $4::bigint[]) as q (upk_id, number)
        cross join lateral (
          select p.upk_id, p.ksm from fund.application p
          where p.upk_id = q.upk_id and p.number = q.number limit 1) p) w
      cross join lateral (
        select m.person_id from fund.member m
        where m.upk_id = w.upk_id and m.ksm = w.number offset 0) m)
    select v.person_id, v.visited_on, v.use
    from m
    cross join lateral (
      select * from fund.visit v where v.person_id = m.person_id offset 0) v
    order by v.person_id, v.visited_on, v.upk_id, v.number
    """)

  /// Blocks of members of groups, by group or by application, and of other persons.
  static let blocks = Statement(
    "conduct.blocks",
    """
    with p as materialized (
      select m.person_id
      from (
        select q.upk_id, q.number from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
        union
        select p.upk_id, p.ksm
        from unnest($3::bigint[], $4::bigint[]) as q (upk_id, number)
        cross join lateral (
          select p.upk_id, p.ksm from fund.application p
          where p.upk_id = q.upk_id and p.number = q.number limit 1) p) w
      cross join lateral (
        select m.person_id from fund.member m
        where m.upk_id = w.upk_id and m.ksm = w.number offset 0) m
      union
      select q.person_id from unnest($5::bigint[]) as q (person_id))
    select b.upk_id, b.number, b.person_id, b.cause, b.visit, b.blocked_on, b.lifted_on,
      b.lifted_by, b.minutes
    from p
    cross join lateral (
      select * from fund.borrower_block b where b.person_id = p.person_id offset 0) b
    order by b.person_id, b.blocked_on, b.upk_id, b.number
    """)

  static let all = [uses, blocks]
}
