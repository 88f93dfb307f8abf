internal import Libpq
public import RevolvingFund

/// The statements of counts of the cash.
enum CashCountStatements {
  static let ofUPKs = Statement(
    "cash-count.of-upks",
    """
    select c.upk_id, c.number, c.counted_on, c.counted, c.ledger, c.counter, c.witness, c.note,
      v.kind, v.year, v.number, v.booked_on
    from fund.cash_count c
    left join fund.cash_difference d on d.upk_id = c.upk_id and d.count = c.number
    left join fund.voucher v on v.upk_id = d.upk_id and v.kind = d.voucher_kind
      and v.year = d.voucher_year and v.number = d.voucher_number
    where c.upk_id = any($1::bigint[]) order by c.upk_id, c.number
    """)

  static let insert = Statement(
    "cash-count.insert",
    """
    insert into fund.cash_count (upk_id, number, counted_on, counted, ledger, counter, witness,
      note)
    select * from unnest($1::bigint[], $2::bigint[], $3::date[], $4::bigint[], $5::bigint[],
      $6::bigint[], $7::bigint[], $8::text[])
    """)

  static let insertDifference = Statement(
    "cash-count.book-difference",
    """
    insert into fund.cash_difference (upk_id, count, voucher_kind, voucher_year, voucher_number)
    select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::integer[], $5::bigint[])
    """)

  static let all = [ofUPKs, insert, insertDifference]

  static func insertion(_ rows: [CashCount]) -> Request {
    Request(
      insert,
      [
        .upks(rows.map(\.upk)), .int8s(rows.map(\.number)), .days(rows.map(\.on)),
        .amounts(rows.map(\.counted)), .amounts(rows.map(\.ledger)),
        .numbers(rows.map(\.counter)), .numbers(rows.map(\.witness)), .texts(rows.map(\.note)),
      ])
  }

  static func booking(
    _ rows: [(upk: UPKID, count: Int64, voucher: VoucherNumber)]
  ) -> Request {
    Request(
      insertDifference,
      [.upks(rows.map(\.upk)), .int8s(rows.map(\.count))] + columns(rows.map(\.voucher)))
  }
}

/// The kinds, years and numbers of vouchers.
func columns(_ vouchers: [VoucherNumber]) -> [Parameter] {
  [
    .names(vouchers.map(\.kind)), .int4s(vouchers.map { Int32($0.year) }),
    .int8s(vouchers.map(\.number)),
  ]
}

extension CashCount {
  /// A row of `CashCountStatements.ofUPKs`.
  init(_ row: Row) throws {
    let voucher = try row.optionalVoucherNumber(8, 9, 10)
    let bookedOn = try row.optionalDay(11)
    self.init(
      upk: try row.upkID(0), number: try row.int8(1), on: try row.day(2),
      counted: try row.rupiah(3), ledger: try row.rupiah(4), counter: try row.personID(5),
      witness: try row.personID(6), note: try row.text(7),
      booked: voucher.flatMap { voucher in
        bookedOn.map { Booking(voucher: voucher, on: $0) }
      })
  }
}

extension FundStore {
  /// Every count of a UPK's cash, by number.
  ///
  /// - Throws: `StoreError`.
  public func cashCounts(_ upk: UPKID) async throws -> [CashCount] {
    try await read(CashCountStatements.ofUPKs, [.upks([upk])]) {
      try $0.map { try CashCount($0) }
    }
  }
}
