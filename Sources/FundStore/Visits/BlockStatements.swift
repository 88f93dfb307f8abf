internal import Libpq
internal import RevolvingFund

/// The statements of blocks, in the UPK that found a reason for them.
enum BlockStatements {
  static let byKey = Statement(
    "block.by-key",
    """
    select b.upk_id, b.number, b.person_id, b.cause, b.visit, b.blocked_on, b.lifted_on,
      b.lifted_by, b.minutes
    from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
    cross join lateral (
      select * from fund.borrower_block b
      where b.upk_id = q.upk_id and b.number = q.number limit 1) b
    """)

  /// Blocks that began by a day, or only those that held at its end.
  static let page = Statement(
    "block.page",
    """
    select b.upk_id, b.number, b.person_id, b.cause, b.visit, b.blocked_on, b.lifted_on,
      b.lifted_by, b.minutes
    from fund.borrower_block b
    where b.upk_id = $1::bigint and b.number > $2::bigint and b.blocked_on <= $4::date
      and (not $5::boolean or b.lifted_on is null or b.lifted_on > $4::date)
    order by b.number limit $3::integer
    """)

  static let insert = Statement(
    "block.insert",
    """
    insert into fund.borrower_block (upk_id, number, person_id, cause, visit, blocked_on)
    select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::bigint[],
      $6::date[])
    """)

  static let lift = Statement(
    "block.lift",
    """
    update fund.borrower_block b set lifted_on = q.lifted_on, lifted_by = q.lifted_by,
      minutes = q.minutes
    from unnest($1::bigint[], $2::bigint[], $3::date[], $4::bigint[], $5::text[])
      as q (upk_id, number, lifted_on, lifted_by, minutes)
    where b.upk_id = q.upk_id and b.number = q.number
    """)

  static let all = [byKey, page, insert, lift]

  static func insertion(_ rows: [BorrowerBlock]) -> Request {
    Request(
      insert,
      [
        .upks(rows.map(\.id.upk)), .int8s(rows.map(\.id.number)), .numbers(rows.map(\.person)),
        .names(rows.map(\.cause)), .int8s(rows.map(\.visit.number)), .days(rows.map(\.since)),
      ])
  }

  static func lifting(_ rows: [(block: BlockID, lift: BlockLift)]) -> Request {
    Request(
      lift,
      [
        .upks(rows.map(\.block.upk)), .int8s(rows.map(\.block.number)),
        .days(rows.map(\.lift.on)), .numbers(rows.map(\.lift.by)),
        .texts(rows.map(\.lift.minutes)),
      ])
  }
}

extension BorrowerBlock {
  init(_ row: Row) throws {
    let lift: BlockLift? =
      if let day = try row.optionalDay(6) {
        BlockLift(on: day, by: try row.personID(7), minutes: try row.text(8))
      } else {
        nil
      }
    self.init(
      id: try row.number(0, 1), person: try row.personID(2), cause: try row.named(3),
      visit: try row.number(0, 4), since: try row.day(5), lift: lift)
  }
}
