internal import Libpq
public import RevolvingFund

/// The statements of budgets.
enum BudgetStatements {
  static let ofUPKs = Statement(
    "budget.of-upks",
    """
    select b.upk_id, b.number, b.year, b.proposed_on, b.proposed_by, b.approved_on, b.approved_by,
      b.minutes, l.accounts, l.amounts
    from fund.budget b
    cross join lateral (
      select array_agg(l.account order by l.account), array_agg(l.amount order by l.account)
      from fund.budget_line l where l.upk_id = b.upk_id and l.number = b.number
    ) as l (accounts, amounts)
    where b.upk_id = any($1::bigint[]) order by b.upk_id, b.number
    """)

  static let insert = Statement(
    "budget.insert",
    """
    insert into fund.budget (upk_id, number, year, proposed_on, proposed_by)
    select * from unnest($1::bigint[], $2::bigint[], $3::integer[], $4::date[], $5::bigint[])
    """)

  static let insertLines = Statement(
    "budget.insert-lines",
    """
    insert into fund.budget_line (upk_id, number, account, amount)
    select * from unnest($1::bigint[], $2::bigint[], $3::integer[], $4::bigint[])
    """)

  static let approve = Statement(
    "budget.approve",
    """
    update fund.budget b set approved_on = q.approved_on, approved_by = q.approved_by,
      minutes = q.minutes
    from unnest($1::bigint[], $2::bigint[], $3::date[], $4::bigint[], $5::text[])
      as q (upk_id, number, approved_on, approved_by, minutes)
    where b.upk_id = q.upk_id and b.number = q.number
    """)

  static let all = [ofUPKs, insert, insertLines, approve]

  static func insertion(_ rows: [Budget]) -> [Request] {
    let lines = rows.flatMap { budget in budget.lines.map { (budget, line: $0) } }
    return [
      Request(
        insert,
        [
          .upks(rows.map(\.upk)), .int8s(rows.map(\.number)),
          .int4s(rows.map { Int32($0.year) }), .days(rows.map(\.proposedOn)),
          .numbers(rows.map(\.proposedBy)),
        ]),
      Request(
        insertLines,
        [
          .upks(lines.map(\.0.upk)), .int8s(lines.map(\.0.number)),
          .int4s(lines.map(\.line.account.number)), .amounts(lines.map(\.line.amount)),
        ]),
    ]
  }

  static func approval(_ rows: [ApprovedBudget]) -> Request {
    Request(
      approve,
      [
        .upks(rows.map(\.upk)), .int8s(rows.map(\.number)), .days(rows.map(\.approval.on)),
        .numbers(rows.map(\.approval.by)), .texts(rows.map(\.approval.minutes)),
      ])
  }
}

/// A budget by its number, with the board's decision.
struct ApprovedBudget {
  let upk: UPKID
  let number: Int64
  let approval: Budget.Approval
}

extension Budget {
  init(_ row: Row) throws {
    let approvedOn = try row.optionalDay(5)
    self.init(
      upk: try row.upkID(0), number: try row.int8(1), year: Int(try row.int4(2)),
      lines: zip(try row.int4s(8), try row.int8s(9)).map { Line(AccountCode($0), Rupiah($1)) },
      proposedOn: try row.day(3), proposedBy: try row.personID(4),
      approval: try approvedOn.map {
        Approval(on: $0, by: try row.personID(6), minutes: try row.text(7))
      })
  }
}

extension FundStore {
  /// The budgets of a UPK, those that were never approved too, by number.
  ///
  /// - Throws: `StoreError`.
  public func budgets(_ upk: UPKID) async throws -> [Budget] {
    try await read(BudgetStatements.ofUPKs, [.upks([upk])]) { try $0.map { try Budget($0) } }
  }
}
