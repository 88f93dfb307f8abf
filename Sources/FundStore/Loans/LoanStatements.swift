internal import Libpq
internal import RevolvingFund

/// The statements that read loans.
enum LoanStatements {
  static let byKey = Statement(
    "loan.by-key",
    """
    select l.upk_id, l.number, l.ksm, l.application, l.months, l.rate_millionths, l.method,
      l.round_unit, l.early_settlement, l.disbursed_on, l.state, l.principal_paid,
      l.service_charge_paid, l.service_charge_waived, l.closed_on, l.predecessor,
      l.inherited_class, l.late_fee, l.savings_thousandths, l.late_fee_paid, l.savings_paid,
      l.member_paid
    from unnest($1::bigint[], $2::bigint[]) with ordinality as q (upk_id, number, place)
    cross join lateral (
      select * from fund.loan l where l.upk_id = q.upk_id and l.number = q.number limit 1) l
    order by q.place
    """)

  static let shares = Statement(
    "loan.shares",
    """
    select s.upk_id, s.loan, s.member, s.amount, s.carried_charge
    from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
    cross join lateral (
      select * from fund.loan_share s
      where s.upk_id = q.upk_id and s.loan = q.number offset 0) s
    order by s.upk_id, s.loan, s.line
    """)

  static let byUPK = Statement(
    "loan.by-upk",
    """
    select l.upk_id, l.number, l.ksm, l.application, l.months, l.rate_millionths, l.method,
      l.round_unit, l.early_settlement, l.disbursed_on, l.state, l.principal_paid,
      l.service_charge_paid, l.service_charge_waived, l.closed_on, l.predecessor,
      l.inherited_class, l.late_fee, l.savings_thousandths, l.late_fee_paid, l.savings_paid,
      l.member_paid
    from fund.loan l where l.upk_id = any($1::bigint[]) order by l.upk_id, l.number
    """)

  static let sharesByUPK = Statement(
    "loan.shares-by-upk",
    """
    select s.upk_id, s.loan, s.member, s.amount, s.carried_charge from fund.loan_share s
    where s.upk_id = any($1::bigint[]) order by s.upk_id, s.loan, s.line
    """)

  /// Loans paid out by a day, or only those that were open at its end.
  static let page = Statement(
    "loan.page",
    """
    select number from fund.loan
    where upk_id = $1::bigint and number > $2::bigint and disbursed_on <= $4::date
      and (not $5::boolean or closed_on is null or closed_on > $4::date)
    order by number limit $3::integer
    """)

  static let all = [
    byKey, shares, byUPK, sharesByUPK, page,
  ]
}

extension LoanStatements {
  /// Loans with their shares, by number.
  static func loading(_ ids: some Sequence<LoanID>) -> [Request] {
    let keys = keyColumns(ids)
    return [Request(byKey, keys), Request(shares, keys)]
  }

  /// Every loan of UPK with shares, payments and write-offs.
  static func loadingBooks(_ upks: [UPKID]) -> [Request] {
    [byUPK, sharesByUPK, RepaymentStatements.entriesByUPK].map { Request($0, [.upks(upks)]) }
      + WriteOffStatements.loading(ofAll: upks)
  }

  /// Loans with their shares, payments and write-offs, by number.
  static func loadingHistories(_ ids: [LoanID]) -> [Request] {
    let keys = keyColumns(ids)
    return loading(ids) + [Request(RepaymentStatements.entries, keys)]
      + WriteOffStatements.loading(keys)
  }

  /// Puts together what `loadingHistories` or `loadingBooks` asked for.
  static func histories(_ rows: [Rows]) throws -> [LoanHistory] {
    try histories(
      try loans(rows[0], shares: rows[1]), entries: rows[2],
      writeOffs: try WriteOffStatements.writeOffs(rows[3], recoveries: rows[4]))
  }

  /// Puts together what `loading` asked for.
  static func loans(_ loans: Rows, shares: Rows) throws -> [Loan] {
    var byLoan: [LoanID: [Share]] = [:]
    var carried: [LoanID: [Share]] = [:]
    for row in shares {
      let id: LoanID = try row.number(0, 1)
      let member = try row.int8(2)
      byLoan[id, default: []].append(Share(member: member, amount: try row.rupiah(3)))
      let charge = try row.rupiah(4)
      if charge > .zero {
        carried[id, default: []].append(Share(member: member, amount: charge))
      }
    }
    return try loans.map { row in
      let id: LoanID = try row.number(0, 1)
      return try Loan(row, shares: byLoan[id] ?? [], carriedCharge: carried[id] ?? [])
    }
  }

  private static func histories(
    _ loans: [Loan], entries: Rows, writeOffs: [LoanID: WriteOff]
  ) throws -> [LoanHistory] {
    let byLoan = try RepaymentStatements.entries(entries)
    return loans.map {
      LoanHistory(loan: $0, entries: byLoan[$0.id] ?? [], writeOff: writeOffs[$0.id])
    }
  }

  /// Puts together what `loadingBooks` asked for; a UPK without loans has an empty book.
  static func books(
    _ rows: some Collection<Rows>, of upks: [UPKID]
  ) throws -> [UPKID: LoanBook] {
    let byUPK = Dictionary(grouping: try histories(Array(rows))) { $0.loan.id.upk }
    return upks.reduce(into: [:]) { books, upk in
      let loans = byUPK[upk] ?? []
      books[upk] = LoanBook(loans: loans, writtenOff: loans.compactMap(\.writeOff))
    }
  }
}

extension Loan {
  fileprivate init(_ row: Row, shares: [Share], carriedCharge: [Share]) throws {
    self.init(
      id: try row.number(0, 1), ksm: try row.number(0, 2), application: try row.number(0, 3),
      terms: LoanTerms(
        months: Int(try row.int4(4)), rate: MonthlyRate(millionths: try row.int8(5)),
        method: try row.named(6), roundUnit: try row.int8(7), earlySettlement: try row.named(8),
        lateFee: try row.rupiah(17), savingsThousandths: Int(try row.int4(18))),
      shares: shares, disbursedOn: try row.day(9), state: try row.named(10),
      paid: PaidTotals(
        principal: try row.rupiah(11), serviceCharge: try row.rupiah(12),
        lateFee: try row.rupiah(19)),
      waivedServiceCharge: try row.rupiah(13), closedOn: try row.optionalDay(14),
      succession: try row.optionalInt8(15).map { predecessor in
        Succession(
          predecessor: LoanID(try row.upkID(0), predecessor),
          inheritedClass: try row.collectability(16), carriedCharge: carriedCharge)
      }, memberPaid: try row.int8s(21).map { Rupiah($0) }, savingsPaid: try row.rupiah(20))
  }
}
