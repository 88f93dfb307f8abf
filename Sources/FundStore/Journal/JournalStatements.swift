internal import Libpq
internal import RevolvingFund

/// The statements of accounts, vouchers and postings.
enum JournalStatements {
  static let accounts = Statement(
    "journal.accounts",
    """
    select upk_id, code, name from fund.account
    where upk_id = any($1::bigint[]) order by upk_id, code
    """)

  /// Debits less credits since the beginning.
  static let balances = Statement(
    "journal.balances",
    """
    select q.upk_id, q.account,
      coalesce((select sum(p.amount) from fund.posting p
        where p.upk_id = q.upk_id and p.debit = q.account
          and ($3::date is null or p.booked_on <= $3::date)), 0)::bigint
      - coalesce((select sum(p.amount) from fund.posting p
        where p.upk_id = q.upk_id and p.credit = q.account
          and ($3::date is null or p.booked_on <= $3::date)), 0)::bigint
    from unnest($1::bigint[], $2::integer[]) as q (upk_id, account)
    """)

  /// Debits less credits up to the end of a day.
  static let balancesOfDays = Statement(
    "journal.balances-of-days",
    """
    select q.upk_id, q.account, q.day,
      coalesce((select sum(p.amount) from fund.posting p
        where p.upk_id = q.upk_id and p.debit = q.account and p.booked_on <= q.day), 0)::bigint
      - coalesce((select sum(p.amount) from fund.posting p
        where p.upk_id = q.upk_id and p.credit = q.account and p.booked_on <= q.day), 0)::bigint
    from unnest($1::bigint[], $2::integer[], $3::date[]) as q (upk_id, account, day)
    """)

  static let usedReferences = Statement(
    "journal.used-references",
    """
    select q.upk_id, q.reference, v.kind, v.year, v.number, v.booked_on, r.receipt_year,
      r.receipt_number, r.loan
    from unnest($1::bigint[], $2::text[]) as q (upk_id, reference)
    cross join lateral (
      select v.kind, v.year, v.number, v.booked_on from fund.voucher v
      where v.upk_id = q.upk_id and v.reference = q.reference and v.reference is not null
      limit 1) v
    left join lateral (
      select r.receipt_year, r.receipt_number, r.loan from fund.repayment r
      where r.upk_id = q.upk_id and r.voucher_kind = v.kind and r.voucher_year = v.year
        and r.voucher_number = v.number
      limit 1) r on true
    """)

  /// What moves 31050 belongs to the close of a year, and nothing else does.
  static let movements = Statement(
    "journal.movements",
    """
    select m.account, s.month, sum(m.debit)::bigint, sum(m.credit)::bigint, s.closes_year
    from (
      select p.debit, p.credit, date_trunc('month', p.booked_on)::date as month,
        31050 in (p.debit, p.credit) as closes_year, sum(p.amount) as amount
      from fund.posting p where p.upk_id = $1::bigint and p.booked_on <= $2::date
      group by 1, 2, 3, 4
    ) as s
    cross join lateral (
      values (s.debit, s.amount, 0::numeric), (s.credit, 0, s.amount)
    ) as m (account, debit, credit)
    group by m.account, s.month, s.closes_year order by m.account, s.month, s.closes_year
    """)

  /// What came into cash and the fund's bank account, less what left them, day by day.
  static let fundMoney = Statement(
    "journal.fund-money",
    """
    select p.upk_id, p.booked_on,
      sum(case when p.debit in (11010, 11021) then p.amount else 0 end
        - case when p.credit in (11010, 11021) then p.amount else 0 end)::bigint
    from fund.posting p
    where p.upk_id = any($1::bigint[])
      and (p.debit in (11010, 11021) or p.credit in (11010, 11021))
    group by p.upk_id, p.booked_on order by p.upk_id, p.booked_on
    """)

  /// What came into the cash box and left it, day by day.
  static let cashByDay = Statement(
    "journal.cash-by-day",
    """
    select p.booked_on, sum(case when p.debit in (11010, 11012) then p.amount else 0 end)::bigint,
      sum(case when p.credit in (11010, 11012) then p.amount else 0 end)::bigint
    from fund.posting p
    where p.upk_id = $1::bigint and p.booked_on <= $2::date
      and (p.debit in (11010, 11012)) <> (p.credit in (11010, 11012))
    group by p.booked_on order by p.booked_on
    """)

  static let page = Statement(
    "journal.page",
    """
    select v.seq, v.kind, v.year, v.number, v.booked_on, v.description, v.reference,
      p.debits, p.credits, p.amounts, p.loans, p.ksms, p.from_loans,
      v.reverses_kind, v.reverses_year, v.reverses_number, r.kind, r.year, r.number
    from fund.voucher v
    left join fund.voucher r on r.upk_id = v.upk_id and r.reverses_kind = v.kind
      and r.reverses_year = v.year and r.reverses_number = v.number
    cross join lateral (
      select array_agg(p.debit order by p.line), array_agg(p.credit order by p.line),
        array_agg(p.amount order by p.line), array_agg(p.loan order by p.line),
        array_agg(p.ksm order by p.line), array_agg(p.from_loan order by p.line)
      from fund.posting p
      where p.upk_id = v.upk_id and p.seq = v.seq and p.voucher_kind = v.kind
        and p.voucher_year = v.year and p.voucher_number = v.number
    ) as p (debits, credits, amounts, loans, ksms, from_loans)
    where v.upk_id = $1::bigint and v.booked_on between $2::date and $3::date
      and ($4::date is null
        or (v.booked_on, v.seq, v.kind, v.number) > ($4::date, $5::bigint, $6::text, $7::bigint))
    order by v.booked_on, v.seq, v.kind, v.number limit $8::integer
    """)

  /// The vouchers of a span of events.
  static let ofEvents = Statement(
    "journal.of-events",
    """
    select v.seq, v.kind, v.year, v.number, v.booked_on, v.description, v.reference,
      array_agg(p.debit order by p.line), array_agg(p.credit order by p.line),
      array_agg(p.amount order by p.line), array_agg(p.loan order by p.line),
      array_agg(p.ksm order by p.line), array_agg(p.from_loan order by p.line),
      v.reverses_kind, v.reverses_year, v.reverses_number, r.kind, r.year, r.number
    from fund.voucher v
    left join fund.voucher r on r.upk_id = v.upk_id and r.reverses_kind = v.kind
      and r.reverses_year = v.year and r.reverses_number = v.number
    join fund.posting p on p.upk_id = v.upk_id and p.seq = v.seq and p.voucher_kind = v.kind
      and p.voucher_year = v.year and p.voucher_number = v.number
    where v.upk_id = $1::bigint and v.seq > $2::bigint and v.seq <= $3::bigint
    group by v.upk_id, v.kind, v.year, v.number, v.seq, v.booked_on, v.description, v.reference,
      v.reverses_kind, v.reverses_year, v.reverses_number, r.upk_id, r.kind, r.year, r.number
    order by v.seq, min(p.line)
    """)

  /// Vouchers with the command that booked each and who ran it.
  static let byNumber = Statement(
    "journal.by-number",
    """
    select v.seq, v.kind, v.year, v.number, v.booked_on, v.description, v.reference,
      p.debits, p.credits, p.amounts, p.loans, p.ksms, p.from_loans,
      v.reverses_kind, v.reverses_year, v.reverses_number, r.kind, r.year, r.number,
      v.upk_id, e.kind, e.person_id
    from unnest($1::bigint[], $2::text[], $3::integer[], $4::bigint[])
      as q (upk_id, kind, year, number)
    cross join lateral (
      select * from fund.voucher v
      where v.upk_id = q.upk_id and v.kind = q.kind and v.year = q.year and v.number = q.number
      limit 1) v
    join fund.event e on e.upk_id = v.upk_id and e.seq = v.seq
    left join fund.voucher r on r.upk_id = v.upk_id and r.reverses_kind = v.kind
      and r.reverses_year = v.year and r.reverses_number = v.number
    cross join lateral (
      select array_agg(p.debit order by p.line), array_agg(p.credit order by p.line),
        array_agg(p.amount order by p.line), array_agg(p.loan order by p.line),
        array_agg(p.ksm order by p.line), array_agg(p.from_loan order by p.line)
      from fund.posting p
      where p.upk_id = v.upk_id and p.seq = v.seq and p.voucher_kind = v.kind
        and p.voucher_year = v.year and p.voucher_number = v.number
    ) as p (debits, credits, amounts, loans, ksms, from_loans)
    """)

  static let all = [
    accounts, balances, balancesOfDays, usedReferences, movements, fundMoney, cashByDay, page,
    ofEvents,
    byNumber,
  ]
}

extension Account {
  init(_ row: Row) throws {
    self.init(try row.accountCode(1), try row.text(2))
  }
}
