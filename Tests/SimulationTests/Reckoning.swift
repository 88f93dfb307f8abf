import FundTesting
import Libpq
import RevolvingFund

/// The books reckoned again, straight from what was posted and with PostgreSQL's own calendar:
/// nothing here shares a function or a table of sums with the code that it checks.
enum Reckoning {
  /// Outstanding principal and class of every loan at the end of a day.
  struct Standing: Hashable {
    let loan: LoanID
    let outstanding: Rupiah
    let collectability: Int
  }

  /// Every loan paid out by a day, from its shares, its terms and the postings on it.
  static func standings(in fixture: FundFixture, asOf day: Day) async throws -> [Standing] {
    try await fixture.superuser { connection in
      try connection.run(reckoned, [.text(day.description)]).map { row in
        Standing(
          loan: LoanID(UPKID(try row.int8(0)), try row.int8(1)),
          outstanding: Rupiah(try row.int8(2)), collectability: Int(try row.int4(3)))
      }
    }
  }

  /// What a member owes another.
  struct Debt: Hashable {
    let debtor: Int64
    let creditor: Int64
    let amount: Rupiah
  }

  /// Who paid for whom by a day and was not given it back, by loan.
  static func debts(in fixture: FundFixture, asOf day: Day) async throws -> [LoanID: Set<Debt>] {
    try await fixture.superuser { connection in
      var found: [LoanID: Set<Debt>] = [:]
      for row in try connection.run(owed, [.text(day.description)]) {
        found[LoanID(UPKID(try row.int8(0)), try row.int8(1)), default: []].insert(
          Debt(
            debtor: try row.int8(2), creditor: try row.int8(3), amount: Rupiah(try row.int8(4))))
      }
      return found
    }
  }

  private static let owed = Statement(
    "simulation.debts",
    """
    select upk_id, loan, debtor, creditor, sum(amount)::bigint from (
      select r.upk_id, r.loan, a.member as debtor, a.payer as creditor, a.amount
      from fund.repayment r
      cross join lateral unnest(r.members, r.payers, r.amounts) as a (member, payer, amount)
      where a.member <> a.payer and r.paid_on <= $1::text::date
        and not exists (select from fund.repayment_reversal x where x.upk_id = r.upk_id
          and x.repayment = r.number and x.reversed_on <= $1::text::date)
      union all
      select s.upk_id, s.loan, s.debtor, s.creditor, -s.amount
      from fund.debt_settlement s where s.settled_on <= $1::text::date
    ) d group by 1, 2, 3, 4 having sum(amount) > 0
    """)

  private static let reckoned = Statement(
    "simulation.standings",
    """
    with asked as (select $1::text::date as day),
    line as (
      select l.upk_id, l.number, i, (l.disbursed_on + make_interval(months => i))::date as due,
        case when i < l.months then s.amount / l.months
          else s.amount - (l.months - 1) * (s.amount / l.months) end as principal,
        round((case l.method when 'flat' then s.amount
          else s.amount - (i - 1) * (s.amount / l.months) end)::numeric
          * l.rate_millionths / 1000000)
          + case i when 1 then s.carried_charge else 0 end as charge
      from fund.loan l join fund.loan_share s on s.upk_id = l.upk_id and s.loan = l.number
      cross join generate_series(1, l.months) i, asked where l.disbursed_on <= asked.day
    ),
    installment as (
      select upk_id, number, i, due,
        sum(sum(principal)) over (partition by upk_id, number order by i) as principal_to,
        sum(sum(charge)) over (partition by upk_id, number order by i) as charge_to
      from line group by upk_id, number, i, due
    ),
    moved as (
      select upk_id, loan, booked_on, amount as balance, 0 as charge
      from fund.posting where debit = 11030
      union all
      select upk_id, coalesce(from_loan, loan), booked_on, -amount, 0
      from fund.posting where credit = 11030
      union all
      select upk_id, loan, booked_on, 0, amount
      from fund.posting where credit = 41010 and loan is not null
      union all
      select upk_id, loan, booked_on, 0, -amount
      from fund.posting where debit = 41010 and loan is not null
    ),
    lent as (select upk_id, loan, sum(amount) as amount from fund.loan_share group by 1, 2),
    paid as (
      select l.upk_id, l.loan, sum(m.balance) as outstanding,
        l.amount - sum(m.balance) as principal, sum(m.charge) as charge
      from lent l join moved m on m.upk_id = l.upk_id and m.loan = l.loan, asked
      where m.booked_on <= asked.day group by l.upk_id, l.loan, l.amount
    ),
    punctual as (
      select i.upk_id, i.number,
        sum((i.principal_to <= least(t.principal, p.principal)
            and i.charge_to <= least(t.charge, p.charge))::integer)
          over (partition by i.upk_id, i.number order by i.i
            rows between 2 preceding and current row) as in_a_row
      from installment i
      join paid p on p.upk_id = i.upk_id and p.loan = i.number
      cross join lateral (
        select l.amount - sum(m.balance) as principal, sum(m.charge) as charge
        from lent l join moved m on m.upk_id = l.upk_id and m.loan = l.loan
        where l.upk_id = i.upk_id and l.loan = i.number and m.booked_on <= i.due
        group by l.amount) t, asked
      where i.due <= asked.day
    ),
    cured as (select distinct upk_id, number from punctual where in_a_row = 3),
    oldest as (
      select i.upk_id, i.number, min(i.due) as due
      from installment i join paid p on p.upk_id = i.upk_id and p.loan = i.number
      where p.outstanding > 0 and (i.principal_to > p.principal or i.charge_to > p.charge)
      group by i.upk_id, i.number
    )
    select l.upk_id, l.number, coalesce(p.outstanding, 0)::bigint,
      greatest(
        case when o.due is null or o.due >= asked.day then 1
          when asked.day > o.due + interval '9 months' then 5
          when asked.day > o.due + interval '6 months' then 4
          when asked.day >= o.due + interval '3 months' then 3
          else 2 end,
        case when p.outstanding > 0 and c.number is null then l.inherited_class end)::integer
    from asked, fund.loan l
    left join paid p on p.upk_id = l.upk_id and p.loan = l.number
    left join oldest o on o.upk_id = l.upk_id and o.number = l.number
    left join cured c on c.upk_id = l.upk_id and c.number = l.number
    where l.disbursed_on <= asked.day
    order by l.upk_id, l.number
    """)
}
