internal import Libpq
internal import RevolvingFund

/// The statements of what was received without a name, and of whose it turned out to be.
enum SuspenseStatements {
  /// What came to 21030 of UPK without a group, above zero, or went, below.
  static let unnamed = Statement(
    "suspense.unnamed",
    """
    select p.upk_id, p.booked_on, case when p.credit = 21030 then p.amount else -p.amount end
    from fund.posting p
    where p.upk_id = any($1::bigint[]) and (p.debit = 21030 or p.credit = 21030) and p.ksm is null
    """)

  static let assignments = Statement(
    "suspense.assignments",
    """
    select a.upk_id, a.number, a.ksm, a.amount, a.assigned_on, a.assigned_by, a.reason,
      a.takes_back
    from fund.suspense_assignment a where a.upk_id = any($1::bigint[]) order by a.upk_id, a.number
    """)

  /// Those of a UPK up to a day, behind one of them.
  static let page = Statement(
    "suspense.page",
    """
    select a.upk_id, a.number, a.ksm, a.amount, a.assigned_on, a.assigned_by, a.reason,
      a.takes_back
    from fund.suspense_assignment a
    where a.upk_id = $1::bigint and a.assigned_on <= $2::date and a.number > $3::bigint
    order by a.number limit $4::integer
    """)

  static let insert = Statement(
    "suspense.insert",
    """
    insert into fund.suspense_assignment (upk_id, number, ksm, amount, assigned_on, assigned_by,
      reason, takes_back)
    select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::date[],
      $6::bigint[], $7::text[], $8::bigint[])
    """)

  static let all = [unnamed, assignments, page, insert]

  static func loading(_ upks: [UPKID]) -> [Request] {
    [Request(unnamed, [.upks(upks)]), Request(assignments, [.upks(upks)])]
  }

  /// What is unnamed, day by day, less what groups were given.
  static func unnamed(
    _ rows: some Sequence<Row>, _ assignments: [SuspenseAssignment]
  ) throws -> [UPKID: DailyBalance] {
    var byUPK: [UPKID: DailyBalance] = [:]
    for row in rows {
      byUPK[try row.upkID(0), default: DailyBalance()].add(
        try row.rupiah(2), on: try row.day(1))
    }
    for given in assignments {
      byUPK[given.ksm.upk, default: DailyBalance()].add(-given.amount, on: given.on)
    }
    return byUPK
  }

  static func insertion(_ rows: [SuspenseAssignment]) -> Request {
    Request(
      insert,
      [
        .upks(rows.map(\.ksm.upk)), .int8s(rows.map(\.number)), .int8s(rows.map(\.ksm.number)),
        .int8s(rows.map(\.amount.amount)), .days(rows.map(\.on)), .numbers(rows.map(\.by)),
        .texts(rows.map(\.reason)), .int8s(rows.map(\.takesBack)),
      ])
  }
}

extension SuspenseAssignment {
  init(_ row: Row) throws {
    self.init(
      number: try row.int8(1), ksm: try row.number(0, 2), amount: try row.rupiah(3),
      on: try row.day(4), by: try row.personID(5), reason: try row.text(6),
      takesBack: try row.optionalInt8(7))
  }
}
