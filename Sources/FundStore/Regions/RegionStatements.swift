internal import Libpq
internal import RevolvingFund

/// The statements of regions.
enum RegionStatements {
  static let byCode = Statement(
    "region.by-code", "select code, name from fund.region where code = any($1::text[])")

  static let page = Statement(
    "region.page",
    """
    select code, name from fund.region
    where $1::text is null or code > $1::text collate "C" order by code limit $2::integer
    """)

  static let insert = Statement(
    "region.insert",
    """
    insert into fund.region (code, name)
    select q.code, q.name from unnest($1::text[], $2::text[]) as q (code, name)
    """)

  static let all = [byCode, page, insert]

  static func insertion(_ regions: [Region]) -> Request {
    Request(insert, [.codes(regions.map(\.code)), .texts(regions.map(\.name))])
  }
}

extension Region {
  init(_ row: Row) throws {
    self.init(code: try row.regionCode(0), name: try row.text(1))
  }
}
