internal import Libpq
internal import RevolvingFund

/// The statements of bank reconciliations.
enum ReconciliationStatements {
  /// What accounts held before months.
  static let openings = Statement(
    "reconciliation.openings",
    """
    select q.upk_id, q.account, q.month,
      coalesce((select sum(p.amount) from fund.posting p
        where p.upk_id = q.upk_id and p.debit = q.account and p.booked_on < q.month), 0)::bigint
      - coalesce((select sum(p.amount) from fund.posting p
        where p.upk_id = q.upk_id and p.credit = q.account and p.booked_on < q.month), 0)::bigint
    from unnest($1::bigint[], $2::integer[], $3::date[]) as q (upk_id, account, month)
    """)

  /// What each voucher moved on accounts in months.
  static let entries = Statement(
    "reconciliation.entries",
    """
    select q.upk_id, q.account, q.month, v.kind, v.year, v.number, v.booked_on, v.reference,
      v.reverses_kind, v.reverses_year, v.reverses_number,
      sum(case when p.debit = q.account then p.amount else -p.amount end)::bigint
    from unnest($1::bigint[], $2::integer[], $3::date[]) as q (upk_id, account, month)
    join fund.posting p on p.upk_id = q.upk_id and (p.debit = q.account or p.credit = q.account)
      and p.debit <> p.credit
      and p.booked_on >= q.month and p.booked_on < q.month + interval '1 month'
    join fund.voucher v on v.upk_id = p.upk_id and v.kind = p.voucher_kind
      and v.year = p.voucher_year and v.number = p.voucher_number
    group by q.upk_id, q.account, q.month, v.upk_id, v.kind, v.year, v.number, v.booked_on,
      v.reference, v.reverses_kind, v.reverses_year, v.reverses_number, v.seq
    order by v.booked_on, v.seq, v.kind, v.number
    """)

  static let latest = Statement(
    "reconciliation.latest",
    """
    select r.upk_id, r.number, r.account, r.month, r.version, r.reconciled_on,
      r.statement_opening, r.statement_balance, r.ledger_balance
    from unnest($1::bigint[], $2::integer[], $3::date[]) as q (upk_id, account, month)
    cross join lateral (
      select * from fund.reconciliation r
      where r.upk_id = q.upk_id and r.account = q.account and r.month = q.month
      order by r.version desc limit 1) r
    """)

  static let ofUPK = Statement(
    "reconciliation.of-upk",
    """
    select r.upk_id, r.number, r.account, r.month, r.version, r.reconciled_on,
      r.statement_opening, r.statement_balance, r.ledger_balance
    from fund.reconciliation r
    where r.upk_id = $1::bigint and r.reconciled_on <= $2::date and r.number > $3::bigint
    order by r.number limit $4::integer
    """)

  /// One version, or the last one where none is named.
  static let version = Statement(
    "reconciliation.version",
    """
    select r.upk_id, r.number, r.account, r.month, r.version, r.reconciled_on,
      r.statement_opening, r.statement_balance, r.ledger_balance
    from fund.reconciliation r
    where r.upk_id = $1::bigint and r.account = $2::integer and r.month = $3::date
      and ($4::bigint is null or r.version = $4::bigint)
    order by r.version desc limit 1
    """)

  static let items = Statement(
    "reconciliation.items",
    """
    select i.upk_id, i.reconciliation, i.amount, i.stated_on, i.statement, i.booked_on,
      i.voucher_kind, i.voucher_year, i.voucher_number, v.reference
    from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
    join fund.reconciliation_item i on i.upk_id = q.upk_id and i.reconciliation = q.number
    left join fund.voucher v on v.upk_id = i.upk_id and v.kind = i.voucher_kind
      and v.year = i.voucher_year and v.number = i.voucher_number
    order by i.upk_id, i.reconciliation, i.item
    """)

  /// What the last versions left open: what agreed is of no use later.
  static let latestItems = Statement(
    "reconciliation.latest-items",
    """
    select i.upk_id, i.reconciliation, i.amount, i.stated_on, i.statement, i.booked_on,
      i.voucher_kind, i.voucher_year, i.voucher_number, v.reference
    from unnest($1::bigint[], $2::integer[], $3::date[]) as q (upk_id, account, month)
    cross join lateral (
      select * from fund.reconciliation r
      where r.upk_id = q.upk_id and r.account = q.account and r.month = q.month
      order by r.version desc limit 1) r
    join fund.reconciliation_item i on i.upk_id = r.upk_id and i.reconciliation = r.number
      and (i.stated_on is null or i.booked_on is null)
    left join fund.voucher v on v.upk_id = i.upk_id and v.kind = i.voucher_kind
      and v.year = i.voucher_year and v.number = i.voucher_number
    order by i.upk_id, i.reconciliation, i.item
    """)

  static let insert = Statement(
    "reconciliation.insert",
    """
    insert into fund.reconciliation (upk_id, number, account, month, version, reconciled_on,
      statement_opening, statement_balance, ledger_balance, is_reconciled)
    select * from unnest($1::bigint[], $2::bigint[], $3::integer[], $4::date[], $5::bigint[],
      $6::date[], $7::bigint[], $8::bigint[], $9::bigint[], $10::boolean[])
    """)

  static let insertItems = Statement(
    "reconciliation.insert-items",
    """
    insert into fund.reconciliation_item (upk_id, reconciliation, item, amount, stated_on,
      statement, booked_on, voucher_kind, voucher_year, voucher_number)
    select * from unnest($1::bigint[], $2::bigint[], $3::integer[], $4::bigint[], $5::date[],
      $6::text[], $7::date[], $8::text[], $9::integer[], $10::bigint[])
    """)

  static let all = [
    openings, entries, latest, ofUPK, version, items, latestItems, insert,
    insertItems,
  ]
}

extension ReconciliationStatements {
  static func columns(_ keys: [BankMonth]) -> [Parameter] {
    [
      .upks(keys.map(\.upk)), .int4s(keys.map(\.account.number)),
      .days(keys.map(\.month.first)),
    ]
  }

  static func insertion(_ rows: [Reconciliation]) -> [Request] {
    let items = rows.flatMap { row in
      row.items.enumerated().map { (row, place: Int32($0 + 1), item: $1) }
    }
    return [
      Request(
        insert,
        [
          .upks(rows.map(\.upk)), .int8s(rows.map(\.number)),
          .int4s(rows.map(\.account.number)), .days(rows.map(\.month.first)),
          .int8s(rows.map(\.version)), .days(rows.map(\.on)),
          .amounts(rows.map(\.statementOpening)), .amounts(rows.map(\.statementBalance)),
          .amounts(rows.map(\.ledgerBalance)), .bools(rows.map(\.isReconciled)),
        ]),
      Request(
        insertItems,
        [
          .upks(items.map(\.0.upk)), .int8s(items.map(\.0.number)), .int4s(items.map(\.place)),
          .amounts(items.map(\.item.amount)), .days(items.map { $0.item.statement?.on }),
          .texts(items.map { $0.item.statement?.text }), .days(items.map { $0.item.booking?.on }),
          .texts(items.map { $0.item.booking?.voucher.kind.rawValue }),
          .int4s(items.map { ($0.item.booking?.voucher.year).map { Int32($0) } }),
          .int8s(items.map { $0.item.booking?.voucher.number }),
        ]),
    ]
  }

  /// Reconciliations from their own rows and those of their items.
  static func reconciliations(
    _ rows: some Sequence<Row>, items: some Sequence<Row>
  ) throws -> [Reconciliation] {
    var found: [UPKNumber<Reconciliation>: [ReconciliationItem]] = [:]
    for row in items {
      found[try row.number(0, 1), default: []].append(try ReconciliationItem(row))
    }
    return try rows.map { row in
      try Reconciliation(row, items: found[try row.number(0, 1)] ?? [])
    }
  }
}

extension Reconciliation {
  fileprivate init(_ row: Row, items: [ReconciliationItem]) throws {
    self.init(
      upk: try row.upkID(0), number: try row.int8(1), account: try row.accountCode(2),
      month: try row.day(3).month, version: try row.int8(4), on: try row.day(5),
      statementOpening: try row.rupiah(6), statementBalance: try row.rupiah(7),
      ledgerBalance: try row.rupiah(8), items: items)
  }
}

extension ReconciliationItem {
  fileprivate init(_ row: Row) throws {
    let statedOn = try row.optionalDay(3)
    let bookedOn = try row.optionalDay(5)
    let text = try row.optionalText(4) ?? ""
    let voucher = try row.optionalVoucherNumber(6, 7, 8)
    let reference = try row.optionalText(9)
    self.init(
      amount: try row.rupiah(2), statement: statedOn.map { Statement(on: $0, text: text) },
      booking: voucher.flatMap { voucher in
        bookedOn.map { Booking(on: $0, voucher: voucher, reference: reference) }
      })
  }
}

extension BankBook.Entry {
  /// A row of `ReconciliationStatements.entries`.
  init(_ row: Row) throws {
    self.init(
      voucher: try row.voucherNumber(3, 4, 5), on: try row.day(6),
      reference: try row.optionalText(7), amount: try row.rupiah(11),
      reverses: try row.optionalVoucherNumber(8, 9, 10))
  }
}
