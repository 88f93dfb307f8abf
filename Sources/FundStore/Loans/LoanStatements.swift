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
      l.inherited_class
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

  /// What was paid by loan and day: money received for principal and service charge.
  ///
  /// A write-off credits loans too, but from the reserve, and a restructuring to another loan:
  /// neither is a payment.
  static let payments = Statement(
    "loan.payments",
    """
    select q.upk_id, q.number, p.booked_on,
      coalesce(sum(p.amount) filter (where p.credit = 11030), 0)::bigint,
      coalesce(sum(p.amount) filter (where p.credit = 41010), 0)::bigint
    from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
    cross join lateral (
      select * from fund.posting p
      where p.upk_id = q.upk_id and p.loan = q.number and p.loan is not null
        and p.credit in (11030, 41010) and p.debit in (11010, 11012, 11021, 11022) offset 0) p
    group by q.upk_id, q.number, p.booked_on
    order by q.upk_id, q.number, p.booked_on
    """)

  static let byUPK = Statement(
    "loan.by-upk",
    """
    select l.upk_id, l.number, l.ksm, l.application, l.months, l.rate_millionths, l.method,
      l.round_unit, l.early_settlement, l.disbursed_on, l.state, l.principal_paid,
      l.service_charge_paid, l.service_charge_waived, l.closed_on, l.predecessor,
      l.inherited_class
    from fund.loan l where l.upk_id = any($1::bigint[]) order by l.upk_id, l.number
    """)

  static let sharesByUPK = Statement(
    "loan.shares-by-upk",
    """
    select s.upk_id, s.loan, s.member, s.amount, s.carried_charge from fund.loan_share s
    where s.upk_id = any($1::bigint[]) order by s.upk_id, s.loan, s.line
    """)

  static let paymentsByUPK = Statement(
    "loan.payments-by-upk",
    """
    select p.upk_id, p.loan, p.booked_on,
      coalesce(sum(p.amount) filter (where p.credit = 11030), 0)::bigint,
      coalesce(sum(p.amount) filter (where p.credit = 41010), 0)::bigint
    from fund.posting p
    where p.upk_id = any($1::bigint[]) and p.loan is not null
      and p.credit in (11030, 41010) and p.debit in (11010, 11012, 11021, 11022)
    group by p.upk_id, p.loan, p.booked_on
    order by p.upk_id, p.loan, p.booked_on
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

  /// What each repayment brought, from its voucher.
  static let repayments = Statement(
    "loan.repayments",
    """
    select p.seq, p.voucher_kind, p.voucher_year, p.voucher_number, p.booked_on,
      coalesce(sum(p.amount) filter (where p.credit = 11030), 0)::bigint,
      coalesce(sum(p.amount) filter (where p.credit = 41010), 0)::bigint,
      (select v.reference from fund.voucher v
        where v.upk_id = $1::bigint and v.kind = p.voucher_kind and v.year = p.voucher_year
          and v.number = p.voucher_number)
    from fund.posting p
    where p.upk_id = $1::bigint and p.loan = $2::bigint and p.loan is not null
      and p.seq > $3::bigint
      and p.credit in (11030, 41010) and p.debit in (11010, 11012, 11021, 11022)
    group by p.seq, p.voucher_kind, p.voucher_year, p.voucher_number, p.booked_on
    order by p.seq limit $4::integer
    """)

  static let all = [
    byKey, shares, payments, byUPK, sharesByUPK, paymentsByUPK, page, repayments,
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
    [byUPK, sharesByUPK, paymentsByUPK].map { Request($0, [.upks(upks)]) }
      + WriteOffStatements.loading(ofAll: upks)
  }

  /// Loans with their shares, payments and write-offs, by number.
  static func loadingHistories(_ ids: [LoanID]) -> [Request] {
    let keys = keyColumns(ids)
    return loading(ids) + [Request(payments, keys)] + WriteOffStatements.loading(keys)
  }

  /// Puts together what `loadingHistories` or `loadingBooks` asked for.
  static func histories(_ rows: [Rows]) throws -> [LoanHistory] {
    try histories(
      try loans(rows[0], shares: rows[1]), payments: rows[2],
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
    _ loans: [Loan], payments: Rows, writeOffs: [LoanID: WriteOff]
  ) throws -> [LoanHistory] {
    var byLoan: [LoanID: [LoanHistory.Payment]] = [:]
    for row in payments {
      let paid = PaidTotals(principal: try row.rupiah(3), serviceCharge: try row.rupiah(4))
      byLoan[try row.number(0, 1), default: []].append(
        LoanHistory.Payment(on: try row.day(2), paid: paid))
    }
    return loans.map {
      LoanHistory(loan: $0, payments: byLoan[$0.id] ?? [], writeOff: writeOffs[$0.id])
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
        method: try row.named(6), roundUnit: try row.int8(7), earlySettlement: try row.named(8)),
      shares: shares, disbursedOn: try row.day(9), state: try row.named(10),
      paid: PaidTotals(principal: try row.rupiah(11), serviceCharge: try row.rupiah(12)),
      waivedServiceCharge: try row.rupiah(13), closedOn: try row.optionalDay(14),
      succession: try row.optionalInt8(15).map { predecessor in
        Succession(
          predecessor: LoanID(try row.upkID(0), predecessor),
          inheritedClass: try row.collectability(16), carriedCharge: carriedCharge)
      })
  }
}
