internal import Libpq
internal import RevolvingFund

/// The statements of balance confirmations and their lines.
enum ConfirmationStatements {
  static let page = Statement(
    "confirmation.page",
    """
    select upk_id, number, as_of, recorded_on, supervisor, scope from fund.balance_confirmation
    where upk_id = $1::bigint and number > $2::bigint and recorded_on <= $4::date
    order by number limit $3::integer
    """)

  /// The lines of confirmations of a UPK, from one number to another.
  static let lines = Statement(
    "confirmation.lines",
    """
    select upk_id, confirmation, loan, member, stated, books, evidence from fund.confirmed_balance
    where upk_id = $1::bigint and confirmation between $2::bigint and $3::bigint
    order by confirmation, line
    """)

  static let insert = Statement(
    "confirmation.insert",
    """
    insert into fund.balance_confirmation (upk_id, number, as_of, recorded_on, supervisor, scope)
    select * from unnest($1::bigint[], $2::bigint[], $3::date[], $4::date[], $5::bigint[],
      $6::text[])
    """)

  static let insertLines = Statement(
    "confirmation.insert-lines",
    """
    insert into fund.confirmed_balance (upk_id, confirmation, loan, member, line, stated, books,
      evidence)
    select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::integer[],
      $6::bigint[], $7::bigint[], $8::text[])
    """)

  static let all = [page, lines, insert, insertLines]

  static func insertion(_ rows: [BalanceConfirmation]) -> [Request] {
    let lines = rows.flatMap { confirmation in
      confirmation.lines.enumerated().map { (confirmation, place: $0 + 1, line: $1) }
    }
    return [
      Request(
        insert,
        [
          .upks(rows.map(\.upk)), .int8s(rows.map(\.number)), .days(rows.map(\.asOf)),
          .days(rows.map(\.on)), .numbers(rows.map(\.by)), .names(rows.map(\.scope)),
        ]),
      Request(
        insertLines,
        [
          .upks(lines.map(\.0.upk)), .int8s(lines.map(\.0.number)),
          .int8s(lines.map(\.line.loan.number)), .int8s(lines.map(\.line.member)),
          .int4s(lines.map { Int32($0.place) }), .amounts(lines.map(\.line.stated)),
          .amounts(lines.map(\.line.books)), .texts(lines.map(\.line.evidence)),
        ]),
    ]
  }
}

extension BalanceConfirmation {
  init(_ row: Row, lines: [Line]) throws {
    self.init(
      upk: try row.upkID(0), number: try row.int8(1), asOf: try row.day(2), on: try row.day(3),
      by: try row.personID(4), scope: try row.named(5), lines: lines, findings: [])
  }
}

extension BalanceConfirmation.Line {
  init(_ row: Row) throws {
    self.init(
      loan: try row.number(0, 2), member: try row.int8(3), stated: try row.rupiah(4),
      books: try row.rupiah(5), evidence: try row.text(6))
  }
}
