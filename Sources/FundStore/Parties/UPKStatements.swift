internal import Libpq
internal import RevolvingFund

/// The statements of lending units.
enum UPKStatements {
  static let byKey = Statement(
    "upk.by-key",
    """
    select upk_id, code, name, bkm, region, operating_since, ran_earlier_programme, live_from
    from fund.upk
    where upk_id = any($1::bigint[]) or code = any($2::text[])
    """)

  static let page = Statement(
    "upk.page",
    """
    select upk_id, code, name, bkm, region, operating_since, ran_earlier_programme, live_from
    from fund.upk
    where ($1::text is null or code > $1::text collate "C")
      and ($3::text is null or region = $3::text or starts_with(region, $3::text || '.'))
    order by code limit $2::integer
    """)

  static let insert = Statement(
    "upk.insert",
    """
    insert into fund.upk (upk_id, code, name, bkm, region, operating_since,
      ran_earlier_programme, live_from)
    select q.upk_id, q.code, q.name, q.bkm, q.region, q.operating_since,
      q.ran_earlier_programme, q.live_from
    from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::date[],
      $7::boolean[], $8::date[])
      as q (upk_id, code, name, bkm, region, operating_since, ran_earlier_programme, live_from)
    """)

  /// Those in which persons hold or held an office of their own.
  static let ofOffices = Statement(
    "upk.of-offices",
    """
    select upk_id, code, name, bkm, region, operating_since, ran_earlier_programme, live_from
    from fund.upk
    where upk_id in (
      select a.scope_upk_id from fund.assignment a where a.person_id = any($1::bigint[]))
    """)

  static let all = [byKey, page, insert, ofOffices]

  static func insertion(_ units: [UPK]) -> Request {
    Request(
      insert,
      [
        .upks(units.map(\.id)), .codes(units.map(\.code)), .texts(units.map(\.name)),
        .codes(units.map(\.bkm)), .codes(units.map(\.region)),
        .days(units.map(\.operatingSince.first)), .bools(units.map(\.ranEarlierProgramme)),
        .days(units.map(\.liveFrom)),
      ])
  }
}

extension UPK {
  init(_ row: Row) throws {
    self.init(
      id: try row.upkID(0), code: try row.code(1), name: try row.text(2), bkm: try row.code(3),
      region: try row.regionCode(4), operatingSince: try row.day(5).month,
      ranEarlierProgramme: try row.bool(6), liveFrom: try row.day(7))
  }
}
