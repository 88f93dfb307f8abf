internal import Libpq
internal import RevolvingFund

/// The statements of boards.
enum BKMStatements {
  static let byCode = Statement(
    "bkm.by-code", "select code, name, region from fund.bkm where code = any($1::text[])")

  static let page = Statement(
    "bkm.page",
    """
    select code, name, region from fund.bkm
    where $1::text is null or code > $1::text collate "C" order by code limit $2::integer
    """)

  static let insert = Statement(
    "bkm.insert",
    """
    insert into fund.bkm (code, name, region)
    select q.code, q.name, q.region
    from unnest($1::text[], $2::text[], $3::text[]) as q (code, name, region)
    """)

  static let all = [byCode, page, insert]

  static func insertion(_ boards: [BKM]) -> Request {
    Request(
      insert,
      [
        .codes(boards.map(\.code)), .texts(boards.map(\.name)), .codes(boards.map(\.region)),
      ])
  }
}

extension BKM {
  init(_ row: Row) throws {
    self.init(code: try row.code(0), name: try row.text(1), region: try row.regionCode(2))
  }
}
