internal import Libpq
public import RevolvingFund

/// The statements of loans written off, and of what came of their claims.
enum WriteOffStatements {
  static let byLoan = Statement(
    "write-off.by-loan",
    """
    select w.upk_id, w.loan, w.written_off_on, w.principal, w.service_charge, w.from_reserve,
      w.minutes, w.report, w.proposed_by, w.decided_by, v.waived_on, v.principal,
      v.service_charge, v.minutes, v.reason, v.decided_by, w.savings_kept
    from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
    cross join lateral (
      select * from fund.write_off w where w.upk_id = q.upk_id and w.loan = q.number limit 1) w
    left join lateral (
      select * from fund.claim_waiver v where v.upk_id = w.upk_id and v.loan = w.loan limit 1) v
      on true
    """)

  static let recoveriesByLoan = Statement(
    "write-off.recoveries-by-loan",
    """
    select r.upk_id, r.loan, r.number, r.recovered_on, r.principal, r.service_charge,
      r.receipt_year, r.receipt_number, r.account, r.recorded_by, x.reversed_on, x.reason,
      x.recorded_by, r.voucher_kind, r.voucher_year, r.voucher_number
    from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
    cross join lateral (
      select * from fund.claim_recovery r
      where r.upk_id = q.upk_id and r.loan = q.number offset 0) r
    left join fund.claim_reversal x
      on x.upk_id = r.upk_id and x.loan = r.loan and x.recovery = r.number
    order by r.upk_id, r.loan, r.number
    """)

  static let byUPK = Statement(
    "write-off.by-upk",
    """
    select w.upk_id, w.loan, w.written_off_on, w.principal, w.service_charge, w.from_reserve,
      w.minutes, w.report, w.proposed_by, w.decided_by, v.waived_on, v.principal,
      v.service_charge, v.minutes, v.reason, v.decided_by, w.savings_kept
    from fund.write_off w
    left join fund.claim_waiver v on v.upk_id = w.upk_id and v.loan = w.loan
    where w.upk_id = any($1::bigint[])
    """)

  static let recoveriesByUPK = Statement(
    "write-off.recoveries-by-upk",
    """
    select r.upk_id, r.loan, r.number, r.recovered_on, r.principal, r.service_charge,
      r.receipt_year, r.receipt_number, r.account, r.recorded_by, x.reversed_on, x.reason,
      x.recorded_by, r.voucher_kind, r.voucher_year, r.voucher_number
    from fund.claim_recovery r
    left join fund.claim_reversal x
      on x.upk_id = r.upk_id and x.loan = r.loan and x.recovery = r.number
    where r.upk_id = any($1::bigint[])
    order by r.upk_id, r.loan, r.number
    """)

  static let insert = Statement(
    "write-off.insert",
    """
    insert into fund.write_off (upk_id, loan, written_off_on, principal, service_charge,
      from_reserve, minutes, report, proposed_by, decided_by, savings_kept)
    select * from unnest($1::bigint[], $2::bigint[], $3::date[], $4::bigint[], $5::bigint[],
      $6::bigint[], $7::text[], $8::text[], $9::bigint[], $10::bigint[], $11::text[])
    """)

  static let insertRecoveries = Statement(
    "write-off.insert-recoveries",
    """
    insert into fund.claim_recovery (upk_id, loan, number, recovered_on, principal,
      service_charge, receipt_year, receipt_number, account, recorded_by, voucher_kind,
      voucher_year, voucher_number)
    select * from unnest($1::bigint[], $2::bigint[], $3::integer[], $4::date[], $5::bigint[],
      $6::bigint[], $7::integer[], $8::bigint[], $9::integer[], $10::bigint[], $11::text[],
      $12::integer[], $13::bigint[])
    """)

  static let insertReversals = Statement(
    "write-off.insert-reversals",
    """
    insert into fund.claim_reversal (upk_id, loan, recovery, reversed_on, reason, recorded_by)
    select * from unnest($1::bigint[], $2::bigint[], $3::integer[], $4::date[], $5::text[],
      $6::bigint[])
    """)

  /// The loan on whose claim a receipt is.
  static let loanOfReceipt = Statement(
    "write-off.loan-of-receipt",
    """
    select r.upk_id, r.loan from fund.claim_recovery r
    where r.upk_id = $1::bigint and r.receipt_year = $2::integer
      and r.receipt_number = $3::bigint
    """)

  static let insertWaivers = Statement(
    "write-off.insert-waivers",
    """
    insert into fund.claim_waiver (upk_id, loan, waived_on, principal, service_charge, minutes,
      reason, decided_by)
    select * from unnest($1::bigint[], $2::bigint[], $3::date[], $4::bigint[], $5::bigint[],
      $6::text[], $7::text[], $8::bigint[])
    """)

  static let all = [
    byLoan, recoveriesByLoan, byUPK, recoveriesByUPK, insert, insertRecoveries, insertReversals,
    insertWaivers, loanOfReceipt,
  ]
}

extension WriteOffStatements {
  /// Write-offs and their recoveries, in two results.
  static func loading(_ keys: [Parameter]) -> [Request] {
    [Request(byLoan, keys), Request(recoveriesByLoan, keys)]
  }

  /// As above, of all loans of UPK.
  static func loading(ofAll upks: [UPKID]) -> [Request] {
    [Request(byUPK, [.upks(upks)]), Request(recoveriesByUPK, [.upks(upks)])]
  }

  /// Puts together what `loading` asked for.
  static func writeOffs(_ rows: Rows, recoveries: Rows) throws -> [LoanID: WriteOff] {
    var byLoan: [LoanID: [ClaimRecovery]] = [:]
    for row in recoveries {
      byLoan[try row.number(0, 1), default: []].append(try ClaimRecovery(row))
    }
    return try rows.reduce(into: [:]) { writeOffs, row in
      let loan: LoanID = try row.number(0, 1)
      writeOffs[loan] = try WriteOff(row, loan, recoveries: byLoan[loan] ?? [])
    }
  }

  static func insertion(_ rows: [WriteOff]) -> Request {
    Request(
      insert,
      [
        .upks(rows.map(\.loan.upk)), .int8s(rows.map(\.loan.number)), .days(rows.map(\.on)),
        .amounts(rows.map(\.principal)), .amounts(rows.map(\.serviceCharge)),
        .amounts(rows.map(\.fromReserve)), .texts(rows.map(\.decision.minutes)),
        .texts(rows.map(\.decision.report)), .numbers(rows.map(\.decision.proposedBy)),
        .numbers(rows.map(\.decision.decidedBy)), .texts(rows.map(\.decision.savingsKept)),
      ])
  }

  static func recovering(_ rows: [(loan: LoanID, recovery: ClaimRecovery)]) -> Request {
    Request(
      insertRecoveries,
      [
        .upks(rows.map(\.loan.upk)), .int8s(rows.map(\.loan.number)),
        .int4s(rows.map { Int32($0.recovery.number) }), .days(rows.map(\.recovery.on)),
        .amounts(rows.map(\.recovery.principal)), .amounts(rows.map(\.recovery.serviceCharge)),
        .int4s(rows.map { $0.recovery.receipt.map { Int32($0.number.year) } }),
        .int8s(rows.map { $0.recovery.receipt?.number.number }),
        .int4s(rows.map { $0.recovery.receipt?.account.number }),
        .int8s(rows.map { $0.recovery.receipt?.recordedBy.value }),
        .texts(rows.map { $0.recovery.receipt?.voucher.kind.rawValue }),
        .int4s(rows.map { $0.recovery.receipt.map { Int32($0.voucher.year) } }),
        .int8s(rows.map { $0.recovery.receipt?.voucher.number }),
      ])
  }

  static func reversing(
    _ rows: [(loan: LoanID, recovery: ClaimRecovery, reversal: ClaimRecovery.Reversal)]
  ) -> Request {
    Request(
      insertReversals,
      [
        .upks(rows.map(\.loan.upk)), .int8s(rows.map(\.loan.number)),
        .int4s(rows.map { Int32($0.recovery.number) }), .days(rows.map(\.reversal.on)),
        .texts(rows.map(\.reversal.reason)), .numbers(rows.map(\.reversal.recordedBy)),
      ])
  }

  static func waiving(_ rows: [(loan: LoanID, waiver: ClaimWaiver)]) -> Request {
    Request(
      insertWaivers,
      [
        .upks(rows.map(\.loan.upk)), .int8s(rows.map(\.loan.number)),
        .days(rows.map(\.waiver.on)), .amounts(rows.map(\.waiver.waived.principal)),
        .amounts(rows.map(\.waiver.waived.serviceCharge)), .texts(rows.map(\.waiver.minutes)),
        .texts(rows.map(\.waiver.reason)), .numbers(rows.map(\.waiver.decidedBy)),
      ])
  }
}

extension WriteOff {
  fileprivate init(_ row: Row, _ loan: LoanID, recoveries: [ClaimRecovery]) throws {
    self.init(
      loan: loan, on: try row.day(2), principal: try row.rupiah(3),
      serviceCharge: try row.rupiah(4), fromReserve: try row.rupiah(5),
      decision: Decision(
        minutes: try row.text(6), report: try row.text(7), proposedBy: try row.personID(8),
        decidedBy: try row.personID(9), savingsKept: try row.text(16)),
      recoveries: recoveries,
      waiver: try row.optionalDay(10).map { day in
        ClaimWaiver(
          on: day,
          waived: PaidTotals(
            principal: try row.rupiah(11), serviceCharge: try row.rupiah(12)),
          minutes: try row.text(13), reason: try row.text(14),
          decidedBy: try row.personID(15))
      })
  }
}

extension ClaimRecovery {
  fileprivate init(_ row: Row) throws {
    let receipt: ClaimReceipt? =
      if let number = try row.optionalInt8(7) {
        ClaimReceipt(
          ReceiptNumber(year: Int(try row.int4(6)), number: number),
          voucher: try row.voucherNumber(13, 14, 15), account: try row.accountCode(8),
          recordedBy: try row.personID(9))
      } else {
        nil
      }
    self.init(
      number: Int(try row.int4(2)), on: try row.day(3), principal: try row.rupiah(4),
      serviceCharge: try row.rupiah(5), receipt: receipt,
      reversal: try row.optionalDay(10).map { day in
        Reversal(on: day, reason: try row.text(11), recordedBy: try row.personID(12))
      })
  }
}

extension FundStore {
  /// The written-off loan that a receipt of a UPK is of.
  ///
  /// - Throws: `StoreError`.
  public func claim(of receipt: ReceiptNumber, in upk: UPKID) async throws -> LoanID? {
    let parameters: [Parameter] = [
      .int8(upk.value), .int4(Int32(clamping: receipt.year)), .int8(receipt.number),
    ]
    return try await read(WriteOffStatements.loanOfReceipt, parameters) { rows in
      try rows.first.map { try $0.number(0, 1) }
    }
  }
}
