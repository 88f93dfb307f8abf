internal import Libpq
internal import RevolvingFund

/// The statements that load what a group's members are tested by, by group or by application.
enum GroupRecordStatements {
  static let trainings = Statement(
    "group-record.trainings",
    """
    select t.training_id, t.person_id, t.topic, t.trained_on, t.reference
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
    cross join lateral (
      select * from fund.training t where t.person_id = m.person_id offset 0) t
    order by t.person_id, t.trained_on
    """)

  /// Members who have an open share anywhere.
  static let claimed = Statement(
    "group-record.claimed",
    """
    select distinct m.person_id
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
    cross join lateral (
      select p.nik_digest from fund.person p where p.person_id = m.person_id limit 1) p
    cross join lateral (
      select from fund.borrower_claim c where c.nik_digest = p.nik_digest limit 1) c
    """)

  /// What groups saved, as `SavingsStatements.movements` gives it.
  static let savings = Statement(
    "group-record.savings",
    """
    select p.upk_id, p.ksm, p.booked_on,
      case when p.credit = 21020 then p.amount else -p.amount end
    from (
      select q.upk_id, q.number from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
      union
      select a.upk_id, a.ksm
      from unnest($3::bigint[], $4::bigint[]) as q (upk_id, number)
      cross join lateral (
        select a.upk_id, a.ksm from fund.application a
        where a.upk_id = q.upk_id and a.number = q.number limit 1) a) w
    cross join lateral (
      select * from fund.posting p
      where p.upk_id = w.upk_id and p.ksm = w.number and p.ksm is not null
        and (p.debit = 21020 or p.credit = 21020) offset 0) p
    order by p.upk_id, p.ksm, p.booked_on, p.seq, p.line
    """)

  /// Persons of a list who have an open share anywhere.
  static let openShares = Statement(
    "group-record.open-shares",
    """
    select p.person_id
    from unnest($1::bigint[]) as q (person_id)
    cross join lateral (
      select p.person_id, p.nik_digest from fund.person p
      where p.person_id = q.person_id limit 1) p
    cross join lateral (
      select from fund.borrower_claim c where c.nik_digest = p.nik_digest limit 1) c
    """)

  static let all = [trainings, claimed, savings, openShares]
}
