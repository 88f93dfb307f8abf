internal import Libpq
public import RevolvingFund

/// The statements of restructured loans.
enum RestructuringStatements {
  static let ofUPK = Statement(
    "restructuring.of-upk",
    """
    select upk_id, loan, successor, restructured_on, principal, service_charge, collectability,
      reason, evidence, agreement, minutes, notice, decided_by
    from fund.restructuring where upk_id = any($1::bigint[]) order by upk_id, loan
    """)

  static let insert = Statement(
    "restructuring.insert",
    """
    insert into fund.restructuring (upk_id, loan, successor, restructured_on, principal,
      service_charge, collectability, reason, evidence, agreement, minutes, notice, decided_by)
    select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::date[], $5::bigint[],
      $6::bigint[], $7::integer[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[],
      $13::bigint[])
    """)

  /// The names that were taken for a loan are taken for its successor.
  static let moveClaims = Statement(
    "restructuring.move-claims",
    """
    update fund.borrower_claim c set loan = q.successor
    from unnest($1::bigint[], $2::bigint[], $3::bigint[]) as q (upk_id, loan, successor)
    where c.upk_id = q.upk_id and c.loan = q.loan
    """)

  static let all = [ofUPK, insert, moveClaims]

  static func insertion(_ rows: [Restructuring]) -> [Request] {
    let loans: [Parameter] = [
      .upks(rows.map(\.loan.upk)), .int8s(rows.map(\.loan.number)),
      .int8s(rows.map(\.successor.number)),
    ]
    return [
      Request(
        insert,
        loans + [
          .days(rows.map(\.on)), .amounts(rows.map(\.principal)),
          .amounts(rows.map(\.serviceCharge)),
          .int4s(rows.map { Int32($0.collectability.rawValue) }),
          .texts(rows.map(\.grounds.reason)), .texts(rows.map(\.grounds.evidence)),
          .texts(rows.map(\.grounds.agreement)), .texts(rows.map(\.grounds.minutes)),
          .texts(rows.map(\.grounds.notice)), .numbers(rows.map(\.decidedBy)),
        ]),
      Request(moveClaims, loans),
    ]
  }
}

extension Restructuring {
  init(_ row: Row) throws {
    self.init(
      loan: try row.number(0, 1), successor: try row.number(0, 2), on: try row.day(3),
      principal: try row.rupiah(4), serviceCharge: try row.rupiah(5),
      collectability: try row.collectability(6),
      grounds: Grounds(
        reason: try row.text(7), evidence: try row.text(8), agreement: try row.text(9),
        minutes: try row.text(10), notice: try row.text(11)),
      decidedBy: try row.personID(12))
  }
}

extension FundStore {
  /// Every restructuring of a UPK, by the number of the loan that ended.
  ///
  /// - Throws: `StoreError`.
  public func restructurings(_ upk: UPKID) async throws -> [Restructuring] {
    try await read(RestructuringStatements.ofUPK, [.upks([upk])]) {
      try $0.map { try Restructuring($0) }
    }
  }
}
