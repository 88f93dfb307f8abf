internal import Libpq
internal import RevolvingFund

/// The statements of inspections by the supervisors and of what was published.
enum SupervisionStatements {
  static let ofUPK = Statement(
    "supervision.of-upk",
    """
    select s.upk_id, s.number, s.held_on, s.supervisor, s.note
    from unnest($1::bigint[]) as q (upk_id)
    cross join lateral (
      select * from fund.supervision s where s.upk_id = q.upk_id offset 0) s
    order by s.upk_id, s.number
    """)

  static let page = Statement(
    "supervision.page",
    """
    select s.upk_id, s.number, s.held_on, s.supervisor, s.note
    from fund.supervision s
    where s.upk_id = $1::bigint and s.number > $2::bigint and s.held_on <= $4::date
    order by s.number limit $3::integer
    """)

  static let insert = Statement(
    "supervision.insert",
    """
    insert into fund.supervision (upk_id, number, held_on, supervisor, note)
    select * from unnest($1::bigint[], $2::bigint[], $3::date[], $4::bigint[], $5::text[])
    """)

  static let publications = Statement(
    "publication.of-upk",
    """
    select p.upk_id, p.number, p.kind, p.month, p.published_on, p.published_by, p.reference
    from unnest($1::bigint[]) as q (upk_id)
    cross join lateral (
      select * from fund.publication p where p.upk_id = q.upk_id offset 0) p
    order by p.upk_id, p.number
    """)

  static let publicationPage = Statement(
    "publication.page",
    """
    select p.upk_id, p.number, p.kind, p.month, p.published_on, p.published_by, p.reference
    from fund.publication p
    where p.upk_id = $1::bigint and p.number > $2::bigint and p.published_on <= $4::date
    order by p.number limit $3::integer
    """)

  static let publish = Statement(
    "publication.insert",
    """
    insert into fund.publication (upk_id, number, kind, month, published_on, published_by,
      reference)
    select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::date[], $5::date[],
      $6::bigint[], $7::text[])
    """)

  static let all = [ofUPK, page, insert, publications, publicationPage, publish]

  static func insertion(_ rows: [Supervision]) -> Request {
    Request(
      insert,
      [
        .upks(rows.map(\.upk)), .int8s(rows.map(\.number)), .days(rows.map(\.on)),
        .numbers(rows.map(\.by)), .texts(rows.map(\.note)),
      ])
  }

  static func publishing(_ rows: [Publication]) -> Request {
    Request(
      publish,
      [
        .upks(rows.map(\.upk)), .int8s(rows.map(\.number)), .names(rows.map(\.kind)),
        .days(rows.map(\.month.first)), .days(rows.map(\.on)), .numbers(rows.map(\.by)),
        .texts(rows.map(\.reference)),
      ])
  }
}

extension Supervision {
  /// Reads an inspection; its findings are rows of their own.
  init(_ row: Row, findings: [Finding] = []) throws {
    self.init(
      upk: try row.upkID(0), number: try row.int8(1), on: try row.day(2),
      by: try row.personID(3), note: try row.text(4), findings: findings)
  }
}

extension Publication {
  init(_ row: Row) throws {
    self.init(
      upk: try row.upkID(0), number: try row.int8(1), kind: try row.named(2),
      month: try row.day(3).month, on: try row.day(4), by: try row.personID(5),
      reference: try row.text(6))
  }
}
