internal import Libpq
internal import RevolvingFund

/// The statements that sum closed months over areas.
///
/// Each begins with the area's code (null for the province), the month and the day by which it was
/// closed: of a month that was closed again the newest version by that day counts, and one that
/// was opened again by then and not closed since is missing.
enum RollupStatements {
  /// Sums by the part of the area that a UPK lies in, `$4` characters of its region, behind one of
  /// them.
  static let sums = Statement(
    "rollup.sums",
    """
    with unit as (
      select u.upk_id, left(u.region, $4::integer) collate "C" as key
      from fund.upk u
      where ($1::text is null or u.region = $1::text or starts_with(u.region, $1::text || '.'))
        and u.operating_since <= $2::date),
    closed as (
      select distinct on (p.upk_id) p.upk_id, p.version, p.category
      from unit u join fund.period p on p.upk_id = u.upk_id
      where p.month = $2::date and p.closed_on <= $3::date
        and not exists (
          select from fund.reopening r
          where r.upk_id = p.upk_id and r.month = p.month and r.version = p.version
            and r.confirmed_on <= $3::date)
      order by p.upk_id, p.version desc),
    part as (
      select u.key, count(*) as expected,
        array_remove(array_agg(c.category), null) as categories
      from unit u left join closed c on c.upk_id = u.upk_id
      where ($5::text is null or u.key > $5::text collate "C")
      group by u.key order by u.key limit $6::integer),
    figure as (
      select u.key, i.indicator, min(i.line) as line, sum(i.numerator)::bigint as numerator,
        sum(i.denominator)::bigint as denominator,
        sum(i.judged_numerator)::bigint as judged_numerator,
        sum(i.judged_denominator)::bigint as judged_denominator
      from part join unit u on u.key = part.key
      join closed c on c.upk_id = u.upk_id
      join fund.period_indicator i
        on i.upk_id = c.upk_id and i.month = $2::date and i.version = c.version
      group by u.key, i.indicator),
    figures as (
      select f.key, array_agg(f.indicator order by f.line) as names,
        array_agg(f.numerator order by f.line) as numerators,
        array_agg(f.denominator order by f.line) as denominators,
        array_agg(f.judged_numerator order by f.line) as judged_numerators,
        array_agg(f.judged_denominator order by f.line) as judged_denominators
      from figure f group by f.key)
    select part.key, coalesce(r.name, ''), part.expected, part.categories, f.names, f.numerators,
      f.denominators, f.judged_numerators, f.judged_denominators
    from part left join fund.region r on r.code = part.key
    left join figures f on f.key = part.key
    order by part.key
    """)

  /// The same of single UPK by code, behind one of them: what each closed.
  ///
  /// Heads are spread, where UPK are not: Citus follows rows of a UPK from a spread table alone.
  static let units = Statement(
    "rollup.units",
    """
    with unit as (
      select u.upk_id, u.code, u.name from fund.upk u
      where ($1::text is null or u.region = $1::text or starts_with(u.region, $1::text || '.'))
        and u.operating_since <= $2::date and u.code > $4::text collate "C"
      order by u.code limit $5::integer)
    select u.code, u.name, 1::bigint, array_remove(array[p.category], null), i.names,
      i.numerators, i.denominators, i.judged_numerators, i.judged_denominators
    from unit u join fund.head h on h.upk_id = u.upk_id
    left join lateral (
      select p.version, p.category from fund.period p
      where p.upk_id = h.upk_id and p.month = $2::date and p.closed_on <= $3::date
        and not exists (
          select from fund.reopening r
          where r.upk_id = p.upk_id and r.month = p.month and r.version = p.version
            and r.confirmed_on <= $3::date)
      order by p.version desc limit 1) p on true
    cross join lateral (
      select array_agg(i.indicator order by i.line) as names,
        array_agg(i.numerator order by i.line) as numerators,
        array_agg(i.denominator order by i.line) as denominators,
        array_agg(i.judged_numerator order by i.line) as judged_numerators,
        array_agg(i.judged_denominator order by i.line) as judged_denominators
      from fund.period_indicator i
      where i.upk_id = h.upk_id and i.month = $2::date and i.version = p.version) i
    order by u.code
    """)

  /// UPK by code, behind one of them, or only those that did not close the month.
  static let reporting = Statement(
    "rollup.reporting",
    """
    select u.code, u.name, u.region, c.closed_on, c.version, l.month
    from fund.upk u join fund.head h on h.upk_id = u.upk_id
    left join lateral (
      select min(p.closed_on), max(p.version) from fund.period p
      left join fund.reopening r on r.upk_id = p.upk_id and r.month = p.month
        and r.version = p.version and r.confirmed_on <= $3::date
      where p.upk_id = h.upk_id and p.month = $2::date and p.closed_on <= $3::date
      having bool_or(r.version is null)
    ) as c (closed_on, version) on true
    cross join lateral (
      select max(p.month) from fund.period p
      where p.upk_id = h.upk_id and p.closed_on <= $3::date
        and not exists (
          select from fund.reopening r
          where r.upk_id = p.upk_id and r.month = p.month and r.version = p.version
            and r.confirmed_on <= $3::date)
    ) as l (month)
    where ($1::text is null or u.region = $1::text or starts_with(u.region, $1::text || '.'))
      and u.operating_since <= $2::date and (not $4::boolean or c.version is null)
      and u.code > $5::text collate "C"
    order by u.code limit $6::integer
    """)

  /// UPK that did not close the month, by code.
  static let missing = Statement(
    "rollup.missing",
    """
    with closed as (
      select p.upk_id from fund.period p
      where p.month = $2::date and p.closed_on <= $3::date
        and not exists (
          select from fund.reopening r
          where r.upk_id = p.upk_id and r.month = p.month and r.version = p.version
            and r.confirmed_on <= $3::date))
    select u.code from fund.upk u
    where ($1::text is null or u.region = $1::text or starts_with(u.region, $1::text || '.'))
      and u.operating_since <= $2::date
      and not exists (select from closed c where c.upk_id = u.upk_id)
    order by u.code limit $4::integer
    """)

  /// Groups and members at the month's end, of every UPK that operated.
  static let people = Statement(
    "rollup.people",
    """
    select count(distinct (m.upk_id, m.ksm)), count(*),
      count(*) filter (where p.gender = 'female')
    from fund.upk u join fund.member m on m.upk_id = u.upk_id
    join fund.person p on p.person_id = m.person_id
    where ($1::text is null or u.region = $1::text or starts_with(u.region, $1::text || '.'))
      and u.operating_since <= $2::date and m.joined_on < $2::date + interval '1 month'
      and (m.left_on is null or m.left_on >= $2::date + interval '1 month')
    """)

  /// What was lent by the month's end by UPK that closed it, without what follows a restructured
  /// loan or was taken back by then; and what was written off.
  static let money = Statement(
    "rollup.money",
    """
    with closed as (
      select h.upk_id from fund.upk u join fund.head h on h.upk_id = u.upk_id
      where ($1::text is null or u.region = $1::text or starts_with(u.region, $1::text || '.'))
        and u.operating_since <= $2::date
        and exists (
          select from fund.period p
          where p.upk_id = h.upk_id and p.month = $2::date and p.closed_on <= $3::date
            and not exists (
              select from fund.reopening r
              where r.upk_id = p.upk_id and r.month = p.month and r.version = p.version
                and r.confirmed_on <= $3::date))),
    lent as (
      select coalesce(sum(l.principal), 0)::bigint as ever,
        coalesce(sum(l.principal) filter (where l.disbursed_on >= $2::date), 0)::bigint as lately
      from closed c join fund.loan l on l.upk_id = c.upk_id
      where l.disbursed_on < $2::date + interval '1 month' and l.predecessor is null
        and (l.state <> 'cancelled' or l.closed_on >= $2::date + interval '1 month')),
    lost as (
      select coalesce(sum(w.principal), 0)::bigint as ever
      from closed c join fund.write_off w on w.upk_id = c.upk_id
      where w.written_off_on < $2::date + interval '1 month')
    select lent.ever, lent.lately, lost.ever from lent cross join lost
    """)

  static let all = [sums, units, reporting, missing, people, money]
}

extension Rollup {
  /// Reads a row of `rollup.sums` or `rollup.units`, of parts of a level.
  init(_ row: Row, by level: RollupLevel?) throws {
    let key = try row.text(0)
    let place: RollupPlace =
      switch level {
      case nil: .province
      case .upk: .upk(try row.code(0))
      case .province, .city, .subdistrict, .ward: .region(try row.regionCode(0))
      }
    let categories = try row.texts(3).map {
      try stored(AuthorityCategory(rawValue: $0), "`\($0)` is no category of \(key)")
    }
    self.init(
      place: place, name: try row.text(1), expected: Int(try row.int8(2)),
      categories: categories.reduce(into: [:]) { $0[$1, default: 0] += 1 },
      indicators: categories.isEmpty ? [] : try [Indicator](row, from: 4))
  }
}

extension Reporting {
  init(_ row: Row, of month: Month) throws {
    let closedOn = try row.optionalDay(3)
    self.init(
      upk: try row.code(0), name: try row.text(1), region: try row.regionCode(2), month: month,
      closedOn: closedOn, version: closedOn == nil ? nil : Int(try row.int4(4)),
      lastClosed: try row.optionalDay(5)?.month)
  }
}
