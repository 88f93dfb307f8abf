internal import Libpq
internal import RevolvingFund

/// The statements that read closed months and what was frozen with them.
enum PeriodStatements {
  /// The last month that ended before a day and was closed by it; without a day, the last of all.
  static let last = Statement(
    "period.last",
    """
    select p.upk_id, p.month, p.version, p.closed_on, p.closed_by, p.category, p.suspended_since,
      p.gate_at_risk, p.gate_balance, i.names, i.numerators, i.denominators,
      i.judged_numerators, i.judged_denominators, p.reserve_scheme, p.reserve_required,
      p.reserve_formed
    from unnest($1::bigint[]) as q (upk_id)
    cross join lateral (
      select * from fund.period p
      where p.upk_id = q.upk_id
        and ($2::date is null
          or (p.closed_on <= $2::date and p.month < date_trunc('month', $2::date)))
        and not exists (
          select from fund.reopening r
          where r.upk_id = p.upk_id and r.month = p.month and r.version = p.version
            and r.confirmed_on <= coalesce($2::date, 'infinity'))
      order by p.month desc, p.version desc limit 1) p
    cross join lateral (
      select array_agg(i.indicator order by i.line), array_agg(i.numerator order by i.line),
        array_agg(i.denominator order by i.line), array_agg(i.judged_numerator order by i.line),
        array_agg(i.judged_denominator order by i.line)
      from fund.period_indicator i
      where i.upk_id = p.upk_id and i.month = p.month and i.version = p.version
    ) as i (names, numerators, denominators, judged_numerators, judged_denominators)
    """)

  /// The list of the suspension in which the last closed month stands, by its newest version.
  static let lastFrozen = Statement(
    "period.last-frozen",
    """
    select f.upk_id, f.month, f.loan, f.class, f.overdue_principal, f.overdue_service_charge,
      f.final_due
    from unnest($1::bigint[]) as q (upk_id)
    cross join lateral (
      select * from fund.period p
      where p.upk_id = q.upk_id
        and ($2::date is null
          or (p.closed_on <= $2::date and p.month < date_trunc('month', $2::date)))
        and not exists (
          select from fund.reopening r
          where r.upk_id = p.upk_id and r.month = p.month and r.version = p.version
            and r.confirmed_on <= coalesce($2::date, 'infinity'))
      order by p.month desc, p.version desc limit 1) p
    cross join lateral (
      select f.* from fund.frozen_loan f
      where f.upk_id = p.upk_id and f.month = p.suspended_since
        and f.version = (select max(v.version) from fund.period v
          where v.upk_id = p.upk_id and v.month = p.suspended_since
            and ($2::date is null or v.closed_on <= $2::date))
      offset 0) f
    order by f.upk_id, f.loan
    """)

  static let lastRecovery = Statement(
    "period.last-recovery",
    """
    select r.upk_id, r.since, r.minutes, r.recovered_from, r.confirmed_by
    from unnest($1::bigint[]) as q (upk_id)
    cross join lateral (
      select * from fund.period p
      where p.upk_id = q.upk_id
        and ($2::date is null
          or (p.closed_on <= $2::date and p.month < date_trunc('month', $2::date)))
        and not exists (
          select from fund.reopening r
          where r.upk_id = p.upk_id and r.month = p.month and r.version = p.version
            and r.confirmed_on <= coalesce($2::date, 'infinity'))
      order by p.month desc, p.version desc limit 1) p
    cross join lateral (
      select r.* from fund.recovery r
      where r.upk_id = p.upk_id and r.since = p.suspended_since limit 1) r
    """)

  /// Closed months of a UPK in a span, each by its newest version.
  static let page = Statement(
    "period.page",
    """
    select p.upk_id, p.month, p.version, p.closed_on, p.closed_by, p.category, p.suspended_since,
      p.gate_at_risk, p.gate_balance, i.names, i.numerators, i.denominators,
      i.judged_numerators, i.judged_denominators, p.reserve_scheme, p.reserve_required,
      p.reserve_formed
    from (
      select distinct on (p.month) p.* from fund.period p
      where p.upk_id = $1::bigint and p.month between $2::date and $3::date
        and not exists (
          select from fund.reopening r
          where r.upk_id = p.upk_id and r.month = p.month and r.version = p.version
            and r.confirmed_on is not null)
      order by p.month, p.version desc limit $4::integer) p
    cross join lateral (
      select array_agg(i.indicator order by i.line), array_agg(i.numerator order by i.line),
        array_agg(i.denominator order by i.line), array_agg(i.judged_numerator order by i.line),
        array_agg(i.judged_denominator order by i.line)
      from fund.period_indicator i
      where i.upk_id = p.upk_id and i.month = p.month and i.version = p.version
    ) as i (names, numerators, denominators, judged_numerators, judged_denominators)
    order by p.month
    """)

  /// Every version of the months of a span, those that were opened again too.
  static let versions = Statement(
    "period.versions",
    """
    select p.upk_id, p.month, p.version, p.closed_on, p.closed_by, p.category, p.suspended_since,
      p.gate_at_risk, p.gate_balance, i.names, i.numerators, i.denominators,
      i.judged_numerators, i.judged_denominators, p.reserve_scheme, p.reserve_required,
      p.reserve_formed
    from fund.period p
    cross join lateral (
      select array_agg(i.indicator order by i.line), array_agg(i.numerator order by i.line),
        array_agg(i.denominator order by i.line), array_agg(i.judged_numerator order by i.line),
        array_agg(i.judged_denominator order by i.line)
      from fund.period_indicator i
      where i.upk_id = p.upk_id and i.month = p.month and i.version = p.version
    ) as i (names, numerators, denominators, judged_numerators, judged_denominators)
    where p.upk_id = $1::bigint and p.month between $2::date and $3::date
    order by p.month, p.version
    """)

  static let frozen = Statement(
    "period.frozen",
    """
    select f.upk_id, f.month, f.loan, f.class, f.overdue_principal, f.overdue_service_charge,
      f.final_due
    from fund.frozen_loan f
    where f.upk_id = $1::bigint and f.month = $2::date
      and f.version = (select max(v.version) from fund.period v
        where v.upk_id = $1::bigint and v.month = $2::date)
    order by f.loan
    """)

  /// The earliest day of any voucher or event.
  static let firstDays = Statement(
    "period.first-days",
    """
    select q.upk_id, least(
      (select min(e.booked_on) from fund.event e where e.upk_id = q.upk_id),
      (select min(v.booked_on) from fund.voucher v where v.upk_id = q.upk_id))
    from unnest($1::bigint[]) as q (upk_id)
    """)

  static let closedMonth = Statement(
    "period.closed-month", "select closed_month from fund.head where upk_id = $1::bigint")

  static let all = [
    last, lastFrozen, lastRecovery, page, versions, frozen, firstDays, closedMonth,
  ]
}

extension PeriodStatements {
  /// What the closed months of UPK leave on a day, or after all of them.
  static func loading(_ upks: [UPKID], on day: Day?) -> [Request] {
    [last, lastFrozen, lastRecovery].map { Request($0, [.upks(upks), .day(day)]) }
  }

  /// Puts together what `loading` asked for; a UPK without closed months has an empty record.
  static func records(
    _ rows: some Collection<Rows>, of upks: [UPKID]
  ) throws -> [UPKID: PeriodRecord] {
    let rows = Array(rows)
    var last: [UPKID: ClosedPeriod] = [:]
    for row in rows[0] { last[try row.upkID(0)] = try ClosedPeriod(row) }
    var frozen: [UPKID: [FrozenLoan]] = [:]
    for row in rows[1] { frozen[try row.upkID(0), default: []].append(try FrozenLoan(row)) }
    var recoveries: [UPKID: Recovery] = [:]
    for row in rows[2] { recoveries[try row.upkID(0)] = try Recovery(row) }
    return upks.reduce(into: [:]) { records, upk in
      records[upk] = PeriodRecord(
        last: last[upk],
        suspension: last[upk]?.suspendedSince.map {
          Suspension(since: $0, loans: frozen[upk] ?? [])
        }, recovery: recoveries[upk])
    }
  }
}

extension ClosedPeriod {
  init(_ row: Row) throws {
    let month = try row.day(1).month
    self.init(
      upk: try row.upkID(0), month: month, version: Int(try row.int4(2)),
      closedOn: try row.day(3), closedBy: try row.personID(4),
      indicators: try [Indicator](row, from: 9),
      gate: GatePAR(asOf: month.last, ratio: Ratio(try row.int8(7), try row.int8(8))),
      reserve: try row.optionalText(14).map { _ in
        LoanLossReserve(
          scheme: try row.named(14), required: try row.rupiah(15), formed: try row.rupiah(16))
      },
      category: try row.named(5), suspendedSince: try row.optionalDay(6)?.month)
  }
}

extension FrozenLoan {
  init(_ row: Row) throws {
    self.init(
      loan: try row.number(0, 2), collectability: try row.collectability(3),
      overduePrincipal: try row.rupiah(4), overdueServiceCharge: try row.rupiah(5),
      finalDue: try row.day(6))
  }
}

extension Recovery {
  init(_ row: Row) throws {
    self.init(
      upk: try row.upkID(0), since: try row.day(1).month, minutes: try row.text(2),
      from: try row.day(3), confirmedBy: try row.personID(4))
  }
}
