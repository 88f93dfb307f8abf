internal import Libpq
internal import RevolvingFund

/// The statements that say what UPK earned and spent, or what was frozen of it.
enum IndicatorStatements {
  /// What moved between accounts up to a day (`$2`), before its year began (`$3`) and since.
  ///
  /// What moves 31050 belongs to the close of a year, and nothing else does.
  static let flows = Statement(
    "indicator.flows",
    """
    select q.upk_id, f.debit, f.credit, f.is_of_year, f.amount
    from unnest($1::bigint[]) as q (upk_id)
    cross join lateral (
      select p.debit, p.credit, p.booked_on >= $3::date as is_of_year,
        sum(p.amount)::bigint as amount
      from fund.posting p where p.upk_id = q.upk_id and p.booked_on <= $2::date
      group by 1, 2, 3) f
    """)

  /// What was frozen by the close of a month, its newest version, unless it is open again.
  static let frozen = Statement(
    "indicator.frozen",
    """
    select q.upk_id, i.names, i.numerators, i.denominators, i.judged_numerators,
      i.judged_denominators
    from unnest($1::bigint[]) as q (upk_id)
    cross join lateral (
      select p.version from fund.period p
      where p.upk_id = q.upk_id and p.month = $2::date
      order by p.version desc limit 1) p
    cross join lateral (
      select array_agg(i.indicator order by i.line), array_agg(i.numerator order by i.line),
        array_agg(i.denominator order by i.line), array_agg(i.judged_numerator order by i.line),
        array_agg(i.judged_denominator order by i.line)
      from fund.period_indicator i
      where i.upk_id = q.upk_id and i.month = $2::date and i.version = p.version
    ) as i (names, numerators, denominators, judged_numerators, judged_denominators)
    where not exists (
      select from fund.reopening r
      where r.upk_id = q.upk_id and r.month = $2::date and r.version = p.version
        and r.confirmed_on is not null)
    """)

  static let all = [flows, frozen]

  static func flows(of upks: [UPKID], upTo day: Day) -> Request {
    Request(flows, [.upks(upks), .day(day), .day(Month(year: day.year, month: 1).first)])
  }

  /// What `flows` gave, as movements of each UPK.
  static func movements(
    _ rows: some Sequence<Row>, upTo day: Day
  ) throws -> [UPKID: [TrialBalance.Movement]] {
    let before = Month(year: day.year, month: 1).adding(-1)
    return try rows.reduce(into: [:]) { movements, row in
      let (debit, credit) = (try row.accountCode(1), try row.accountCode(2))
      let month = try row.bool(3) ? day.month : before
      let amount = try row.rupiah(4)
      let closes = [debit, credit].contains(.profitOfYear)
      movements[try row.upkID(0), default: []] += [
        TrialBalance.Movement(
          account: debit, month: month, debit: amount, credit: .zero,
          origin: closes ? .yearClose : .business),
        TrialBalance.Movement(
          account: credit, month: month, debit: .zero, credit: amount,
          origin: closes ? .yearClose : .business),
      ]
    }
  }
}
