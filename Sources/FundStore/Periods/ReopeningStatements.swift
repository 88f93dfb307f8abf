internal import Libpq
public import RevolvingFund

/// The statements of closed months that are opened again.
enum ReopeningStatements {
  static let ofUPKs = Statement(
    "reopening.of-upks",
    """
    select upk_id, month, version, reason, requested_on, requested_by, confirmed_on, confirmed_by
    from fund.reopening where upk_id = any($1::bigint[]) order by upk_id, month, version
    """)

  static let insert = Statement(
    "reopening.insert",
    """
    insert into fund.reopening (upk_id, month, version, reason, requested_on, requested_by)
    select * from unnest($1::bigint[], $2::date[], $3::integer[], $4::text[], $5::date[],
      $6::bigint[])
    """)

  static let confirm = Statement(
    "reopening.confirm",
    """
    update fund.reopening r set confirmed_on = q.confirmed_on, confirmed_by = q.confirmed_by
    from unnest($1::bigint[], $2::date[], $3::integer[], $4::date[], $5::bigint[])
      as q (upk_id, month, version, confirmed_on, confirmed_by)
    where r.upk_id = q.upk_id and r.month = q.month and r.version = q.version
    """)

  static let all = [ofUPKs, insert, confirm]

  static func insertion(_ rows: [Reopening]) -> Request {
    Request(
      insert,
      [
        .upks(rows.map(\.upk)), .days(rows.map(\.month.first)),
        .int4s(rows.map { Int32($0.version) }), .texts(rows.map(\.reason)),
        .days(rows.map(\.requested.on)), .numbers(rows.map(\.requested.person)),
      ])
  }

  static func confirmation(_ rows: [(of: Reopening, by: Reopening.Signature)]) -> Request {
    Request(
      confirm,
      [
        .upks(rows.map(\.of.upk)), .days(rows.map(\.of.month.first)),
        .int4s(rows.map { Int32($0.of.version) }), .days(rows.map(\.by.on)),
        .numbers(rows.map(\.by.person)),
      ])
  }
}

extension Reopening {
  init(_ row: Row) throws {
    let confirmedOn = try row.optionalDay(6)
    self.init(
      upk: try row.upkID(0), month: try row.day(1).month, version: Int(try row.int4(2)),
      reason: try row.text(3),
      requested: Signature(person: try row.personID(5), on: try row.day(4)),
      confirmed: try confirmedOn.map { Signature(person: try row.personID(7), on: $0) })
  }
}

extension FundStore {
  /// Which closed months of a UPK were to be opened again, and which of them were.
  ///
  /// - Throws: `StoreError`.
  public func reopenings(_ upk: UPKID) async throws -> [Reopening] {
    try await read(ReopeningStatements.ofUPKs, [.upks([upk])]) { try $0.map { try Reopening($0) } }
  }
}
