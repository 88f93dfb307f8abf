internal import Libpq
public import RevolvingFund

/// The statements of the register of assets.
enum AssetStatements {
  static let ofUPKs = Statement(
    "asset.of-upks",
    """
    select a.upk_id, a.number, a.name, a.cost, a.bought_on, a.life, a.voucher_kind,
      a.voucher_year, a.voucher_number, a.registered_on,
      coalesce(d.months, '{}'), coalesce(d.amounts, '{}')
    from fund.asset a
    left join lateral (
      select array_agg(extract(year from d.month)::bigint * 12
          + extract(month from d.month)::bigint - 1 order by d.month),
        array_agg(d.amount order by d.month)
      from fund.depreciation d where d.upk_id = a.upk_id and d.asset = a.number
    ) as d (months, amounts) on true
    where a.upk_id = any($1::bigint[]) order by a.upk_id, a.number
    """)

  static let insert = Statement(
    "asset.insert",
    """
    insert into fund.asset (upk_id, number, name, cost, bought_on, life, registered_on,
      voucher_kind, voucher_year, voucher_number)
    select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::date[],
      $6::integer[], $7::date[], $8::text[], $9::integer[], $10::bigint[])
    """)

  static let insertDepreciation = Statement(
    "asset.depreciate",
    """
    insert into fund.depreciation (upk_id, asset, month, amount, voucher_kind, voucher_year,
      voucher_number)
    select * from unnest($1::bigint[], $2::bigint[], $3::date[], $4::bigint[], $5::text[],
      $6::integer[], $7::bigint[])
    """)

  static let all = [ofUPKs, insert, insertDepreciation]

  /// What an asset lost, with the voucher that booked it.
  typealias Loss = (
    upk: UPKID, asset: Int64, entry: Asset.Depreciation, voucher: VoucherNumber
  )

  static func insertion(_ rows: [Asset]) -> Request {
    Request(
      insert,
      [
        .upks(rows.map(\.upk)), .int8s(rows.map(\.number)), .texts(rows.map(\.name)),
        .amounts(rows.map(\.cost)), .days(rows.map(\.boughtOn)),
        .int4s(rows.map { Int32($0.life) }), .days(rows.map(\.registeredOn)),
      ] + columns(rows.map(\.voucher)))
  }

  static func depreciating(_ rows: [Loss]) -> Request {
    Request(
      insertDepreciation,
      [
        .upks(rows.map(\.upk)), .int8s(rows.map(\.asset)),
        .days(rows.map(\.entry.month.first)), .amounts(rows.map(\.entry.amount)),
      ] + columns(rows.map(\.voucher)))
  }
}

extension Asset {
  /// A row of `AssetStatements.ofUPKs`.
  init(_ row: Row) throws {
    let months = try row.int8s(10)
    let amounts = try row.int8s(11)
    self.init(
      upk: try row.upkID(0), number: try row.int8(1), name: try row.text(2),
      cost: try row.rupiah(3), boughtOn: try row.day(4), life: Int(try row.int4(5)),
      voucher: try row.voucherNumber(6, 7, 8), registeredOn: try row.day(9),
      depreciation: zip(months, amounts).map { month, amount in
        Depreciation(
          month: Month(year: Int(month / 12), month: Int(month % 12) + 1),
          amount: Rupiah(amount))
      })
  }
}

extension FundStore {
  /// The register of assets of a UPK, by number.
  ///
  /// - Throws: `StoreError`.
  public func assets(_ upk: UPKID) async throws -> [Asset] {
    try await read(AssetStatements.ofUPKs, [.upks([upk])]) { try $0.map { try Asset($0) } }
  }
}
