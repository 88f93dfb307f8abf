internal import Libpq
internal import RevolvingFund

/// The statements of charters.
enum CharterStatements {
  static let ofUPK = Statement(
    "charter.of-upk",
    """
    select upk_id, version, valid_from, deed, poverty_tool, lending_only, income_for_unit_only,
      minutes
    from fund.charter where upk_id = any($1::bigint[]) order by upk_id, version
    """)

  static let insert = Statement(
    "charter.insert",
    """
    insert into fund.charter (upk_id, version, valid_from, deed, poverty_tool, lending_only,
      income_for_unit_only, minutes)
    select * from unnest($1::bigint[], $2::bigint[], $3::date[], $4::text[], $5::text[],
      $6::text[], $7::text[], $8::text[])
    """)

  static let all = [ofUPK, insert]

  static func insertion(_ charters: [Charter]) -> Request {
    func articles(_ clause: CharterClause) -> Parameter {
      .texts(charters.map { $0.articles[clause] })
    }
    return Request(
      insert,
      [
        .upks(charters.map(\.upk)), .int8s(charters.map(\.version)),
        .days(charters.map(\.validFrom)), .texts(charters.map(\.deed)), articles(.povertyTool),
        articles(.lendingOnly), articles(.incomeForUnitOnly), .texts(charters.map(\.minutes)),
      ])
  }
}

extension Charter {
  init(_ row: Row) throws {
    var articles: [CharterClause: String] = [:]
    articles[.povertyTool] = try row.optionalText(4)
    articles[.lendingOnly] = try row.optionalText(5)
    articles[.incomeForUnitOnly] = try row.optionalText(6)
    self.init(
      upk: try row.upkID(0), version: try row.int8(1), validFrom: try row.day(2),
      deed: try row.text(3), articles: articles, minutes: try row.text(7))
  }
}
